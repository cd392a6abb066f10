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
package io.github.disdump.camel;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kamelet creates tasks on Camel Main, and secrets reach it as they are on each way. */
class KameletTest {

    private static final String KAMELET = "camel.kamelet.dis-dump-dws-sink.";
    private static final String COMPONENT = "camel.component.dis-dump.";

    private static final String ROUTE = """
            - route:
                from:
                  uri: direct:in
                  steps:
                    - to:
                        uri: kamelet:dis-dump-dws-sink
                        parameters: {%s}
            """;
    private static final String PIPE = """
            apiVersion: camel.apache.org/v1
            kind: Pipe
            metadata:
              name: definitions-to-dws
            spec:
              source:
                uri: direct:in
              sink:
                ref:
                  kind: Kamelet
                  apiVersion: camel.apache.org/v1
                  name: dis-dump-dws-sink
                properties: {%s}
            """;

    /** Where the secrets are that a route or a Pipe needs. */
    enum SecretBy {
        OPTION_OF_THE_COMPONENT(
                ROUTE, "", Map.of(COMPONENT + "password", "{{secret}}", COMPONENT + "user-password", "{{secret}}")),
        OPTION_OF_THE_COMPONENT_FOR_A_PIPE(PIPE, "", OPTION_OF_THE_COMPONENT.properties),
        PROPERTY_OF_THE_KAMELET(
                ROUTE, "", Map.of(KAMELET + "password", "{{secret}}", KAMELET + "userPassword", "{{secret}}")),
        PROPERTY_OF_THE_KAMELET_FOR_A_PIPE(PIPE, "", PROPERTY_OF_THE_KAMELET.properties),

        /** The operator of Camel K turns the properties of a Pipe's sink into these, and gives the sink an id. */
        PROPERTY_AS_THE_OPERATOR_SETS_IT(
                ROUTE.replace("dws-sink", "dws-sink/sink"),
                "",
                Map.of(KAMELET + "sink.password", "{{secret}}", KAMELET + "sink.userPassword", "#property:secret")),
        REFERENCE_IN_A_ROUTE(ROUTE, ", password: '#property:secret', userPassword: '#property:secret'", Map.of()),
        PLACEHOLDER_IN_A_ROUTE(ROUTE, ", password: 'RAW({{secret}})', userPassword: 'RAW({{secret}})'", Map.of());

        private final String definition;
        private final String parameters;
        private final Map<String, String> properties;

        SecretBy(String definition, String parameters, Map<String, String> properties) {
            this.definition = definition;
            this.parameters = parameters;
            this.properties = properties;
        }
    }

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private final Main main = new Main();
    private final LeakSearch shown = new LeakSearch();

    @BeforeEach
    void pointAtTheSimulator() {
        main.setPropertyPlaceholderLocations("false");
        main.addInitialProperty(COMPONENT + "endpoint", dis.baseUrl());
        main.addInitialProperty(COMPONENT + "iam-endpoint", dis.baseUrl());
        main.addInitialProperty(COMPONENT + "max-retries", "0");
    }

    static Stream<Arguments> waysAndSecrets() {
        return Stream.of(SecretBy.values())
                .flatMap(way ->
                        Stream.of("p+a&b%c#d", "100%2F+&=?", "}a)b<'\"").map(secret -> Arguments.of(way, secret)));
    }

    @ParameterizedTest
    @MethodSource("waysAndSecrets")
    void aSecretArrivesAsItIs(SecretBy way, String secret) throws Exception {
        send(way, secret);

        assertThat(dis.requests(Kind.LOGIN))
                .singleElement()
                .satisfies(login -> assertThat(login.json()
                                .at("/auth/identity/password/user/password")
                                .textValue())
                        .isEqualTo(secret));
        assertThat(created().path("user_password").textValue()).isEqualTo(secret);
    }

    /** RAW(...) would show what stands behind a closing bracket. */
    @ParameterizedTest
    @EnumSource(names = {"OPTION_OF_THE_COMPONENT", "OPTION_OF_THE_COMPONENT_FOR_A_PIPE", "REFERENCE_IN_A_ROUTE"})
    void aSecretOfTheComponentAndOneByNameAreShownNowhere(SecretBy way) throws Exception {
        try (CapturedLog log = CapturedLog.ofEverything()) {
            send(way, LeakSearch.MARK + "a)" + LeakSearch.MARK + "b");
            shown.inWhatOperatorsSee(log);
        }
        assertThat(created().path("user_password").textValue()).startsWith(LeakSearch.MARK);
        shown.findsNothing();
    }

    @Test
    void thePropertiesMakeATaskWithoutABody() throws Exception {
        withToken();
        CamelFixture.descriptor()
                .forEach((name, value) -> main.addInitialProperty(KAMELET + camelCase(name), value.toString()));

        send(ROUTE.formatted("stream: s1, deliverTimeInterval: 60, rejectLimit: unlimited"), null);

        JsonNode task = created();
        assertThat(task.path("task_name").textValue()).isEqualTo("dwstask");
        assertThat(task.path("dws_delimiter").textValue()).isEqualTo("|");
        assertThat(task.path("deliver_time_interval").intValue()).isEqualTo(60);
        assertThat(task.at("/options/reject_limit").textValue()).isEqualTo("unlimited");
    }

    @Test
    void theMessageGoesBeforeAPropertyAndAPropertyBeforeTheComponent() throws Exception {
        withToken();
        Map<String, String> tables = Map.of("dws_table_name", "by-component", "dws_schema", "by-component");
        tables.forEach((name, value) -> main.addInitialProperty(COMPONENT + camelCase(name), value));
        main.addInitialProperty(COMPONENT + "deliver-time-interval", "90");
        Map<String, Object> definition = CamelFixture.descriptor();
        definition.keySet().removeAll(List.of("dws_schema", "dws_table_name"));

        send(ROUTE.formatted("stream: s1, taskName: by-kamelet, dwsTableName: by-kamelet"), definition);

        JsonNode task = created();
        assertThat(task.path("task_name").textValue()).isEqualTo("dwstask");
        assertThat(task.path("dws_table_name").textValue()).isEqualTo("by-kamelet");
        assertThat(task.path("dws_schema").textValue()).isEqualTo("by-component");
        assertThat(task.path("deliver_time_interval").intValue()).isEqualTo(90);
    }

    @Test
    void accessKeysSign() throws Exception {
        dis.addUser("owner", "of-the-project", "p", dis.projectId(), dis.projectName());
        dis.addTemporaryAccessKey("AK+1", "S+K/&=", "session+&token");
        main.addInitialProperty("ak", "AK+1");
        main.addInitialProperty("sk", "S+K/&=");
        main.addInitialProperty("st", "session+&token");

        send(
                ROUTE.formatted("stream: s1, projectId: " + dis.projectId()
                        + ", accessKey: '#property:ak', secretKey: '#property:sk', sessionToken: '#property:st'"),
                CamelFixture.descriptor());

        assertThat(created().path("task_name").textValue()).isEqualTo("dwstask");
    }

    private void send(SecretBy way, String secret) throws Exception {
        dis.addUser("account", "user", secret);
        main.addInitialProperty("secret", secret);
        way.properties.forEach(main::addInitialProperty);
        main.addInitialProperty(COMPONENT + "region", dis.projectName());
        main.addInitialProperty(COMPONENT + "stream", "s1");
        Map<String, Object> definition = CamelFixture.descriptor();
        definition.remove("user_password");

        send(way.definition.formatted("iamDomain: account, iamUser: user" + way.parameters), definition);
    }

    private void withToken() {
        main.addInitialProperty("token", dis.issueToken());
        main.addInitialProperty(KAMELET + "projectId", dis.projectId());
        main.addInitialProperty(KAMELET + "authToken", "{{token}}");
    }

    private void send(String definition, Object body) throws Exception {
        try {
            main.start();
            PluginHelper.getRoutesLoader(main.getCamelContext())
                    .loadRoutes(ResourceHelper.fromString("definition.yaml", definition));
            main.getCamelContext().createProducerTemplate().sendBody("direct:in", body);
            shown.inEndpointsOf(main.getCamelContext()).inManagement();
        } finally {
            main.stop();
        }
    }

    private JsonNode created() {
        assertThat(dis.requests(Kind.CREATE))
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(201));
        return dis.requests(Kind.CREATE).get(0).json().path("dws_destination_descriptor");
    }

    private static String camelCase(String name) {
        StringBuilder words = new StringBuilder();
        for (String word : name.split("_")) {
            words.append(words.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return words.toString();
    }
}
