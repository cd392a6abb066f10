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

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;

import io.github.disdump.camel.DisDumpConfiguration;
import io.github.disdump.camel.DisDumpIfExists;
import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Properties of Spring Boot, in every spelling and from every source, are options of the component. */
class SpringBootPropertiesTest {

    /** Characters that mean something in a URI, in Camel's RAW(...), in YAML or in a placeholder. */
    private static final String ODD = "#p+a&s%25 s)RAW(w}o{r$d=?/;:,'\"\\\u00e4";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.dis-dump.task-name = by-property",
                "camel.component.dis-dump.taskName = by-property",
                "camel.component.disDump.taskname = by-property",
                "my.name = by-property\ncamel.component.dis-dump.task-name = ${my.name}",
                "my.name = by-property\ncamel.component.dis-dump.task-name = {{my.name}}",
                "camel.component.dis-dump.task-name = {{env:NO_SUCH_VARIABLE_HERE:by-property}}",
                "camel.component.dis-dump.task-name = by-property\ncamel.component.dis-dump.stream = {{?none}}"
            })
    void inAPropertiesFile(String properties) {
        try (var app = application().file("application.properties", properties).start()) {
            assertThat(app.component().getTask().getTaskName()).isEqualTo("by-property");
            assertThat(app.component().getConfiguration().getStream()).isNull();
        }
    }

    @Test
    void aPlaceholderOfSpringInTheMiddleOfATextIsTakenAsItIs() {
        try (var app = application()
                .file("application.properties", "camel.component.dis-dump.user-password = a${no.such.key}b")
                .start()) {
            assertThat(app.component().getTask().getUserPassword()).isEqualTo("a${no.such.key}b");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CAMEL_COMPONENT_DISDUMP_TASKNAME",
        "CAMEL_COMPONENT_DIS_DUMP_TASK_NAME", // an underscore for each hyphen
    })
    void inTheEnvironment(String variable) {
        try (var app = application()
                .file("application.properties", "camel.component.dis-dump.taskName = of-the-file")
                .environment(variable, "of-the-environment")
                .environment("CAMEL_COMPONENT_DIS_DUMP_CUSTOMIZER_ENABLED", "true")
                .start()) {
            assertThat(app.component().getTask().getTaskName()).isEqualTo("of-the-environment");
        }
    }

    @Test
    void inYamlWithTheTypesThatYamlHas() {
        try (var app =
                application().file("application.yaml", """
                camel:
                  component:
                    dis-dump:
                      max-retries: 7
                      retry-delay: 2s
                      retryTimeout: 90000
                      wait-timeout: PT3M
                      if-exists: ignoreSame
                      ignore-body: true
                      fill-missing-fields: on
                      reject-limit: 10
                """).start("--camel.component.dis-dump.max-retry-delay=1m30s")) {
            assertThat(app.component().getPolicy().getMaxRetries()).isEqualTo(7);
            assertThat(app.component().getPolicy().getRetryDelay()).isEqualTo(2_000);
            assertThat(app.component().getPolicy().getRetryTimeout()).isEqualTo(90_000);
            assertThat(app.component().getPolicy().getWaitTimeout()).isEqualTo(180_000);
            assertThat(app.component().getPolicy().getMaxRetryDelay()).isEqualTo(90_000);
            assertThat(app.component().getPolicy().getIfExists()).isEqualTo(DisDumpIfExists.ignoreSame);
            assertThat(app.component().getConfiguration().isIgnoreBody()).isTrue();
            assertThat(app.component().getTask().getFillMissingFields()).isEqualTo("true");
            assertThat(app.component().getTask().getRejectLimit()).isEqualTo("10");
        }
    }

    @Test
    void secretsArriveAsTheyAre() {
        dis.simulator().addUser("account", "user", ODD);
        try (var app = new SpringBootApplicationFixture(directory)
                .withEndpoints(dis.simulator())
                .file("application.yaml", """
                        camel.component.dis-dump:
                          iam-domain: account
                          iam-user: user
                          task-name: from-yaml
                          user-password: '%s'
                        """.formatted(ODD.replace("'", "''")))
                .environment("CAMEL_COMPONENT_DISDUMP_PASSWORD", ODD)
                .start()) {
            app.sendWithout("user_password");
        }
        assertThat(dis.simulator().requests(Kind.LOGIN))
                .singleElement()
                .satisfies(login -> assertThat(login.json()
                                .at("/auth/identity/password/user/password")
                                .textValue())
                        .isEqualTo(ODD));
        assertThat(dis.simulator().tasks("s1"))
                .singleElement()
                .satisfies(task -> assertThat(
                                task.descriptor().get("user_password").textValue())
                        .isEqualTo(ODD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.dis-dump.http.userAgent",
                "camel.component.dis-dump.http.user-agent",
                "camel.component.dis-dump.http[userAgent]",
                "camel.component.dis-dump.http.useragent"
            })
    void anOptionOfTheHttpEndpoint(String property) {
        try (var app = application()
                .file("application.properties", property + " = {{agent}}\nagent = by-property")
                .start()) {
            app.send();
        }
        assertThat(dis.simulator().requests(Kind.CREATE).get(0).header("User-Agent"))
                .contains("by-property");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CAMEL_COMPONENT_DISDUMP_HTTP_RESPONSETIMEOUT", "CAMEL_COMPONENT_DIS_DUMP_HTTP_RESPONSE_TIMEOUT"
            })
    void anOptionOfTheHttpEndpointInTheEnvironmentGoesBeforeTheFile(String variable) {
        try (var app = application()
                .file("application.yaml", "camel.component.dis-dump.http: {response-timeout: 1, connectTimeout: 700}")
                .environment(variable, "9000")
                .start()) {
            assertThat(app.component().getConfiguration().getHttp())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("responseTimeout", "9000", "connectTimeout", "700"));
            app.send();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-client.some-thing", "httpClient.someThing"})
    void whatCamelHttpAloneKnowsIsPassedOn(String option) {
        try (var app = new SpringBootApplicationFixture(directory, SpringBootApplicationFixture.WithoutRoute.class)
                .file("application.properties", "camel.component.dis-dump.http." + option + " = 1")
                .start()) {
            assertThat(app.component().getConfiguration().getHttp()).containsEntry("httpClient.someThing", "1");
        }
    }

    /** Beans that properties refer to. */
    static class Beans {

        @Bean
        SSLContextParameters tls() {
            return new SSLContextParameters();
        }

        @Bean
        String dwsPassword() {
            return ODD;
        }

        @Bean
        Authenticator mine() {
            return new Authenticator() {
                @Override
                public String projectId(String requested) {
                    return requested;
                }

                @Override
                public void authenticate(HttpCall call, String projectId) {
                    call.addSecretHeader("X-Auth-Token", dis.simulator().issueToken());
                }

                @Override
                public boolean renew(HttpCall refused, String projectId) {
                    return false;
                }
            };
        }

        @Bean
        DisDumpConfiguration connection() {
            DisDumpConfiguration connection = new DisDumpConfiguration();
            connection.setEndpoint(dis.simulator().baseUrl());
            connection.setStream("of-the-bean");
            connection.setHttp(new HashMap<>(Map.of("userAgent", "of-the-bean")));
            return connection;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#mine", "#bean:mine", "#type:io.github.disdump.camel.auth.Authenticator"})
    void referencesToBeans(String authenticator) {
        try (var app = new SpringBootApplicationFixture(
                        directory, SpringBootApplicationFixture.Application.class, Beans.class)
                .file("application.yaml", """
                        camel.component.dis-dump:
                          configuration: '#bean:connection'
                          authenticator: '%s'
                          project-id: %s
                          user-password: '#bean:dwsPassword'
                          http:
                            sslContextParameters: '#tls'
                        """.formatted(
                                authenticator, dis.simulator().projectId()))
                .start()) {
            app.sendWithout("user_password");

            assertThat(app.component().getConfiguration())
                    .isSameAs(app.context().getBean(DisDumpConfiguration.class));
            assertThat(app.component().getConfiguration().getStream()).isEqualTo("of-the-bean");
        }
        assertThat(dis.simulator().requests(Kind.CREATE)).singleElement().satisfies(request -> {
            assertThat(request.header("User-Agent")).contains("of-the-bean");
            assertThat(request.json()
                            .at("/dws_destination_descriptor/user_password")
                            .textValue())
                    .isEqualTo(ODD);
        });
    }

    @Test
    void everyComponentOfTheKindHasThemWhateverItsName() throws Exception {
        try (var app = application()
                .file("application.properties", "camel.component.dis-dump.task-name = t")
                .start()) {
            var second = new io.github.disdump.camel.DisDumpComponent();
            app.context().getBean(CamelContext.class).addComponent("second", second);
            assertThat(second.getTask().getTaskName()).isEqualTo("t");
        }
    }

    private SpringBootApplicationFixture application() {
        return new SpringBootApplicationFixture(directory).withToken(dis.simulator());
    }
}
