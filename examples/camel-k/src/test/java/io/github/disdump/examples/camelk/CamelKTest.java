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
package io.github.disdump.examples.camelk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests run as they are, with the passwords of the Secret. */
class CamelKTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String DEPENDENCY =
            "mvn:io.github.disdump:camel-dis-dump:" + System.getProperty("camel-dis-dump.version");

    private final DisSimulator dis = DisSimulator.start();
    private LocalRun run;

    @BeforeEach
    void knowTheUserOfTheSecret() throws Exception {
        run = new LocalRun(HERE, dis);
    }

    @AfterEach
    void stop() {
        dis.close();
    }

    @ParameterizedTest
    @CsvSource({
        "integration.yaml, orders, orders-to-dws, orders, 60",
        "pipe.yaml, clicks, clicks-to-dws, clicks, 300",
    })
    void createsItsTask(String file, String stream, String task, String table, int interval) throws Exception {
        run.once(file);

        ReceivedRequest login = only(Kind.LOGIN);
        assertThat(login.json().at("/auth/identity/password/user/password").textValue())
                .isEqualTo("made+up&100%=iam#password");
        ReceivedRequest create = only(Kind.CREATE);
        assertThat(create.status()).isEqualTo(201);
        assertThat(create.path()).endsWith("/streams/" + stream + "/transfer-tasks");
        JsonNode descriptor = create.json().path("dws_destination_descriptor");
        assertThat(descriptor.path("task_name").textValue()).isEqualTo(task);
        assertThat(descriptor.path("dws_table_name").textValue()).isEqualTo(table);
        assertThat(descriptor.path("deliver_time_interval").intValue()).isEqualTo(interval);
        assertThat(descriptor.path("dws_delimiter").textValue()).isEqualTo("|");
        assertThat(descriptor.path("user_password").textValue()).isEqualTo("made+up&100%=dws#password");
    }

    @ParameterizedTest
    @CsvSource({"integration.yaml", "pipe.yaml"})
    void leavesTheTaskAsItIsWhenItStartsAgain(String file) throws Exception {
        run.once(file);
        dis.resetRequests();

        run.once(file);
        assertThat(only(Kind.CREATE).status()).isEqualTo(400);
        assertThat(dis.count(Kind.DELETE)).isZero();
    }

    @Test
    void theIntegrationHasTheRouteThatIsAlsoAFile() throws IOException {
        assertThat(yaml(Manifest.read(HERE.resolve("integration.yaml")).flows()))
                .isEqualTo(yaml(Files.readString(HERE.resolve("orders.camel.yaml"))));
    }

    @Test
    void theDependencyIsTheComponentOfThisBuild() throws IOException {
        assertThat(Manifest.read(HERE.resolve("integration.yaml")).dependencies())
                .containsExactly(DEPENDENCY);
        assertThat(Files.readString(HERE.resolve("README.md"))).contains(DEPENDENCY);
    }

    @Test
    void secretsAreInTheSecretAlone() throws IOException {
        Map<String, String> secret = Manifest.read(HERE.resolve("secret.yaml")).entries();
        for (String file : List.of("options.yaml", "integration.yaml", "pipe.yaml", "orders.camel.yaml", "README.md")) {
            assertThat(Files.readString(HERE.resolve(file))).doesNotContain(secret.values());
        }
    }

    @Test
    void eachKeyOfTheSecretIsTakenByItsPlaceholder() throws IOException {
        String options = Files.readString(HERE.resolve("options.yaml"));
        Map<String, String> secret = Manifest.read(HERE.resolve("secret.yaml")).entries();

        assertThat(secret).isNotEmpty();
        assertThat(secret.keySet()).allSatisfy(key -> assertThat(options).contains(" = {{" + key + "}}\n"));
    }

    /** The README makes the file for Camel's own command line so. */
    @Test
    void theLinesOfTheOptionsCanBeCutOut() throws IOException {
        String cut = Files.readAllLines(HERE.resolve("options.yaml")).stream()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.substring(4) + "\n")
                .collect(Collectors.joining());

        assertThat(Files.readString(HERE.resolve("README.md")))
                .contains("sed -n 's/^    //p' options.yaml > application.properties");
        assertThat(Manifest.read(HERE.resolve("options.yaml")).entries())
                .isEqualTo(Map.of("application.properties", cut));
    }

    private ReceivedRequest only(Kind kind) {
        assertThat(dis.requests(kind)).hasSize(1);
        return dis.requests(kind).get(0);
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
