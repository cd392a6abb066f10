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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets with the characters that a URI, XML or YAML uses itself arrive as they are, in each language of routes. */
class SecretsInRoutesTest {

    private static final List<String> SECRETS =
            List.of("p+a&b%c#d", "}a)b<c>'d\"", "100% sicher=ja?", "RAW\u00e4\u00f6\u00fc \u4f60\u597d", "$p\\s$");

    /** The end of RAW(...) in the middle of a secret. */
    private static final String END_OF_RAW = "p)&q+r%2Fs";

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();

    static Stream<Arguments> languagesAndSecrets() {
        return Stream.of(RouteLanguage.values())
                .flatMap(language -> SECRETS.stream().map(secret -> Arguments.of(language, secret)));
    }

    static Stream<String> secrets() {
        return SECRETS.stream();
    }

    static Stream<Arguments> languagesAndAllSecrets() {
        return Stream.concat(
                languagesAndSecrets(),
                Stream.of(RouteLanguage.values()).map(language -> Arguments.of(language, END_OF_RAW)));
    }

    @ParameterizedTest
    @MethodSource("languagesAndSecrets")
    void asAnOptionOfTheEndpoint(RouteLanguage language, String secret) throws Exception {
        String raw = "RAW(" + secret + ")";

        assertSent(secret, language, Map.of("password", raw, "userPassword", raw), Map.of());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "YAML") // which knows RAW(...) alone
    void asAnOptionOfTheEndpointWithTheOtherBrackets(RouteLanguage language) throws Exception {
        String raw = "RAW{" + END_OF_RAW + "}";

        assertSent(END_OF_RAW, language, Map.of("password", raw, "userPassword", raw), Map.of());
    }

    @ParameterizedTest
    @MethodSource("languagesAndSecrets")
    void asAPlaceholderInTheEndpointsUri(RouteLanguage language, String secret) throws Exception {
        assertSent(
                secret,
                language,
                Map.of("password", "RAW({{my.password}})", "userPassword", "RAW({{my.password}})"),
                Map.of("my.password", secret));
    }

    @ParameterizedTest
    @MethodSource("languagesAndAllSecrets")
    void asAReferenceToAProperty(RouteLanguage language, String secret) throws Exception {
        assertSent(
                secret,
                language,
                Map.of("password", "#property:my.password", "userPassword", "#property:my.other-password"),
                Map.of("my.password", secret, "my.other-password", "{{my.password}}"));
    }

    @ParameterizedTest
    @MethodSource("languagesAndAllSecrets")
    void asAnOptionOfTheComponent(RouteLanguage language, String secret) throws Exception {
        assertSent(
                secret,
                language,
                Map.of(),
                Map.of(
                        "camel.component.dis-dump.password", secret,
                        "camel.component.dis-dump.user-password", "{{my.password}}",
                        "my.password", secret));
    }

    /** Parameters that are marked as secrets are put into RAW by the YAML DSL. */
    @ParameterizedTest
    @MethodSource("secrets")
    void inYamlWithoutRaw(String secret) throws Exception {
        assertSent(secret, RouteLanguage.YAML, Map.of("password", secret, "userPassword", secret), Map.of());
    }

    private void assertSent(
            String secret, RouteLanguage language, Map<String, String> options, Map<String, String> properties)
            throws Exception {
        dis.addUser("account", "user", secret);
        Main main = new Main();
        main.setPropertyPlaceholderLocations("false");
        properties().forEach((name, value) -> main.addInitialProperty(name.toString(), value.toString()));
        properties.forEach(main::addInitialProperty);
        try {
            main.start();
            Map<String, String> all = new LinkedHashMap<>(options);
            all.put("stream", "s1");
            language.addRoute(main.getCamelContext(), all);
            main.getCamelContext().createProducerTemplate().sendBody("direct:in", body());
        } finally {
            main.stop();
        }
        assertThat(dis.requests(Kind.LOGIN))
                .singleElement()
                .satisfies(login -> assertThat(login.json()
                                .at("/auth/identity/password/user/password")
                                .textValue())
                        .isEqualTo(secret));
        assertThat(dis.requests(Kind.CREATE))
                .singleElement()
                .satisfies(create -> assertThat(create.json()
                                .at("/dws_destination_descriptor/user_password")
                                .textValue())
                        .isEqualTo(secret));
    }

    private Properties properties() {
        Properties properties = new Properties();
        String prefix = "camel.component.dis-dump.";
        properties.put(prefix + "endpoint", dis.baseUrl());
        properties.put(prefix + "iam-endpoint", dis.baseUrl());
        properties.put(prefix + "region", dis.projectName());
        properties.put(prefix + "iam-domain", "account");
        properties.put(prefix + "iam-user", "user");
        properties.put(prefix + "max-retries", "0");
        return properties;
    }

    private static Map<String, Object> body() {
        Map<String, Object> descriptor = CamelFixture.descriptor();
        descriptor.remove("user_password");
        return descriptor;
    }
}
