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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each class of errors leads down its own way, and the secrets come from the vault. */
class JavaMainTest {

    private static final String SECRET = "SECRET-of-the-vault";

    /** At DEBUG they show whole requests, and what a placeholder stands for. */
    private static final List<String> TALKATIVE_LOGGERS = List.of(
            "org.apache.hc.",
            "org.apache.http.",
            "org.apache.camel.component.properties.",
            "org.apache.camel.impl.engine.DefaultCamelContextExtension");

    @RegisterExtension
    static final DisSimulatorExtension SERVICE =
            new DisSimulatorExtension().beforeEach(dis -> dis.addUser("example-account", "example-user", SECRET));

    @TempDir
    Path directory;

    private final DisSimulator dis = SERVICE.simulator();
    private final Map<String, String> properties = new HashMap<>();
    private final RecordedLog log = new RecordedLog();
    private SecretsManagerStub vault;
    private Main main;

    @BeforeEach
    void open() throws Exception {
        vault = SecretsManagerStub.with("dis-dump", Demo.secret(SECRET));
        properties.putAll(Demo.properties(dis, vault));
        properties.put("java-main.tasks", directory.resolve("tasks").toString());
        properties.put(
                "java-main.dead-letters", directory.resolve("dead-letters").toString());
        properties.put("camel.component.dis-dump.max-retries", "0");
    }

    @AfterEach
    void close() {
        main.stop();
        vault.close();
        log.close();
    }

    @Test
    void aDefinitionBecomesATask() throws Exception {
        send("orders.json");

        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        assertThat(log.messages("tasks")).containsExactly("CREATED orders-to-dws from orders.json");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aDefinitionIsTakenFromTheDirectory() throws Exception {
        Files.createDirectories(directory.resolve("tasks"));
        Files.writeString(directory.resolve("tasks/orders.json"), definition());
        main = JavaMain.application(properties);

        main.run();

        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        assertThat(main.getExitCode()).isZero();
    }

    @Test
    void theSecretsComeFromTheVaultAndNoLogLineHoldsThem() throws Exception {
        dis.fail(Kind.CREATE, Fault.echoRequest(400));
        send("refused.json");
        send("orders.json");

        assertThat(dis.requests(Kind.LOGIN)).hasSize(1);
        assertThat(dis.requests(Kind.LOGIN)
                        .get(0)
                        .json()
                        .at("/auth/identity/password/user/password")
                        .textValue())
                .isEqualTo(SECRET);
        assertThat(dis.task("orders", "orders-to-dws")
                        .orElseThrow()
                        .descriptor()
                        .path("user_password")
                        .textValue())
                .isEqualTo(SECRET + "-of-dws");
        List<String> lines = log.linesWithout(TALKATIVE_LOGGERS);
        assertThat(lines).anyMatch(line -> line.contains("camel.component.disDump.password"));
        assertThat(lines).noneMatch(line -> line.contains("SECRET-"));
    }

    @Test
    void aMistakeIsForTheAuthor() throws Exception {
        send("mistake.json", "{\"task_name\": \"orders to dws\", \"dws_table_name\": \"orders\"}");

        assertThat(deadLetters()).containsExactly("refused/mistake.json");
        assertThat(log.messages("tasks"))
                .singleElement()
                .asString()
                .startsWith("REFUSED mistake.json, nothing was sent: [task_name");
        assertThat(log.messages("operator")).isEmpty();
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void refusedCredentialsAreForTheOperator() throws Exception {
        dis.changePassword("example-account", "example-user", "another");
        send("orders.json");

        assertThat(deadLetters()).containsExactly("later/orders.json");
        assertThat(log.messages("operator")).singleElement().asString().startsWith("NOTIFY orders.json: ");
        assertThat(dis.count(Kind.CREATE)).isZero();
    }

    @Test
    void aFinalRefusalIsADeadLetter() throws Exception {
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "The DWS cluster is not healthy."));
        send("orders.json");

        assertThat(deadLetters()).containsExactly("failed/orders.json");
        assertThat(log.messages("tasks"))
                .singleElement()
                .asString()
                .matches("FAILED orders.json: DIS.4350, status 400, request \\w+: The DWS cluster is not healthy\\.");
        assertThat(log.messages("operator")).isEmpty();
    }

    @Test
    void aRefusalThatMayPassIsForLater() throws Exception {
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4303", "Traffic limit exceeded."));
        send("orders.json");

        assertThat(deadLetters()).containsExactly("later/orders.json");
        assertThat(log.messages("tasks")).containsExactly("LATER orders.json: DIS.4303");
        assertThat(log.messages("operator")).isEmpty();
    }

    @Test
    void aLostAnswerIsForTheOperatorAndTheDefinitionCanBeSentAgain() throws Exception {
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        send("orders.json");
        assertThat(deadLetters()).containsExactly("later/orders.json");
        assertThat(log.messages("operator")).singleElement().asString().startsWith("NOTIFY orders.json: ");

        send("orders.json");

        assertThat(log.messages("tasks")).containsExactly("ALREADY_EXISTS orders-to-dws from orders.json");
        assertThat(dis.tasks("orders")).hasSize(1);
    }

    /** The first answer is lost, the second try meets the task, and the question whose task it is gets a final no. */
    @Test
    void aRefusalAfterALostAnswerIsForTheOperatorAndNoDeadLetter() throws Exception {
        properties.put("camel.component.dis-dump.max-retries", "1");
        properties.put("camel.component.dis-dump.retry-delay", "1");
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        dis.fail(Kind.SHOW, Fault.disError(400, "DIS.4300", "The request is invalid."));
        send("orders.json");

        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        assertThat(deadLetters()).containsExactly("later/orders.json");
        assertThat(log.messages("operator"))
                .singleElement()
                .asString()
                .startsWith("NOTIFY orders.json: ")
                .contains("DIS.4300");

        send("orders.json");
        assertThat(log.messages("tasks")).containsExactly("ALREADY_EXISTS orders-to-dws from orders.json");
    }

    @Test
    void whatIsForLaterIsSentAgainByTheRouteInXml() throws Exception {
        putAsideForLater("orders.json");
        properties.put("java-main.again", "true");
        main = JavaMain.application(properties);

        main.run();

        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        assertThat(log.messages("tasks")).containsExactly("AGAIN CREATED orders-to-dws from orders.json");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void whatIsForLaterStaysThereUnlessAskedFor() throws Exception {
        putAsideForLater("orders.json");
        main = JavaMain.application(properties);

        main.run();

        assertThat(dis.requests()).isEmpty();
        assertThat(deadLetters()).containsExactly("later/orders.json");
    }

    @Test
    void whatIsForLaterStaysThereAsLongAsItFails() throws Exception {
        dis.failAlways(Kind.CREATE, Fault.disError(400, "DIS.4303", "Traffic limit exceeded."));
        putAsideForLater("orders.json");
        properties.put("java-main.again", "true");
        main = JavaMain.application(properties);

        main.run();

        assertThat(dis.count(Kind.CREATE)).isEqualTo(1);
        assertThat(deadLetters()).containsExactly("later/orders.json");
    }

    @Test
    void noConnectionIsForLaterWithoutACallToTheOperator() throws Exception {
        properties.put("camel.component.dis-dump.endpoint", "http://127.0.0.1:1");
        send("orders.json");

        assertThat(deadLetters()).containsExactly("later/orders.json");
        assertThat(log.messages("tasks")).singleElement().asString().startsWith("LATER orders.json: ");
        assertThat(log.messages("operator")).isEmpty();
    }

    @Test
    void theComponentNeedsNoSpring() throws Exception {
        assertThatThrownBy(() -> Class.forName("org.springframework.core.env.Environment"))
                .isInstanceOf(ClassNotFoundException.class);

        send("orders.json");

        assertThat(dis.task("orders", "orders-to-dws")).isPresent();
    }

    private void putAsideForLater(String file) throws Exception {
        Path later = Files.createDirectories(directory.resolve("dead-letters/later"));
        Files.writeString(later.resolve(file), definition());
    }

    private static String definition() {
        return "{\"task_name\": \"orders-to-dws\", \"dws_table_name\": \"orders\"}";
    }

    private void send(String file) throws Exception {
        send(file, definition());
    }

    private void send(String file, String definition) throws Exception {
        if (main == null) {
            main = JavaMain.application(properties);
            main.start();
        }
        main.getCamelTemplate().sendBodyAndHeader("direct:task-definition", definition, "CamelFileName", file);
    }

    private List<String> deadLetters() throws Exception {
        Path deadLetters = Files.createDirectories(directory.resolve("dead-letters"));
        try (Stream<Path> files = Files.walk(deadLetters)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> deadLetters.relativize(file).toString())
                    .toList();
        }
    }
}
