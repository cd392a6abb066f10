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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A secret that breaks a rule itself, or stands beside a mistake: the mistake is told, the secret is not. */
class SecretsInMistakesTest {

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    static List<Arguments> headers() {
        return List.of(
                header("token with a line break", DisDumpConstants.AUTH_TOKEN, "SECRET-t\r\nX: y"),
                header("token of another alphabet", DisDumpConstants.AUTH_TOKEN, "SECRET-\u4f60\u597d"),
                header("token as a list", DisDumpConstants.AUTH_TOKEN, List.of("SECRET-a", "SECRET-\n")),
                header("password as a list", DisDumpConstants.USER_PASSWORD, List.of("SECRET-a")),
                header("password as a map", DisDumpConstants.USER_PASSWORD, Map.of("SECRET-a", "SECRET-b")),
                header("password and a mistake beside it", "CamelDisDumpDwsDelimiter", "xx"),
                header("password of a misspelt header", "CamelDisDumpUserPasswort", "SECRET-a"));
    }

    private static Arguments header(String name, String header, Object value) {
        return arguments(named(name, header), value);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void inHeaders(String header, Object value) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(DisDumpConstants.USER_PASSWORD, "SECRET-password");
        headers.put(header, value);
        sendInvalid(descriptor(), headers);
    }

    static List<Arguments> bodies() {
        Map<String, Object> list = descriptor();
        list.put("user_password", List.of("SECRET-a"));
        Map<String, Object> map = descriptor();
        map.put("user_password", Map.of("SECRET-a", "SECRET-b"));
        Map<String, Object> misspelt = descriptor();
        misspelt.put("user_pasword", "SECRET-a");
        Map<String, Object> twice = descriptor();
        twice.put("userPassword", "SECRET-b");
        twice.put("user_password", "SECRET-a");
        return List.of(
                arguments(named("a list", list)),
                arguments(named("a map", map)),
                arguments(named("misspelt", misspelt)),
                arguments(named("under two names", twice)),
                arguments(named("JSON twice", "{\"user_password\": \"SECRET-a\", \"user_password\": \"SECRET-b\"}")),
                arguments(named("JSON that breaks off", "{\"user_password\": \"SECRET-a")),
                arguments(named("JSON with a bad escape", "{\"user_password\": \"SECRET-a\\x\"}")),
                arguments(named("JSON without quotes", "{\"user_password\": SECRET-a}")),
                arguments(named("JSON with a list", "{\"user_password\": [\"SECRET-a\"]}")),
                arguments(named("JSON in JSON", "\"{\\\"user_password\\\": \\\"SECRET-a\\\"}\"")),
                arguments(named("a line break", "{\"user_password\": \"SECRET-a\nSECRET-b\"}")),
                arguments(named("text", "user_password=SECRET-a")),
                arguments(named("rest after the JSON", "{} SECRET-a")));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void inTheBody(Object body) {
        sendInvalid(body, Map.of());
    }

    private static void sendInvalid(Object body, Map<String, Object> headers) {
        try (CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Exchange exchange = camel.send("dis-dump:dws?stream=s1", body, headers);
            assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpValidationException.class);
            new LeakSearch()
                    .in(exchange.getException())
                    .in(log)
                    .inEndpointsOf(camel.context())
                    .findsNothing();
        }
        assertThat(dis.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authToken=RAW(SECRET-a\u4f60)",
                "authToken=SECRET-a&password=SECRET-b&iamUser=u&iamDomain=d",
                "password=RAW(SECRET-a&b=c)",
                "secretKey=SECRET-a",
                "sessionToken=SECRET-a",
                "accessKey=SECRET-a&sessionToken=SECRET-b",
                "authToken=t&accessKey=SECRET-a&secretKey=SECRET-b",
                "endpoint=RAW(https://user:SECRET-a@dis.example.com)&authToken=t",
                "userPassword=RAW(SECRET-a)&deliverTimeInterval=1",
                "userPassword=RAW(SECRET-a)&http.noSuchOption=1",
                "authToken=SECRET-a&dwsDelimiter=xx"
            })
    void inOptionsThatStopTheStart(String options) throws Exception {
        try (CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.pointingAt(dis.simulator())) {
            camel.component().getConfiguration().setEndpoint(null);
            camel.component().getConfiguration().setRegion("r");
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("dis-dump:dws?stream=s1&" + options);
                }
            });
            Throwable failure = catchThrowable(() -> camel.context().start());
            assertThat(failure).isNotNull();
            new LeakSearch().in(failure).in(log).findsNothing();
        }
    }

    @Test
    void inOptionsOfTheComponentThatStopTheStart() throws Exception {
        try (CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.pointingAt(dis.simulator())) {
            DisDumpConfiguration options = camel.component().getConfiguration();
            options.setAuthToken("SECRET-\u4f60");
            options.setSecretKey("SECRET-a");
            options.setPassword("SECRET-b");
            Throwable failure = catchThrowable(() -> {
                camel.context().start();
                camel.context().getEndpoint("dis-dump:dws?stream=s1");
            });
            assertThat(failure).isNotNull();
            new LeakSearch().in(failure).in(log).findsNothing();
        }
    }
}
