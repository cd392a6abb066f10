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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.main.Main;

import io.github.disdump.camel.simulator.DisSimulator;

import static org.awaitility.Awaitility.await;

/** Runs one replica: with KAFKA_BROKERS against the real services, without it against a broker and a simulator, with some requests. */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) throws Exception {
        if (System.getenv("KAFKA_BROKERS") != null) {
            TaskRequests.main(args);
            return;
        }
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo");
        try (DisSimulator dis = DisSimulator.start();
                KafkaBroker broker = KafkaBroker.start(directory);
                TaskTopics topics = new TaskTopics(broker, "demo")) {
            Map<String, String> properties = new HashMap<>(topics.properties());
            properties.putAll(service(dis));
            Main replica = TaskRequests.application(properties);
            replica.start();
            topics.request("orders", "orders-to-dws");
            topics.request("orders", "orders-to-dws");
            topics.request("orders", "orders to dws");
            topics.request("clicks", "clicks-to-dws");
            await().atMost(Duration.ofMinutes(2)).until(() -> topics.lag() == 0);
            replica.stop();
            System.out.println("Tasks: " + dis.tasks("orders") + dis.tasks("clicks"));
            topics.readDeadLetters()
                    .forEach(dead -> System.out.println(
                            "Dead letter: " + dead.value() + " " + TaskTopics.header(dead, DeadLetterHeaders.REASON)));
        }
        System.exit(0);
    }

    /** Adds a user to the simulated services, and tells the properties that lead a replica there. */
    static Map<String, String> service(DisSimulator dis) {
        dis.addUser("example-account", "example-user", "example-password");
        return Map.of(
                "camel.component.dis-dump.endpoint", dis.baseUrl(),
                "camel.component.dis-dump.iam-endpoint", dis.baseUrl(),
                "camel.component.dis-dump.region", dis.projectName(),
                "camel.component.dis-dump.iam-domain", "example-account",
                "camel.component.dis-dump.iam-user", "example-user",
                "camel.component.dis-dump.password", "example-password",
                "camel.component.dis-dump.user-password", "example-password");
    }
}
