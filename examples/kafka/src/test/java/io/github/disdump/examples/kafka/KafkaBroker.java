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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

import static org.awaitility.Awaitility.await;

/** A Kafka broker that is its own controller (KRaft), on the loopback address and free ports. */
final class KafkaBroker implements AutoCloseable {

    private final JavaProcess process;
    private final int port;
    private Admin admin;

    private KafkaBroker(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param directory where the broker may write; must not exist */
    static KafkaBroker start(Path directory) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnFreePorts(directory.resolve("broker-" + attempt));
            } catch (IllegalStateException e) {
                // a free port may be somebody else's by the time the broker takes it
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    private static KafkaBroker startOnFreePorts(Path directory) throws Exception {
        int port = freePort();
        int controller = freePort();
        Path config = Files.createDirectories(directory).resolve("server.properties");
        Files.writeString(config, """
                process.roles = broker,controller
                node.id = 1
                controller.quorum.voters = 1@127.0.0.1:%2$d
                controller.listener.names = CONTROLLER
                listeners = PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners = PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map = PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs = %3$s
                auto.create.topics.enable = false
                offsets.topic.replication.factor = 1
                offsets.topic.num.partitions = 3
                group.initial.rebalance.delay.ms = 0
                """.formatted(port, controller, directory.resolve("data")));
        Path log = directory.resolve("broker.log");
        try (JavaProcess format = JavaProcess.start(
                log,
                JavaProcess.TEST_CLASS_PATH,
                Map.of(),
                List.of(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        config.toString()))) {
            if (format.exitCode() != 0) {
                throw new IOException("The storage was not formatted:\n" + String.join("\n", format.output()));
            }
        }
        KafkaBroker broker = new KafkaBroker(
                JavaProcess.start(
                        log, JavaProcess.TEST_CLASS_PATH, Map.of(), List.of("kafka.Kafka", config.toString())),
                port);
        try {
            await("broker, see " + log).atMost(Duration.ofMinutes(2)).until(broker::listens);
            broker.admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
            await("broker, see " + log).atMost(Duration.ofMinutes(2)).until(broker::answers);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    Admin admin() {
        return admin;
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The broker ended by itself, see its broker.log");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
        process.close();
    }
}
