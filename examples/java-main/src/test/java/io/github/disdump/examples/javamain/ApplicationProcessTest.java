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
package io.github.disdump.examples.javamain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.disdump.camel.simulator.DisSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** The application in a process of its own, with its options in the environment as the README says. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ApplicationProcessTest {

    private static final String SECRET = "SECRET-of-the-vault";
    private static final String RUNTIME_CLASS_PATH = System.getProperty("runtime.class.path");
    private static final String TEST_CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path directory;

    private final DisSimulator dis = DisSimulator.start();
    private SecretsManagerStub vault;

    @BeforeEach
    void open() throws Exception {
        dis.addUser("example-account", "example-user", SECRET);
        vault = SecretsManagerStub.with("dis-dump", Demo.secret(SECRET));
        Files.createDirectories(directory.resolve("tasks"));
        Files.writeString(
                directory.resolve("tasks/orders.json"),
                "{\"task_name\": \"orders-to-dws\", \"dws_table_name\": \"orders\"}");
    }

    @AfterEach
    void close() {
        vault.close();
        dis.close();
    }

    @Test
    void itsRuntimeDependenciesAreEnough() throws Exception {
        assertThat(RUNTIME_CLASS_PATH).contains("camel-dis-dump").doesNotContain("camel-test");

        assertThat(run(JavaMain.class, RUNTIME_CLASS_PATH)).isZero();

        assertTheTaskIsThere();
    }

    @Test
    void withARegionTheCommandOfTheReadmeStartsNoSimulator() throws Exception {
        assertThat(run(Demo.class, TEST_CLASS_PATH)).isZero();

        assertTheTaskIsThere();
    }

    @Test
    void aStartThatFailsEndsTheProcess() throws Exception {
        vault.close();

        assertThat(run(JavaMain.class, RUNTIME_CLASS_PATH)).isEqualTo(1);

        assertThat(output()).contains("Not started");
        assertThat(dis.requests()).isEmpty();
    }

    private void assertTheTaskIsThere() throws Exception {
        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        assertThat(output())
                .contains(" - CREATED orders-to-dws from orders.json")
                .doesNotContain(SECRET);
    }

    /** @return the exit code */
    private int run(Class<?> application, String classPath) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classPath,
                        "-Djava-main.directory=" + directory,
                        "-Dcamel.component.dis-dump.endpoint=" + dis.baseUrl(),
                        "-Dcamel.component.dis-dump.iam-endpoint=" + dis.baseUrl(),
                        application.getName())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile());
        java.environment().putAll(vault.environment());
        java.environment().putAll(Map.of("DIS_DUMP_REGION", dis.projectName()));
        Process process = java.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it has ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private String output() throws Exception {
        return Files.readString(directory.resolve("output.txt"));
    }
}
