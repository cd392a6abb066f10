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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.github.disdump.camel.simulator.DisSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application in a process of its own, with what the README exports and no other option. */
@ExtendWith(BrokerExtension.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReplicaEnvironmentTest {

    @TempDir
    Path directory;

    @Test
    void withBrokersTheCommandOfTheReadmeStartsNeitherBrokerNorSimulator(KafkaBroker broker) throws Exception {
        try (DisSimulator dis = DisSimulator.start();
                // the topics and the group of application.properties
                TaskTopics topics = new TaskTopics(broker, "dis-dump")) {
            dis.addUser("my-account", "dump-writer", "SECRET-of-iam");
            Map<String, String> environment = Map.of(
                    "KAFKA_BROKERS", broker.address(),
                    "REPLICA", "replica-7",
                    "DIS_DUMP_REGION", dis.projectName(),
                    "DIS_DUMP_IAM_DOMAIN", "my-account",
                    "DIS_DUMP_IAM_USER", "dump-writer",
                    "DIS_DUMP_PASSWORD", "SECRET-of-iam",
                    "DIS_DUMP_USER_PASSWORD", "SECRET-of-dbadmin");
            List<String> insteadOfTheRegionsHosts = List.of(
                    "-Dcamel.component.dis-dump.endpoint=" + dis.baseUrl(),
                    "-Dcamel.component.dis-dump.iam-endpoint=" + dis.baseUrl(),
                    Demo.class.getName());
            try (JavaProcess replica = JavaProcess.start(
                    directory.resolve("log"), JavaProcess.TEST_CLASS_PATH, environment, insteadOfTheRegionsHosts)) {
                int partition = topics.request("orders", "orders-to-dws");
                await().atMost(Duration.ofMinutes(2))
                        .failFast("the replica ended", () -> !replica.isAlive())
                        .until(() -> topics.lag() == 0);

                assertThat(topics.ownerOf(partition)).isEqualTo("replica-7");
                assertThat(dis.task("orders", "orders-to-dws"))
                        .hasValueSatisfying(task -> assertThat(
                                        task.descriptor().path("user_password").textValue())
                                .isEqualTo("SECRET-of-dbadmin"));
                assertThat(replica.output()).noneMatch(line -> line.contains("SECRET-"));
            }
        }
    }

    @Test
    void aStartThatFailsEndsTheProcess() throws Exception {
        try (JavaProcess replica = JavaProcess.start(
                directory.resolve("log"),
                JavaProcess.RUNTIME_CLASS_PATH,
                Map.of("DIS_DUMP_REGION", "not a region"),
                List.of(TaskRequests.class.getName()))) {
            assertThat(replica.exitCode()).isEqualTo(1);
            assertThat(replica.output()).anyMatch(line -> line.contains("Not started"));
        }
    }
}
