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
package io.github.disdump.camel.springboot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.disdump.camel.CapturedLog;
import io.github.disdump.camel.simulator.DisSimulatorExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A property that cannot be used stops the start, is told with its place, and its value is told only if it is no text. */
@ExtendWith(OutputCaptureExtension.class)
class SpringBootMistakesTest {

    private static final String SECRET = "SECRET-5b1c";

    /** At DEBUG the one prints YAML files whole, the other the options of the HTTP endpoint. */
    private static final List<String> OTHERS_DEBUGGING = List.of(
            "org.springframework.boot.env.OriginTrackedYamlLoader: ",
            "org.apache.camel.component.http.HttpComponent: ");

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            user-pasword           | `user-pasword` is no option of the component, did you mean `user-password`?
            userPasword            | `userpasword` is no option of the component, did you mean `userPassword`?
            authTokn               | `authtokn` is no option of the component, did you mean `authToken`?
            use-global-ssl-context-parametrs | `use-global-ssl-context-parametrs` is no option of the component, did you mean `use-global-ssl-context-parameters`?
            secret-key[0]          | `secret-key[0]` is no option of the component, did you mean `secret-key`?
            configuration.password | `configuration.password` is no option of the component, did you mean `password`?
            access.key             | `access.key` is no option of the component, did you mean `accessKey`?
            zzzzzzzzzz             | `zzzzzzzzzz` is no option of the component
            """)
    void aNameThatIsNoOptionsStopsTheStart(String property, String sentence, CapturedOutput output) {
        Told told = failureOf(application()
                .file("application.properties", "a = b\ncamel.component.dis-dump." + property + " = " + SECRET));

        assertThat(told.report(output))
                .contains("APPLICATION FAILED TO START")
                .containsPattern(
                        "camel\\.component\\.dis-dump\\.\\S+ \\(URL \\[file:.*/application\\.properties] - 2:\\d+\\): "
                                + Pattern.quote(sentence + "\n"))
                .contains("Correct the properties that begin with camel.component.dis-dump.");
        told.everywhere(output).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "CAMEL_COMPONENT_DISDUMP_USERPASWORD,      userpasword,  userPassword",
        "CAMEL_COMPONENT_DISDUMP_USER_PASSWORD,    user.password, userPassword",
        "CAMEL_COMPONENT_DIS_DUMP_USER_PASWORD,    userpasword,  userPassword"
    })
    void inTheEnvironmentToo(String variable, String shown, String meant, CapturedOutput output) {
        Told told = failureOf(application().environment(variable, SECRET));

        assertThat(told.report(output))
                .contains(
                        "System Environment Property \"" + variable + "\"",
                        "`" + shown + "` is no option of the component, did you mean `" + meant + "`?");
        told.everywhere(output).doesNotContain(SECRET);
    }

    @Test
    void allNamesAreToldAtOnceAndOnceEachAlsoWithoutARoute(CapturedOutput output) {
        Told told = failureOf(
                new SpringBootApplicationFixture(directory, SpringBootApplicationFixture.WithoutRoute.class)
                        .file("application.properties", "camel.component.dis-dump.regon = r"),
                "--camel.component.dis-dump.projct-id=p",
                "--camel.component.dis-dump.regon=r");

        assertThat(told.thrown)
                .rootCause()
                .isInstanceOf(PropertyMistakeException.class)
                .message()
                .containsOnlyOnce("did you mean `region`?")
                .containsOnlyOnce("did you mean `project-id`?");
        assertThat(told.report(output)).contains("did you mean `project-id`?\ncamel.component.dis-dump.regon (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max-retries      | many   | 'many' is wrong, it must be a whole number
            ignore-body      | maybe  | 'maybe' is wrong, it must be true or false
            retry-delay      | soon   | 'soon' is wrong, it must be a duration such as 5s, or milliseconds
            if-exists        | skip   | 'skip' is wrong, it must be one of fail, ignore, ignoreSame, replace
            max-retries      | #bean:none | '#bean:none' is wrong, it must be a whole number
            """)
    void aValueThatIsNoneOfItsTypeIsToldWithTheRule(
            String property, String value, String sentence, CapturedOutput output) {
        Told told = failureOf(application(), "--camel.component.dis-dump." + property + "=" + value);

        assertThat(told.report(output))
                .contains("APPLICATION FAILED TO START")
                .contains("camel.component.dis-dump." + property + " (\"camel.component.dis-dump." + property
                        + "\" from property source \"commandLineArgs\"): " + sentence + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user-password | SECRET-5b1c{{no.such.key}}   | the placeholder {{...}} cannot be resolved
            user-password | SECRET-5b1c{{                | the placeholder {{...}} cannot be resolved
            http.proxyAuthPassword | SECRET-5b1c{{none}} | the placeholder {{...}} cannot be resolved
            user-password | ${SECRET-5b1c}               | the placeholder ${...} cannot be resolved
            http.proxy-auth-password | ${SECRET-5b1c}    | the placeholder ${...} cannot be resolved
            user-password | ${a}SECRET-5b1c              | the value cannot be read
            user-password | #bean:SECRET-5b1c            | there is no such bean of the type java.lang.String
            authenticator | SECRET-5b1c                  | must refer to a bean of the type io.github.disdump.camel.auth.Authenticator, such as #bean:name
            authenticator | #SECRET-5b1c                 | must refer to a bean of the type io.github.disdump.camel.auth.Authenticator, such as #bean:name
            task          | SECRET-5b1c                  | must refer to a bean of the type io.github.disdump.camel.model.DwsDumpTask, such as #bean:name
            http          | SECRET-5b1c                  | must refer to a bean of the type java.util.Map<java.lang.String, java.lang.Object>, such as #bean:name
            """)
    void aTextIsNeverTold(String property, String value, String sentence, CapturedOutput output) {
        Told told = failureOf(application().file("application.yaml", """
                a: ${b}
                b: ${a}
                camel.component.dis-dump.%s: '%s'
                """.formatted(property, value)));

        assertThat(told.report(output))
                .contains(
                        "APPLICATION FAILED TO START", "camel.component.dis-dump." + property, ": " + sentence + "\n");
        told.everywhere(output).doesNotContain(SECRET);
    }

    @Test
    void anOptionThatBreaksARuleOfTheComponentIsToldByItsEndpoint(CapturedOutput output) {
        Told told = failureOf(
                application(),
                "--camel.component.dis-dump.user-password=" + SECRET,
                "--camel.component.dis-dump.deliver-time-interval=1");

        assertThat(told.report(output)).contains("deliver_time_interval = '1'");
        told.everywhere(output).doesNotContain(SECRET);
    }

    @Test
    void anUnknownOptionOfTheHttpEndpointIsToldWithoutItsValue(CapturedOutput output) {
        Told told = failureOf(application(), "--camel.component.dis-dump.http.proxyAuthPasword=" + SECRET);

        assertThat(told.report(output)).contains("Unknown option http.proxyAuthPasword");
        told.everywhere(output).doesNotContain(SECRET);
    }

    private SpringBootApplicationFixture application() {
        return new SpringBootApplicationFixture(directory).withToken(dis.simulator());
    }

    /** What a start that fails throws and logs, Spring's report included. */
    private record Told(Throwable thrown, List<String> operators, List<String> all) {

        String report(CapturedOutput output) {
            return String.join("\n", operators) + output;
        }

        org.assertj.core.api.AbstractStringAssert<?> everywhere(CapturedOutput output) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            return assertThat(all.stream()
                    .filter(line -> OTHERS_DEBUGGING.stream().noneMatch(line::startsWith))
                    .collect(Collectors.joining("\n", "", output.toString() + trace)));
        }
    }

    private static Told failureOf(SpringBootApplicationFixture application, String... arguments) {
        try (CapturedLog log = CapturedLog.ofEverything();
                application) {
            Throwable thrown = catchThrowable(() -> application.start(arguments));
            assertThat(thrown).isNotNull();
            return new Told(thrown, log.linesForOperators(), log.lines());
        }
    }
}
