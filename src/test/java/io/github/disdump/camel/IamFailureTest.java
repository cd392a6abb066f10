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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** IAM answers no, or nothing usable: the right exception, and DIS never hears of it. */
class IamFailureTest {

    private static final String URI = "dis-dump:dws?stream=s1&http.responseTimeout=400";
    private static final String GOOD_BODY =
            "{\"token\": {\"expires_at\": \"2999-01-01T00:00:00.000000Z\", \"project\": {\"id\": \"p1\"}}}";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @AfterEach
    void disHeardNothing() {
        assertThat(dis.simulator().count(Kind.CREATE)).isZero();
        assertThat(dis.simulator().count(Kind.UNKNOWN)).isZero();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("wrong user or password", Fault.iamError(401, "wrong"), 401, "401", false),
                refusal("user disabled", Fault.iamErrorCode(403, "IAM.0082", "disabled"), 403, "IAM.0082", false),
                refusal("no such project", Fault.iamErrorCode(400, "IAM.1109", "project"), 400, "IAM.1109", false),
                refusal("account locked", Fault.iamErrorCode(401, "IAM.0061", "locked"), 401, "IAM.0061", false),
                refusal("throttled", Fault.iamErrorCode(429, "IAM.0012", "3 in 1 s"), 429, "IAM.0012", true),
                refusal("internal error", Fault.iamErrorCode(500, "IAM.0006", "internal"), 500, "IAM.0006", true),
                refusal("unavailable", Fault.empty(503), 503, null, true),
                refusal("a page of a proxy", Fault.html(502), 502, null, true),
                refusal("redirect", Fault.redirect(307, "http://127.0.0.1:1/v3/auth/tokens"), 307, null, false));
    }

    private static Arguments refusal(String name, Fault fault, int status, String code, boolean retryable) {
        return arguments(named(name, fault), status, code, retryable);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsAnAuthenticationExceptionThatTellsIamsReason(
            Fault fault, int status, String code, boolean retryable) {
        dis.simulator().fail(Kind.LOGIN, fault);
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor());
            assertThat(exchange.getException())
                    .isExactlyInstanceOf(DisDumpAuthenticationException.class)
                    .hasMessageStartingWith("IAM login of user 'user' of domain 'account' was refused: HTTP " + status);
            DisDumpAuthenticationException refused = exchange.getException(DisDumpAuthenticationException.class);
            assertThat(refused.getStatusCode()).isEqualTo(status);
            assertThat(refused.getErrorCode()).isEqualTo(code);
            assertThat(refused.getRequestId()).isNotBlank();
            assertThat(refused.isRetryable()).isEqualTo(retryable);
            assertThat(refused.isOutcomeUnknown()).isFalse();
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE))
                    .isEqualTo(status);
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsTriedOnceForEachExchange() {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.component().getConfiguration().setPassword("wrong");
            assertThat(camel.send(URI, descriptor()).getException())
                    .isExactlyInstanceOf(DisDumpAuthenticationException.class);
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
    }

    static Stream<Arguments> unusableAnswers() {
        return Stream.of(
                unusable("200 instead of 201", answer(200, GOOD_BODY), "instead of 201"),
                unusable("204 instead of 201", Fault.empty(204), "instead of 201"),
                unusable("no token", Fault.answer(201, GOOD_BODY), "no token in the header X-Subject-Token"),
                unusable(
                        "blank token",
                        Fault.answer(201, GOOD_BODY).withHeader("X-Subject-Token", " "),
                        "no token in the header X-Subject-Token"),
                unusable("no body", Fault.empty(201).withHeader("X-Subject-Token", "t"), "no time in token.expires_at"),
                unusable("no end", answer(201, "{\"token\": {}}"), "no time in token.expires_at"),
                unusable(
                        "an end that is no time",
                        answer(201, "{\"token\": {\"expires_at\": \"tomorrow\"}}"),
                        "no time in token.expires_at"),
                unusable(
                        "an end that is no text",
                        answer(201, "{\"token\": {\"expires_at\": 4102444800}}"),
                        "no time in token.expires_at"),
                unusable("a list", answer(201, "[" + GOOD_BODY + "]"), "no time in token.expires_at"),
                unusable("broken JSON", answer(201, "{\"token\": {\"expires_at\""), "the body is no JSON"),
                unusable("HTML", Fault.html(201).withHeader("X-Subject-Token", "t"), "the body is no JSON"),
                unusable(
                        "ten megabytes",
                        Fault.huge(201, 10_000_000).withHeader("X-Subject-Token", "t"),
                        "the body is no JSON"),
                unusable(
                        "not UTF-8",
                        Fault.answer(201, "application/json", "{\"\u00ff".getBytes(StandardCharsets.ISO_8859_1))
                                .withHeader("X-Subject-Token", "t"),
                        "the body is no JSON"),
                unusable("nested without end", answer(201, "{\"token\":".repeat(5000)), "the body is no JSON"),
                unusable("reset", Fault.resetBeforeWork(), "after the request was sent"),
                unusable("broken off", Fault.halfAnswer(), "the answer was not valid HTTP or broke off"),
                unusable("closed", Fault.emptyResponse(), "the connection was closed without an answer"),
                unusable("not HTTP", Fault.garbage(), "after the request was sent"),
                unusable("late", Fault.delay(Duration.ofSeconds(2)), "the answer timed out"),
                unusable("a byte now and then", Fault.dribble(20, Duration.ofSeconds(4)), "the answer timed out"));
    }

    private static Fault answer(int status, String body) {
        return Fault.answer(status, body).withHeader("X-Subject-Token", "t");
    }

    private static Arguments unusable(String name, Fault fault, String reason) {
        return arguments(named(name, fault), reason);
    }

    @ParameterizedTest
    @MethodSource("unusableAnswers")
    void anUnusableAnswerIsAnExceptionWithAKnownOutcome(Fault fault, String reason) {
        dis.simulator().fail(Kind.LOGIN, fault);
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor());
            assertThat(exchange.getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessageStartingWith("IAM login of user 'user' of domain 'account' ")
                    .hasMessageContaining(reason);
            assertThat(exchange.getException(DisDumpException.class).isOutcomeUnknown())
                    .isFalse();
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE))
                    .isNull();
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
    }

    @Test
    void iamIsNotThere() throws Exception {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.component().getConfiguration().setIamEndpoint(StubServer.closedPort());
            Exchange exchange = camel.send(URI, descriptor());
            assertThat(exchange.getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessageContaining("nothing was sent");
            assertThat(exchange.getException(DisDumpException.class).isOutcomeUnknown())
                    .isFalse();
        }
        assertThat(dis.simulator().requests()).isEmpty();
    }
}
