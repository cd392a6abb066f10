/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.disdump.examples.component;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** The error handling that the component's page prints does what the page says. */
class ErrorHandlingRouteTest {

    @RegisterExtension
    final DisSimulatorExtension dis = new DisSimulatorExtension();

    private CamelFixture camel;

    @BeforeEach
    void addTheRoute() throws Exception {
        camel = CamelFixture.withToken(dis.simulator());
        camel.context().addRoutes(new ErrorHandlingRoute());
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:refused").to("mock:refused");
                from("direct:unknown").to("mock:unknown");
            }
        });
    }

    @AfterEach
    void close() {
        camel.close();
    }

    @Test
    void aMistakeInTheRequestIsSetAside() {
        Map<String, Object> definition = new LinkedHashMap<>(CamelFixture.descriptor());
        definition.put("dws_delimiter", "#");

        assertThat(send(definition).getException()).isNull();

        assertThat(mock("refused").getReceivedCounter()).isEqualTo(1);
        assertThat(dis.simulator().count(Kind.CREATE)).isZero();
    }

    @Test
    void anUnknownOutcomeIsSetAsideAndNotTriedAgain() {
        dis.simulator().fail(Kind.CREATE, Fault.disError(500, "DIS.5000", "System error."));
        dis.simulator().fail(Kind.CREATE, Fault.resetAfterWork());

        assertThat(send(CamelFixture.descriptor()).getException()).isNull();
        assertThat(send(CamelFixture.descriptor()).getException()).isNull();

        assertThat(mock("unknown").getReceivedCounter()).isEqualTo(2);
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(2);
    }

    @Test
    void aRefusalReachesTheCaller() {
        dis.simulator().addTask("orders", "dwstask");

        assertThat(send(CamelFixture.descriptor()).getException()).hasMessageContaining("DIS.4355");

        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    private Exchange send(Map<String, Object> definition) {
        return camel.send("direct:task-definition", definition);
    }

    private MockEndpoint mock(String name) {
        return camel.context().getEndpoint("mock:" + name, MockEndpoint.class);
    }
}
