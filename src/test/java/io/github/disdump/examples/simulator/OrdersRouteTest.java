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
package io.github.disdump.examples.simulator;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.DisDumpComponent;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrdersRouteTest {

    @RegisterExtension
    static final DisSimulatorExtension DIS = new DisSimulatorExtension();

    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void startTheRoute() throws Exception {
        DisDumpComponent component = camel.getComponent("dis-dump", DisDumpComponent.class);
        component.getConfiguration().setEndpoint(DIS.simulator().baseUrl());
        component.getConfiguration().setProjectId(DIS.simulator().projectId());
        component.getConfiguration().setAuthToken(DIS.simulator().issueToken());
        component.getTask().setAgencyName("dis_admin_agency");
        component.getTask().setDwsClusterName("dwscluster");
        component.getTask().setDwsClusterId("f82dc227-3691-47eb-bca7-e7851f509b2a");
        component.getTask().setDwsDatabaseName("sales");
        component.getTask().setDwsSchema("public");
        component.getTask().setDwsDelimiter("|");
        component.getTask().setUserName("dbadmin");
        component.getTask().setUserPassword("password-of-dbadmin");
        component.getTask().setKmsUserKeyName("kmskey");
        component.getTask().setKmsUserKeyId("1e759f06-9188-4d21-afab-a75e57c04d2b");
        component.getTask().setObsBucketPath("dis-staging");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:orders").to("dis-dump:dws?stream=orders");
            }
        });
        camel.start();
    }

    @AfterEach
    void stopTheRoute() {
        camel.stop();
    }

    @Test
    void theDefinitionBecomesATask() {
        send(Map.of("task_name", "orders-to-dws", "dws_table_name", "orders"));

        assertThat(DIS.simulator().task("orders", "orders-to-dws"))
                .hasValueSatisfying(task -> assertThat(
                                task.descriptor().path("dws_table_name").textValue())
                        .isEqualTo("orders"));
    }

    @Test
    void aFaultOfTheServiceReachesTheCaller() {
        DIS.simulator().fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "The DWS cluster is not healthy."));

        assertThatThrownBy(() -> send(Map.of("task_name", "orders-to-dws", "dws_table_name", "orders")))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(DisDumpServiceException.class);
        assertThat(DIS.simulator().tasks("orders")).isEmpty();
    }

    private void send(Map<String, Object> definition) {
        camel.createFluentProducerTemplate()
                .to("direct:orders")
                .withBody(definition)
                .request();
    }
}
