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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.disdump.camel.simulator.DisSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** The packed jar runs by itself, with its options in the environment. */
class PackedJarIT {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    Path directory;

    @Test
    void itCreatesATask() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            dis.addUser("account", "user", "SECRET-of-iam");
            Process application = start(
                    "--server.port=0",
                    Map.of(
                            "CAMEL_COMPONENT_DIS_DUMP_ENDPOINT", dis.baseUrl(),
                            "CAMEL_COMPONENT_DIS_DUMP_IAM_ENDPOINT", dis.baseUrl(),
                            "CAMEL_COMPONENT_DIS_DUMP_REGION", dis.projectName(),
                            "CAMEL_COMPONENT_DIS_DUMP_IAM_DOMAIN", "account",
                            "CAMEL_COMPONENT_DIS_DUMP_IAM_USER", "user",
                            "CAMEL_COMPONENT_DIS_DUMP_PASSWORD", "SECRET-of-iam",
                            "CAMEL_COMPONENT_DIS_DUMP_USER_PASSWORD", "SECRET-of-dws"));
            try {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(application) + "/tasks"))
                                        .timeout(Duration.ofSeconds(30))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(
                                                "{\"task_name\": \"orders-to-dws\", \"dws_table_name\": \"orders\"}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            } finally {
                stop(application);
            }
            assertThat(dis.tasks("orders"))
                    .singleElement()
                    .satisfies(task -> assertThat(
                                    task.descriptor().path("user_password").textValue())
                            .isEqualTo("SECRET-of-dws"));
        }
        assertThat(output()).doesNotContain("SECRET");
    }

    @Test
    void aTypoEndsItWithoutTellingTheValue() throws Exception {
        Process application =
                start("--server.port=0", Map.of("CAMEL_COMPONENT_DIS_DUMP_USER_PASWORD", "SECRET-of-dws"));
        try {
            assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            stop(application);
        }
        assertThat(application.exitValue()).isEqualTo(1);
        assertThat(output())
                .contains("APPLICATION FAILED TO START", "CAMEL_COMPONENT_DIS_DUMP_USER_PASWORD")
                .contains("did you mean `userPassword`?")
                .doesNotContain("SECRET");
    }

    private Process start(String argument, Map<String, String> environment) throws IOException {
        ProcessBuilder java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("packed.jar"),
                        argument))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile());
        java.environment().keySet().removeIf(name -> name.startsWith("CAMEL_"));
        java.environment().putAll(environment);
        return java.start();
    }

    private String port(Process application) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .failFast("the application ended", () -> !application.isAlive())
                .until(this::startedOn, port -> port != null);
    }

    /** Null until the route is there too: the server listens before. */
    private String startedOn() throws IOException {
        String output = output();
        Matcher port = PORT.matcher(output);
        return output.contains("Started DumpTasksApplication") && port.find() ? port.group(1) : null;
    }

    private static void stop(Process application) throws InterruptedException {
        application.destroy();
        if (!application.waitFor(30, TimeUnit.SECONDS)) {
            application.destroyForcibly().waitFor();
        }
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output.txt"));
    }
}
