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
package io.github.disdump.examples.springboot;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ContextConfiguration;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = DumpTasksApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SimulatedDis.class)
@AutoConfigureObservability(tracing = false) // @SpringBootTest has no metrics otherwise
class DumpTasksApplicationTest {

    private static final Map<String, Object> DEFINITION =
            Map.of("task_name", "orders-to-dws", "dws_table_name", "orders", "user_password", "SECRET-of-the-body");

    @Autowired
    private DisSimulator dis;

    @Autowired
    private TestRestTemplate http;

    @BeforeEach
    void forgetEarlierTasks() {
        dis.tasks("orders").forEach(task -> dis.removeTask("orders", task.name()));
        dis.clearFaults();
        dis.resetRequests();
    }

    @Test
    void aDefinitionBecomesATaskWithTheOptionsOfTheProperties() {
        ResponseEntity<JsonNode> answer = post(DEFINITION);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody().path("task").textValue()).isEqualTo("orders-to-dws");
        assertThat(answer.getBody().path("outcome").textValue()).isEqualTo("CREATED");
        assertThat(answer.toString()).doesNotContain("SECRET");
        assertThat(dis.task("orders", "orders-to-dws")).hasValueSatisfying(task -> {
            assertThat(task.descriptor().path("dws_table_name").textValue()).isEqualTo("orders");
            assertThat(task.descriptor().path("obs_bucket_path").textValue()).isEqualTo("dis-staging");
            assertThat(task.descriptor().path("user_password").textValue()).isEqualTo("SECRET-of-the-body");
        });
    }

    @Test
    void aDefinitionThatBreaksARuleIsRefusedAndNothingIsSent() {
        ResponseEntity<JsonNode> answer = post(Map.of("task_name", "orders to dws", "dws_tabel_name", "orders"));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("violations").toString()).contains("did you mean `dws_table_name`?");
        assertThat(dis.count(Kind.CREATE)).isZero();
    }

    @Test
    void aFailureOfTheServiceIsTold() {
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "The DWS cluster is not healthy."));

        ResponseEntity<JsonNode> answer = post(DEFINITION);

        assertThat(answer.getStatusCode().value()).isEqualTo(502);
        assertThat(answer.getBody().path("error").textValue()).contains("DIS.4350");
        assertThat(answer.getBody().path("taskMayExist").booleanValue()).isFalse();
    }

    @Test
    void aCallersHeadersAreNeitherTakenNorSentBack() {
        HttpHeaders headers = new HttpHeaders();
        headers.add("CamelDisDumpStream", "of-somebody-else");
        headers.add("X-Api-Key", "SECRET-of-the-caller");

        ResponseEntity<JsonNode> answer = post(DEFINITION, headers);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getHeaders()).doesNotContainKey("X-Api-Key");
        assertThat(dis.tasks("of-somebody-else")).isEmpty();
        assertThat(dis.tasks("orders")).hasSize(1);
    }

    @Test
    void camelsMetricsCountTheExchangesOfTheRoute() {
        double before = count("camel.exchanges.succeeded", "routeId:dump-tasks");
        double handledBefore = count("camel.exchanges.failures.handled", "routeId:dump-tasks");

        post(DEFINITION);
        post(Map.of("task_name", "no such name"));

        await().untilAsserted(() -> {
            assertThat(count("camel.exchanges.succeeded", "routeId:dump-tasks")).isEqualTo(before + 2);
            assertThat(count("camel.exchanges.failures.handled", "routeId:dump-tasks"))
                    .isEqualTo(handledBefore + 1);
        });
    }

    @Test
    void camelsMetricsTimeTheCallsOfTheComponentWithoutASecret() {
        post(DEFINITION);

        // the answer may be here before Camel has counted
        await().untilAsserted(() -> assertThat(http.getForObject("/actuator/prometheus", String.class))
                .containsPattern(
                        "camel_exchange_event_notifier_seconds_count\\{.*endpointName=\"dis-dump://dws.*\\} [1-9]")
                .containsPattern("camel_route_policy_seconds_count\\{.*routeId=\"dump-tasks\".*\\} [1-9]")
                .doesNotContain("SECRET", "example-password"));
    }

    @Test
    void theApplicationIsHealthyAsLongAsDisListsTheTasks() {
        assertThat(health().getStatusCode().value()).isEqualTo(200);
        assertThat(health().getBody().path("status").textValue()).isEqualTo("UP");
        assertThat(dis.count(Kind.LIST)).as("asked by the check").isPositive();

        dis.failAlways(Kind.LIST, Fault.empty(503));
        assertThat(health().getStatusCode().value()).isEqualTo(503);
        assertThat(health().getBody().path("status").textValue()).isEqualTo("DOWN");

        dis.clearFaults();
        assertThat(health().getBody().path("status").textValue()).isEqualTo("UP");
        assertThat(dis.count(Kind.CREATE)).isZero();
    }

    private ResponseEntity<JsonNode> health() {
        return http.getForEntity("/actuator/health", JsonNode.class);
    }

    private double count(String meter, String tag) {
        JsonNode metric = http.getForObject("/actuator/metrics/" + meter + "?tag=" + tag, JsonNode.class);
        return metric.path("measurements").path(0).path("value").asDouble();
    }

    private ResponseEntity<JsonNode> post(Map<String, Object> definition) {
        return post(definition, new HttpHeaders());
    }

    private ResponseEntity<JsonNode> post(Map<String, Object> definition, HttpHeaders headers) {
        return http.exchange(
                RequestEntity.post("/tasks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .headers(headers)
                        .body(definition),
                JsonNode.class);
    }
}
