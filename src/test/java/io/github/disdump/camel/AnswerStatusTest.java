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

import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** What the status of an answer means: 201 and nothing else is success, and no redirect is followed. */
class AnswerStatusTest {

    private static final String URI = "dis-dump:dws?stream=s1";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @RegisterExtension
    static DisSimulatorExtension elsewhere = new DisSimulatorExtension();

    @Test
    void success() {
        dis.simulator().fail(Kind.CREATE, Fault.none().withHeader("X-Request-Id", "req-1"));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Map<String, Object> headers = camel.send(URI, descriptor(), Map.of("CamelDisDumpErrorCode", "DIS.0001"))
                    .getMessage()
                    .getHeaders();
            assertThat(headers)
                    .containsEntry(DisDumpConstants.STATUS_CODE, 201)
                    .containsEntry(DisDumpConstants.REQUEST_ID, "req-1")
                    .containsEntry(DisDumpConstants.OUTCOME, "CREATED")
                    .doesNotContainKey(DisDumpConstants.ERROR_CODE);
        }
    }

    @Test
    void aServiceThatDoesNotTellTheRequestsIdLeavesTheHeaderAway() {
        dis.simulator().fail(Kind.CREATE, Fault.none().withoutRequestId());
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor(), Map.of(DisDumpConstants.REQUEST_ID, "of another call"));
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(DisDumpConstants.REQUEST_ID);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 203, 204, 206, 299})
    void anySuccessOtherThan201LeavesTheOutcomeUnknown(int status) {
        dis.simulator().fail(Kind.CREATE, Fault.empty(status).afterWork().withHeader("X-Request-Id", "req-1"));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor());
            assertThat(exchange.getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessage("Creating dump task 'dwstask' on stream 's1' was answered with HTTP " + status
                            + " (request req-1) instead of 201; the task may exist all the same");
            assertThat(exchange.getException(DisDumpException.class).isOutcomeUnknown())
                    .isTrue();
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry(DisDumpConstants.STATUS_CODE, status)
                    .containsEntry(DisDumpConstants.REQUEST_ID, "req-1")
                    .doesNotContainKey(DisDumpConstants.OUTCOME);
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void aRedirectToAnotherHostIsAnErrorAndTheOtherHostSeesNothing(int status) {
        String target =
                elsewhere.simulator().baseUrl() + "/v2/" + dis.simulator().projectId() + "/streams/s1/transfer-tasks";
        dis.simulator().fail(Kind.CREATE, Fault.redirect(status, target));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            assertRedirectRefused(camel.send(URI, descriptor()), status);
        }
    }

    @Test
    void anOptionOfTheHttpEndpointDoesNotSwitchRedirectsOn() {
        dis.simulator()
                .fail(Kind.CREATE, Fault.redirect(307, elsewhere.simulator().baseUrl()));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            assertRedirectRefused(camel.send(URI + "&http.followRedirects=true", descriptor()), 307);
        }
    }

    private static void assertRedirectRefused(Exchange exchange, int status) {
        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpServiceException.class);
        DisDumpServiceException refused = exchange.getException(DisDumpServiceException.class);
        assertThat(refused.getStatusCode()).isEqualTo(status);
        assertThat(refused.isRetryable()).isFalse();
        assertThat(refused.isOutcomeUnknown()).isFalse();
        assertThat(elsewhere.simulator().requests()).isEmpty();
        assertThat(dis.simulator().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, false, false",
        "403, false, false",
        "404, false, false",
        "405, false, false",
        "409, false, false",
        "413, false, false",
        "429, true,  false",
        "494, false, false",
        "500, true,  true",
        "501, false, true",
        "502, true,  true",
        "503, true,  true",
        "504, true,  true",
    })
    void withoutACodeTheStatusDecides(int status, boolean retryable, boolean outcomeUnknown) {
        dis.simulator().fail(Kind.CREATE, Fault.empty(status));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor());
            assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpServiceException.class);
            DisDumpServiceException refused = exchange.getException(DisDumpServiceException.class);
            assertThat(refused.getStatusCode()).isEqualTo(status);
            assertThat(refused.isRetryable()).isEqualTo(retryable);
            assertThat(refused.isOutcomeUnknown()).isEqualTo(outcomeUnknown);
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void whatIsKnownOfAFailureIsInTheHeadersWhenTheExceptionIsHandled() throws Exception {
        dis.simulator()
                .fail(
                        Kind.CREATE,
                        Fault.gatewayError(429, "APIGW.0308", "throttled").withHeader("X-Request-Id", "req-2"));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .onException(DisDumpServiceException.class)
                            .handled(true)
                            .setBody(simple("${header.CamelDisDumpStatusCode} ${header.CamelDisDumpErrorCode}"
                                    + " ${header.CamelDisDumpStream} ${header.CamelDisDumpTaskName}"))
                            .end()
                            .to(URI);
                }
            });
            Exchange exchange = camel.send("direct:in", descriptor());
            assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("429 APIGW.0308 s1 dwstask");
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.REQUEST_ID, String.class))
                    .isNotBlank();
        }
    }
}
