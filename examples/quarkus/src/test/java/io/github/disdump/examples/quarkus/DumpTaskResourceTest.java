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
package io.github.disdump.examples.quarkus;

import java.net.URI;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class DumpTaskResourceTest {

    private static final String ORDERS = "{\"task_name\": \"orders-to-dws\", \"dws_table_name\": \"orders\"}";

    DisSimulator dis;

    @TestHTTPResource
    URI application;

    @BeforeEach
    void startAnew() {
        dis.reset();
        dis.addUser("example-account", "example-user", "example-password");
    }

    @Test
    void aDefinitionBecomesATask() throws Exception {
        HttpResponse<String> answer = post(ORDERS);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("{\"task\":\"orders-to-dws\",\"outcome\":\"CREATED\",\"stream\":\"orders\"}");
        assertThat(dis.task("orders", "orders-to-dws")).hasValueSatisfying(task -> {
            assertThat(task.descriptor().path("dws_table_name").textValue()).isEqualTo("orders");
            assertThat(task.descriptor().path("user_password").textValue()).isEqualTo("password-of-dbadmin");
        });
    }

    @Test
    void theSameDefinitionTwiceMakesOneTask() throws Exception {
        post(ORDERS);
        HttpResponse<String> again = post(ORDERS);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(dis.tasks("orders")).hasSize(1);
    }

    @Test
    void mistakesAreToldAndNothingIsSent() throws Exception {
        HttpResponse<String> answer = post("{\"task_name\": \"orders to dws\", \"dws_tabel_name\": \"orders\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("task_name", "did you mean `dws_table_name`?");
        assertThat(dis.count(Kind.CREATE)).isZero();
    }

    @Test
    void aRefusalOfTheServiceIsAnErrorOfTheUpstream() throws Exception {
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "The DWS cluster is not healthy."));

        HttpResponse<String> answer = post(ORDERS);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("DIS.4350", "\"taskMayExist\":false");
    }

    private HttpResponse<String> post(String definition) throws Exception {
        return TaskDefinitions.post(application, "orders", definition);
    }
}
