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
package io.github.disdump.camel.simulator;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.disdump.camel.simulator.SimulatorTestClient.STREAM;
import static io.github.disdump.camel.simulator.SimulatorTestClient.example;
import static io.github.disdump.camel.simulator.SimulatorTestClient.json;
import static io.github.disdump.camel.simulator.SimulatorTestClient.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TaskOperationsTest {

    private static final SimulatorClock CLOCK = new SimulatorClock(Instant.parse("2026-01-02T03:04:05.678Z"));

    @RegisterExtension
    static final DisSimulatorExtension EXTENSION =
            new DisSimulatorExtension(DisSimulator.builder().clock(CLOCK));

    private DisSimulator dis;
    private SimulatorTestClient client;

    @BeforeEach
    void newClient() {
        dis = EXTENSION.simulator();
        client = new SimulatorTestClient(dis);
    }

    private static void assertError(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("errorCode").asText()).isEqualTo(code);
    }

    private static String action(String action, String id) {
        return "{\"action\":\"" + action + "\",\"tasks\":[{\"id\":\"" + id + "\"}]}";
    }

    private String state() throws Exception {
        return json(client.get(client.tasksPath() + "/t")).path("state").asText();
    }

    @Test
    void aNameIsUsedOncePerStream() throws Exception {
        assertThat(client.create(example()).statusCode()).isEqualTo(201);
        assertError(client.create(example()), "DIS.4355");
        assertThat(client.create("s2", example().toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void aStreamHasFiveTasksAtMost() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(client.create(example("t" + i)).statusCode()).isEqualTo(201);
        }

        assertError(client.create(example("t5")), "DIS.4357");
        assertError(client.create(example("t4")), "DIS.4355");
        dis.taskQuota(6);
        assertThat(client.create(example("t5")).statusCode()).isEqualTo(201);
    }

    @Test
    void listShowsAllTasks() throws Exception {
        SimulatedTask first = dis.addTask(STREAM, "a");
        CLOCK.advance(Duration.ofSeconds(1));
        dis.addTask(STREAM, "b");

        JsonNode list = json(client.get(client.tasksPath()));

        assertThat(list.path("total_number").intValue()).isEqualTo(2);
        assertThat(list.path("quota").intValue()).isEqualTo(5);
        JsonNode task = list.path("tasks").path(0);
        assertThat(task.path("task_name").asText()).isEqualTo("a");
        assertThat(task.path("task_id").asText()).isEqualTo(first.id());
        assertThat(task.path("state").asText()).isEqualTo("RUNNING");
        assertThat(task.path("destination_type").asText()).isEqualTo("DWS");
        assertThat(task.path("create_time").longValue())
                .isEqualTo(first.createTime().toEpochMilli());
        assertThat(task.has("last_transfer_timestamp")).isTrue();
        assertThat(list.path("tasks").path(1).path("create_time").longValue())
                .isEqualTo(CLOCK.instant().toEpochMilli());
    }

    @Test
    void anEmptyStreamHasAnEmptyList() throws Exception {
        JsonNode list = json(client.get(client.tasksPath()));

        assertThat(list.path("total_number").intValue()).isZero();
        assertThat(list.path("tasks").isArray()).isTrue();
    }

    @Test
    void showMisspellsTheDescriptionAndHidesThePassword() throws Exception {
        client.create(example());

        JsonNode shown = json(client.get(client.tasksPath() + "/dwstask"));

        assertThat(shown.path("stream_name").asText()).isEqualTo(STREAM);
        assertThat(shown.path("task_id").asText())
                .isEqualTo(dis.task(STREAM, "dwstask").orElseThrow().id());
        JsonNode description = shown.path("dws_destination_descripton");
        assertThat(description.path("dws_table_name").asText()).isEqualTo("dwstablename");
        assertThat(description.at("/options/ignore_extra_data").asText()).isEqualTo("false");
        assertThat(description.has("user_password")).isFalse();
        assertThat(shown.has("dws_destination_description")).isFalse();
    }

    @Test
    void showCanSpellRightAndTellThePassword() throws Exception {
        client.create(example());
        dis.behaviour().descriptionSpelledRight(true).passwordsShown(true);

        JsonNode shown = json(client.get(client.tasksPath() + "/dwstask"));

        assertThat(shown.at("/dws_destination_description/user_password").asText())
                .isEqualTo("userpassword");
        assertThat(shown.has("dws_destination_descripton")).isFalse();
    }

    @Test
    void deleteRemovesTheTask() throws Exception {
        dis.addTask(STREAM, "t");

        HttpResponse<String> response = client.delete(client.tasksPath() + "/t");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(dis.task(STREAM, "t")).isEmpty();
        assertError(client.delete(client.tasksPath() + "/t"), "DIS.4354");
    }

    @Test
    void aMissingTaskIsNotShown() throws Exception {
        assertError(client.get(client.tasksPath() + "/t"), "DIS.4354");
    }

    @Test
    void stopAndStartGoById() throws Exception {
        String id = dis.addTask(STREAM, "t").id();
        String path = client.tasksPath() + "/action";

        HttpResponse<String> stopped = client.post(path, action("stop", id));
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(stopped.body()).isEmpty();
        assertThat(state()).isEqualTo("PAUSED");
        assertThat(client.post(path, action("start", id)).statusCode()).isEqualTo(200);
        assertThat(state()).isEqualTo("RUNNING");
    }

    @Test
    void anActionOnAnIdNotKnownChangesNothing() throws Exception {
        String id = dis.addTask(STREAM, "t").id();
        String body = "{\"action\":\"stop\",\"tasks\":[{\"id\":\"" + id + "\"},{\"id\":\"t\"}]}";

        assertError(client.post(client.tasksPath() + "/action", body), "DIS.4354");
        assertThat(state()).isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"pause\",\"tasks\":[{\"id\":\"x\"}]}",
                "{\"action\":\"stop\"}",
                "{\"action\":\"stop\",\"tasks\":[]}",
                "{\"action\":\"stop\",\"tasks\":[\"x\"]}",
                "{\"action\":\"stop\",\"tasks\":[{\"id\":7}]}",
                "{\"action\":\"stop\",\"tasks\":[{\"id\":\"x\"}],\"more\":1}"
            })
    void actionsAreChecked(String body) throws Exception {
        assertError(client.post(client.tasksPath() + "/action", body), "DIS.4200");
    }

    @Test
    void aTaskMayBeCalledAction() throws Exception {
        client.create(example("action"));

        assertThat(client.get(client.tasksPath() + "/action").statusCode()).isEqualTo(200);
        assertThat(client.delete(client.tasksPath() + "/action").statusCode()).isEqualTo(204);
    }

    @Test
    void newTasksStartAsTold() throws Exception {
        dis.newTasksStartAs(TaskState.ABNORMAL);
        client.create(example("t"));

        assertThat(state()).isEqualTo("ABNORMAL");
        assertThat(state()).isEqualTo("ABNORMAL");
    }

    @Test
    void newTasksComeUpAfterSomeQueries() throws Exception {
        dis.newTasksStartAs(TaskState.STARTING, 2, TaskState.RUNNING);
        client.create(example("t"));

        assertThat(state()).isEqualTo("STARTING");
        client.get(client.tasksPath());
        assertThat(state()).isEqualTo("STARTING");
        assertThat(dis.task(STREAM, "t").orElseThrow().state()).isEqualTo(TaskState.STARTING);
        assertThat(state()).isEqualTo("RUNNING");
    }

    @Test
    void aStateSetByHandStays() throws Exception {
        dis.newTasksStartAs(TaskState.STARTING, 1, TaskState.RUNNING);
        dis.addTask(STREAM, "t");
        dis.setTaskState(STREAM, "t", TaskState.ERROR);

        assertThat(state()).isEqualTo("ERROR");
        assertThat(state()).isEqualTo("ERROR");
        assertThatThrownBy(() -> dis.setTaskState(STREAM, "x", TaskState.ERROR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tasksCanBeRemovedBehindTheClientsBack() throws Exception {
        dis.addTask(STREAM, "t");

        assertThat(dis.removeTask(STREAM, "t")).isTrue();
        assertThat(dis.removeTask(STREAM, "t")).isFalse();
        assertThat(dis.removeTask("never heard of", "t")).isFalse();
    }

    @Test
    void tasksAddedByHandIgnoreTheQuotaButNotTheName() {
        dis.taskQuota(0);
        dis.addTask(STREAM, "t");

        assertThatThrownBy(() -> dis.addTask(STREAM, "t")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> dis.addTask(STREAM, StrictJson.object())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/",
        "GET,/v2/p/streams/s1",
        "GET,/v2/p/streams/s1/transfer-tasks/",
        "POST,/v2/p/stream/s1/transfer-tasks",
        "POST,/v2/p/streams/s1/transfer-tasks/",
        "POST,/v2/p/streams/s1/transfer-tasks/t",
        "POST,/v2//streams/s1/transfer-tasks",
        "POST,/v1/p/streams/s1/transfer-tasks",
        "PUT,/v2/p/streams/s1/transfer-tasks",
        "GET,/v3/auth/tokens",
        "POST,/v2/p/streams/s1/transfer-tasks/t/u"
    })
    void otherPathsAndMethodsAreNotServed(String method, String path) throws Exception {
        HttpResponse<String> response = send(client.request(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).path("error_code").asText()).isEqualTo("APIGW.0101");
        assertThat(dis.requests())
                .singleElement()
                .extracting(ReceivedRequest::kind)
                .isEqualTo(Kind.UNKNOWN);
    }
}
