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

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever happens to an exchange on its way to DIS, no log and no exception tells a secret. */
class SecretsTest {

    /** With characters that JSON escapes, and that have a meaning in a URI. */
    private static final String IAM_PASSWORD = "SECRET-iam\"pass\\word/&=<>\u00e4";

    private static final String USER_PASSWORD = "SECRET-user\"pass\\word/&=<>\u00e4";
    private static final String TOKEN = "SECRET-token-~!@#$%^&*";

    private static final String BAD = "HTTP/1.1 400 Bad";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("success", Kind.CREATE, Fault.none()),
                fault("DIS repeats the request in a 400", Kind.CREATE, Fault.echoRequest(400)),
                fault("DIS repeats the request in a 500", Kind.CREATE, Fault.echoRequest(500)),
                fault("DIS repeats the request in a 200", Kind.CREATE, Fault.echoRequest(200)),
                fault("DIS refuses the token twice and repeats the request", Kind.CREATE, Fault.echoRequest(441)),
                fault("DIS refuses the token twice", Kind.CREATE, Fault.empty(401)),
                fault("redirect", Kind.CREATE, Fault.redirect("http://127.0.0.1:1/")),
                fault("reset", Kind.CREATE, Fault.resetAfterWork()),
                fault("not HTTP", Kind.CREATE, Fault.garbage()),
                fault("late", Kind.CREATE, Fault.delay(Duration.ofMillis(1500))),
                fault("IAM repeats the request in a 400", Kind.LOGIN, Fault.echoRequest(400)),
                fault("IAM repeats the request in a 200", Kind.LOGIN, Fault.echoRequest(200)),
                fault("IAM refuses", Kind.LOGIN, Fault.iamError(401, "wrong")),
                fault("IAM without a token", Kind.LOGIN, Fault.answer(201, "{}")),
                fault("IAM without an end", Kind.LOGIN, tokenWith("{}")),
                fault("IAM without JSON", Kind.LOGIN, tokenWith("<html>" + IAM_PASSWORD)),
                fault("IAM is reset", Kind.LOGIN, Fault.resetBeforeWork()),
                fault("IAM is late", Kind.LOGIN, Fault.delay(Duration.ofMillis(1500))));
    }

    private static Arguments fault(String name, Kind kind, Fault fault) {
        return arguments(named(name, kind), fault);
    }

    private static Fault tokenWith(String body) {
        return Fault.answer(201, "text/plain", body.getBytes(StandardCharsets.UTF_8))
                .withHeader("X-Subject-Token", TOKEN);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void withALoginByPassword(Kind kind, Fault fault) throws Exception {
        dis.simulator().addUser("account", "marked", IAM_PASSWORD);
        dis.simulator().failAlways(kind, fault);
        try (CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.component().getConfiguration().setIamUser("marked");
            camel.component().getConfiguration().setPassword(IAM_PASSWORD);
            camel.component().getTask().setUserPassword(USER_PASSWORD);
            sendThroughRoute(camel, Map.of(), log);
        }
        assertThat(dis.simulator().requests(kind)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void withATokenAndAPasswordInTheHeaders(Kind kind, Fault fault) throws Exception {
        dis.simulator().failAlways(kind, fault);
        try (CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.pointingAt(dis.simulator())) {
            Map<String, Object> headers = new HashMap<>();
            headers.put(DisDumpConstants.PROJECT_ID, dis.simulator().projectId());
            headers.put(DisDumpConstants.AUTH_TOKEN, TOKEN);
            headers.put(DisDumpConstants.USER_PASSWORD, USER_PASSWORD);
            sendThroughRoute(camel, headers, log);
        }
        assertThat(dis.simulator().requests(Kind.CREATE)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void withAccessKeysAndASessionToken(Kind kind, Fault fault) throws Exception {
        String accessKey = LeakSearch.MARK + "-access-key";
        String secretKey = LeakSearch.MARK + "-secret-key";
        String sessionToken = LeakSearch.MARK + "-session-token";
        dis.simulator().addTemporaryAccessKey(accessKey, secretKey, sessionToken);
        dis.simulator().failAlways(kind, fault);
        try (CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.pointingAt(dis.simulator())) {
            camel.component().getConfiguration().setProjectId(dis.simulator().projectId());
            camel.component().getConfiguration().setAccessKey(accessKey);
            camel.component().getConfiguration().setSecretKey(secretKey);
            camel.component().getConfiguration().setSessionToken(sessionToken);
            camel.component().getTask().setUserPassword(USER_PASSWORD);
            sendThroughRoute(camel, Map.of(), log);
        }
        assertThat(dis.simulator().requests(Kind.CREATE)).isNotEmpty();
    }

    /** What no simulator of HTTP does: the request comes back as it is, in places where HTTP has other things. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s", // the answer is the request
                "HTTP/1.1 400 %s", // in the status line and the headers
                "HTTP/1.1 400 Bad\r\nX-Request-Id: %s",
                "HTTP/1.1 400 Bad\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>%s",
                "HTTP/1.1 400 Bad\r\nConnection: close\r\n\r\n{\"errorCode\": \"%s",
                "HTTP/1.1 201 Bad\r\nContent-Length: -%s",
                "HTTP/1.1 201 Bad\r\nTransfer-Encoding: chunked\r\n\r\n%s"
            })
    void whenTheServerSendsTheRequestBack(String answer) throws Exception {
        try (StubServer server = new StubServer((request, out) -> echo(answer, request, out));
                CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            camel.component().getConfiguration().setAuthToken(TOKEN);
            sendThroughRoute(camel, Map.of(DisDumpConstants.USER_PASSWORD, USER_PASSWORD), log);
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** Gson writes = and & so, Python every letter beyond ASCII, and some libraries each slash with a backslash. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pa\\u003dss\\u0026w\\u00f6rd/x",
                "pa=ss&w\\u00F6rd\\/x",
                "pa\\\\u003dss\\\\u0026w\\\\u00f6rd\\\\/x"
            })
    void whenTheServerRepeatsItInEscapes(String written) throws Exception {
        String body = "{\"errorCode\":\"DIS.4200\",\"message\":\"bad request {\\\"user_password\\\":\\\""
                + written.replace("\\", "\\\\") + "\\\"}\"}";
        try (StubServer server = new StubServer((request, out) -> StubServer.answer(out, BAD, body));
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            Map<String, Object> descriptor = CamelFixture.descriptor();
            descriptor.put("user_password", "pa=ss&w\u00f6rd/x");

            assertThat(camel.send("dis-dump:dws?stream=s1", descriptor).getException())
                    .hasMessageContaining("bad request")
                    .hasMessageContaining("xxxxxx")
                    .hasMessageNotContainingAny("pa=", "ss&", "ss\\u", "rd/", "rd\\");
        }
    }

    @Test
    @Timeout(10)
    void whenTheAnswerIsNothingButBackslashesItIsReadInNoTime() throws Exception {
        String body = "\\".repeat(65_000);
        try (StubServer server = new StubServer((request, out) -> StubServer.answer(out, BAD, body));
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            assertThat(camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor())
                            .getException())
                    .isInstanceOf(DisDumpServiceException.class);
        }
    }

    /** The secret's own backslashes are among those that the writers of JSON add. */
    @Test
    void whenASecretWithABackslashIsRepeatedInEscapes() throws Exception {
        String body = "{\"errorCode\":\"DIS.4200\",\"message\":\"bad: pa\\\\\\\\\\\\u003dbcdef\"}";
        try (StubServer server = new StubServer((request, out) -> StubServer.answer(out, BAD, body));
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            Map<String, Object> descriptor = CamelFixture.descriptor();
            descriptor.put("user_password", "pa\\=bcdef");
            assertThat(camel.send("dis-dump:dws?stream=s1", descriptor).getException())
                    .hasMessageContaining("bad: xxxxxx")
                    .hasMessageNotContaining("bcdef");
        }
    }

    /** A proxy that changes an answer marks it with 203; a task that others made has a password that nobody here knows. */
    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 203 Changed, ignoreSame, the-other-password",
        "HTTP/1.1 404 Gone, ignoreSame, userpassword",
        "HTTP/1.1 404 Gone, replace, userpassword"
    })
    void whenAProxyAnswersTheQuestionForATaskWithItsDescription(String status, String ifExists, String password)
            throws Exception {
        String body = "{\"task_name\":\"dwstask\",\"user_password\":\"" + password + "\"}";
        String refusal = "{\"errorCode\":\"DIS.4355\",\"message\":\"exists\"}";
        try (StubServer server = new StubServer((request, out) -> {
                    boolean create = request.startsWith("POST");
                    StubServer.answer(out, create ? BAD : status, create ? refusal : body);
                });
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            assertThat(camel.send("dis-dump:dws?stream=s1&ifExists=" + ifExists, CamelFixture.descriptor())
                            .getException())
                    .hasMessageContaining(status.substring(9, 12))
                    .hasMessageNotContaining(password);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void whenTheServerRepeatsALongTokenSoOftenThatTheAnswerIsCutWithinOne() throws Exception {
        String token = LeakSearch.MARK + "t".repeat(30_000);
        try (StubServer server = new StubServer((request, out) -> {
                    StubServer.write(out, "HTTP/1.1 400 Bad\r\nContent-Length: 1000000\r\n\r\n");
                    StubServer.write(out, (token + " ").repeat(3));
                });
                CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            camel.component().getConfiguration().setAuthToken(token);
            sendThroughRoute(camel, Map.of(), log);
        }
    }

    private static void echo(String answer, String request, OutputStream out) throws IOException {
        StubServer.write(out, answer.replace("%s", request));
        out.close();
    }

    private static void sendThroughRoute(CamelFixture camel, Map<String, Object> headers, CapturedLog log)
            throws Exception {
        String uri = "dis-dump:dws?stream=s1&http.responseTimeout=500";
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("in").to(uri);
            }
        });
        Map<String, Object> body = CamelFixture.descriptor();
        body.put("user_password", USER_PASSWORD);
        Exchange exchange = camel.send("direct:in", body, headers);
        new LeakSearch()
                .in(exchange.getException())
                .in("exchange", exchange)
                .in("message", exchange.getMessage())
                .in("status", exchange.getMessage().getHeader(DisDumpConstants.REQUEST_ID))
                .in("status", exchange.getMessage().getHeader(DisDumpConstants.ERROR_CODE))
                .inEndpointsOf(camel.context())
                .inManagement()
                .in(log)
                .findsNothing();
    }
}
