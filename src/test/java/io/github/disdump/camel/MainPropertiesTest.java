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
package io.github.disdump.camel;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** The component's options as properties of Camel Main, those of the http endpoint included. */
class MainPropertiesTest {

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.dis-dump.http.userAgent",
                "camel.component.dis-dump.http[userAgent]",
                "camel.component.dis-dump.configuration.http[userAgent]",
                "camel.component.dis-dump.http.user-agent"
            })
    void anOptionOfTheHttpEndpoint(String property) throws Exception {
        Main main = main();
        main.addInitialProperty(property, "by-property");
        assertThat(sentBy(main).header("User-Agent")).contains("by-property");
    }

    private static Main main() {
        Main main = new Main();
        main.addInitialProperty(
                "camel.component.dis-dump.endpoint", dis.simulator().baseUrl());
        main.addInitialProperty(
                "camel.component.dis-dump.projectId", dis.simulator().projectId());
        main.addInitialProperty(
                "camel.component.dis-dump.authToken", dis.simulator().issueToken());
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("dis-dump:dws?stream=s1");
            }
        });
        return main;
    }

    private static ReceivedRequest sentBy(Main main) throws Exception {
        try {
            main.start();
            main.getCamelContext().createProducerTemplate().sendBody("direct:in", descriptor());
        } finally {
            main.stop();
        }
        return dis.simulator().requests(Kind.CREATE).get(0);
    }
}
