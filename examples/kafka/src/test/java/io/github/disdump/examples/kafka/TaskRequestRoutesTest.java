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
package io.github.disdump.examples.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.apache.camel.main.Main;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of a request: a task, a dead letter, or one more try. */
@ExtendWith(BrokerExtension.class)
class TaskRequestRoutesTest {

    @RegisterExtension
    static final DisSimulatorExtension SERVICE = new DisSimulatorExtension();

    private final DisSimulator dis = SERVICE.simulator();
    private final Map<String, String> properties = new HashMap<>();
    private TaskTopics topics;
    private Main replica;

    @BeforeEach
    void open(TestInfo test, KafkaBroker broker) throws Exception {
        topics = new TaskTopics(broker, test.getTestMethod().orElseThrow().getName());
        properties.putAll(topics.properties());
        properties.putAll(Demo.service(dis));
        properties.put("camel.component.kafka.poll-timeout-ms", "200");
        properties.put("camel.component.dis-dump.max-retries", "0");
        properties.put("camel.component.dis-dump.login-backoff", "1");
        properties.put("task-requests.redeliveries", "1");
        properties.put("task-requests.pause", "1");
        replica = TaskRequests.application(properties);
    }

    @AfterEach
    void close() {
        replica.stop();
        topics.close();
    }

    @Test
    void aRequestThatBreaksTheRulesIsADeadLetter() throws Exception {
        topics.request("orders", "not a name");
        startAndWaitUntilAllIsCommitted();

        ConsumerRecord<String, String> dead = onlyDeadLetter();
        assertThat(dead.key()).isEqualTo("orders");
        assertThat(dead.value()).isEqualTo(TaskTopics.definition("not a name"));
        assertThat(headers(dead)).containsOnlyKeys("CamelDisDumpStream", "reason");
        assertThat(headers(dead)).containsEntry("CamelDisDumpStream", "orders");
        assertThat(headers(dead).get("reason")).contains("task_name = 'not a name'");
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void aRequestThatTheServiceRefusesIsADeadLetterWithWhatTheServiceSaid() throws Exception {
        dis.streamsExist("others");
        topics.request("orders", "orders-to-dws");
        startAndWaitUntilAllIsCommitted();

        ConsumerRecord<String, String> dead = onlyDeadLetter();
        assertThat(dead.value()).isEqualTo(TaskTopics.definition("orders-to-dws"));
        assertThat(headers(dead))
                .containsOnlyKeys(
                        "CamelDisDumpStream",
                        "CamelDisDumpTaskName",
                        "CamelDisDumpStatusCode",
                        "CamelDisDumpErrorCode",
                        "CamelDisDumpRequestId",
                        "reason")
                .containsEntry("CamelDisDumpTaskName", "orders-to-dws")
                .containsEntry("CamelDisDumpStatusCode", "400")
                .containsEntry("CamelDisDumpErrorCode", "DIS.4301");
    }

    /** The first answer is lost, the second try meets the task, and the question whose task it is gets a final no. */
    @Test
    void aRefusalAfterALostAnswerIsNoDeadLetterBecauseTheTaskMayExist() throws Exception {
        replica.addOverrideProperty("camel.component.dis-dump.max-retries", "1");
        replica.addOverrideProperty("camel.component.dis-dump.retry-delay", "1");
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        dis.fail(Kind.SHOW, Fault.disError(400, "DIS.4300", "The request is invalid."));
        topics.request("orders", "orders-to-dws");
        startAndWaitUntilAllIsCommitted();

        assertThat(dis.count(Kind.SHOW)).as("refused question").isEqualTo(1);
        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @Test
    void anOutageLosesNoRequestAndMakesNoDeadLetter() throws Exception {
        dis.failAlways(Kind.CREATE, Fault.empty(503));
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tasks.add("task-" + i);
            topics.request("orders", "task-" + i);
        }
        replica.start();
        // more than the route's own tries: the replica has given up, and has got the request again
        waitFor(() -> dis.count(Kind.CREATE) > 4);
        assertThat(topics.lag()).isEqualTo(5);

        dis.clearFaults();
        waitFor(() -> topics.lag() == 0);

        assertThat(dis.tasks("orders")).extracting(task -> task.name()).containsExactlyElementsOf(tasks);
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @Test
    void refusedCredentialsAreNoFaultOfTheRequest() throws Exception {
        dis.behaviour().accountLock(false);
        dis.changePassword("example-account", "example-user", "another");
        topics.request("orders", "orders-to-dws");
        replica.start();
        waitFor(() -> dis.count(Kind.LOGIN) > 2);
        assertThat(topics.lag()).isEqualTo(1);

        dis.changePassword("example-account", "example-user", "example-password");
        waitFor(() -> topics.lag() == 0);

        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    @Test
    void headersOfTheRecordDoNotReachTheComponent() throws Exception {
        topics.request(
                "orders",
                TaskTopics.definition("orders-to-dws"),
                Map.of(
                        "CamelDisDumpStream", "elsewhere",
                        "CamelDisDumpAuthToken", "stolen",
                        "CAMELdisDumpProjectId", "another-project",
                        "CamelDisDumpIfExists", "replace",
                        "CamelDisDumpTaskName", "another-task"));
        startAndWaitUntilAllIsCommitted();

        assertThat(topics.readDeadLetters()).isEmpty();
        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        assertThat(dis.requests(Kind.CREATE))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).contains("/" + dis.projectId() + "/streams/orders/"));
        assertThat(dis.count(Kind.LOGIN)).as("own token").isEqualTo(1);
    }

    @Test
    void theSameRequestTwiceIsOneTask() throws Exception {
        topics.request("orders", "orders-to-dws");
        topics.request("orders", "orders-to-dws");
        startAndWaitUntilAllIsCommitted();

        assertThat(dis.tasks("orders")).hasSize(1);
        assertThat(dis.count(Kind.CREATE)).isEqualTo(2);
        assertThat(topics.readDeadLetters()).isEmpty();
    }

    private void startAndWaitUntilAllIsCommitted() throws Exception {
        replica.start();
        waitFor(() -> topics.lag() == 0);
    }

    private static void waitFor(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(2)).until(condition);
    }

    private ConsumerRecord<String, String> onlyDeadLetter() throws Exception {
        assertThat(topics.readDeadLetters()).hasSize(1);
        return topics.readDeadLetters().get(0);
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> dead) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : dead.headers()) {
            headers.put(header.key(), TaskTopics.header(dead, header.key()));
        }
        return headers;
    }
}
