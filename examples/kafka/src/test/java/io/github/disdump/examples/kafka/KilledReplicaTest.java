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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;
import io.github.disdump.camel.simulator.SimulatedTask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Three replicas in one consumer group, one of which dies between the creation of a task and the commit of its request. */
@ExtendWith(BrokerExtension.class)
class KilledReplicaTest {

    private static final int STREAMS = 40;
    private static final int TASKS_PER_STREAM = 5;

    @RegisterExtension
    static final DisSimulatorExtension SERVICE =
            new DisSimulatorExtension().beforeEach(dis -> dis.addUser("account", "user", "SECRET-password"));

    private final DisSimulator dis = SERVICE.simulator();
    private final List<Replica> replicas = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @AfterEach
    void close() {
        replicas.forEach(Replica::close);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void eachTaskIsCreatedOnceAndNoRequestIsLost(KafkaBroker broker) throws Exception {
        List<String> streams = new ArrayList<>(
                IntStream.range(0, STREAMS).mapToObj(i -> "stream-" + i).toList());
        streams.add("last-words");
        dis.streamsExist(streams.toArray(String[]::new));
        try (TaskTopics topics = new TaskTopics(broker, "killed")) {
            for (int i = 1; i <= 3; i++) {
                replicas.add(replica("replica-" + i, topics).start());
            }
            waitFor(() -> topics.replicasAtWork() == 3);

            request(topics, 0, STREAMS / 2);
            waitFor(() -> topics.lag() == 0);
            assertThat(created()).isEqualTo(STREAMS / 2 * TASKS_PER_STREAM);

            // the next task is created, but the answer is not in time for the replica
            dis.fail(Kind.CREATE, Fault.delay(Duration.ofMinutes(1)));
            int partition = topics.request("last-words", "last-task");
            waitFor(() -> dis.task("last-words", "last-task").isPresent());
            Replica victim = named(topics.ownerOf(partition));
            assertThat(victim.created()).as("work before the end").isPositive();
            request(topics, STREAMS / 2, STREAMS);
            victim.kill();
            victim.start();
            waitFor(() -> topics.lag() == 0);

            assertEachTaskWasCreatedOnce();
            List<ReceivedRequest> lastWords = creations("last-words", "last-task");
            assertThat(lastWords).as("handed out again").hasSize(2);
            assertThat(lastWords.get(1).status()).as("the task is there").isEqualTo(400);
            // once or more: a replica can also die between dead letter and commit
            assertThat(topics.readDeadLetters())
                    .extracting(ConsumerRecord::value)
                    .containsOnly(refused.toArray(String[]::new));
            assertThat(replicas.stream().filter(replica -> !isIdle(replica))).hasSizeGreaterThan(1);
            for (Replica replica : replicas) {
                assertThat(replica.log()).noneMatch(line -> line.contains("SECRET-"));
            }
        }
    }

    /** Requests for the tasks of some streams, among them duplicates and two kinds of requests that must be refused. */
    private void request(TaskTopics topics, int fromStream, int toStream) throws Exception {
        for (int task = 0; task < TASKS_PER_STREAM; task++) {
            for (int stream = fromStream; stream < toStream; stream++) {
                topics.request("stream-" + stream, "task-" + task);
            }
        }
        for (int stream = fromStream; stream < toStream; stream += 4) {
            topics.request("stream-" + stream, "task-0");
            refuse(topics, "stream-" + stream, "not a name " + stream);
            refuse(topics, "no-such-stream", "task-" + stream);
        }
    }

    private void refuse(TaskTopics topics, String stream, String task) throws Exception {
        refused.add(TaskTopics.definition(task));
        topics.request(stream, task);
    }

    private Replica replica(String name, TaskTopics topics) {
        Map<String, String> properties = new HashMap<>(topics.properties());
        // the one that is killed waits for its answer until then
        properties.put("camel.component.dis-dump.http.responseTimeout", "60000");
        properties.put("camel.component.kafka.session-timeout-ms", "6000");
        properties.put("camel.component.dis-dump.endpoint", dis.baseUrl());
        properties.put("camel.component.dis-dump.iam-endpoint", dis.baseUrl());
        Map<String, String> environment = Map.of(
                "DIS_DUMP_REGION", dis.projectName(),
                "DIS_DUMP_IAM_DOMAIN", "account",
                "DIS_DUMP_IAM_USER", "user",
                "DIS_DUMP_PASSWORD", "SECRET-password",
                "DIS_DUMP_USER_PASSWORD", "SECRET-of-dbadmin");
        return new Replica(name, environment, properties);
    }

    private Replica named(String name) {
        return replicas.stream()
                .filter(replica -> replica.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isIdle(Replica replica) {
        try {
            return replica.created() == 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void waitFor(Callable<Boolean> condition) throws IOException {
        try {
            await().atMost(Duration.ofMinutes(2)).until(condition);
        } catch (RuntimeException e) {
            for (Replica replica : replicas) {
                replica.log().forEach(line -> System.err.println(replica.name() + ": " + line));
            }
            throw e;
        }
    }

    private long created() {
        return IntStream.range(0, STREAMS)
                .mapToLong(stream -> dis.tasks("stream-" + stream).size())
                .sum();
    }

    private void assertEachTaskWasCreatedOnce() {
        for (int stream = 0; stream < STREAMS; stream++) {
            String name = "stream-" + stream;
            assertThat(dis.tasks(name))
                    .as(name)
                    .extracting(SimulatedTask::name)
                    .containsExactlyInAnyOrder("task-0", "task-1", "task-2", "task-3", "task-4");
            for (int task = 0; task < TASKS_PER_STREAM; task++) {
                assertThat(creations(name, "task-" + task))
                        .filteredOn(request -> request.status() != 400)
                        .as("%s of %s", task, name)
                        .hasSize(1);
            }
        }
    }

    private List<ReceivedRequest> creations(String stream, String task) {
        return dis.requests(Kind.CREATE).stream()
                .filter(request -> request.path().contains("/streams/" + stream + "/"))
                .filter(request -> task.equals(request.json()
                        .at("/dws_destination_descriptor/task_name")
                        .textValue()))
                .toList();
    }
}
