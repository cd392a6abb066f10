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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** DIS gives no usable answer. What matters most: may the task exist all the same? */
@Timeout(30)
class NoAnswerTest {

    private static final String URI = "dis-dump:dws?stream=s1&http.responseTimeout=500";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("reset before the work", Fault.resetBeforeWork(), 0, "after the request was sent"),
                fault("reset after the work", Fault.resetAfterWork(), 1, "after the request was sent"),
                fault("closed", Fault.emptyResponse(), 0, "the connection was closed without an answer"),
                fault("broken off", Fault.halfAnswer(), 1, "the answer was not valid HTTP or broke off"),
                fault("not HTTP", Fault.garbage(), 0, "after the request was sent"),
                fault(
                        "late",
                        Fault.delay(Duration.ofSeconds(3)),
                        1,
                        "the answer timed out (option http.responseTimeout)"),
                fault(
                        "a byte now and then",
                        Fault.dribble(30, Duration.ofSeconds(6)),
                        1,
                        "the answer timed out (option http.responseTimeout)"));
    }

    private static Arguments fault(String name, Fault fault, int tasks, String reason) {
        return arguments(named(name, fault), tasks, reason);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void onceTheRequestIsOutTheOutcomeIsUnknown(Fault fault, int tasks, String reason) {
        dis.simulator().fail(Kind.CREATE, fault);
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor());
            assertThat(exchange.getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessageStartingWith("Creating dump task 'dwstask' on stream 's1' failed: No answer from "
                            + dis.simulator().baseUrl())
                    .hasMessageContaining(reason)
                    .hasMessageEndingWith("; the task may exist all the same");
            assertThat(exchange.getException(DisDumpException.class).isOutcomeUnknown())
                    .isTrue();
            assertThat(exchange.getMessage().getHeaders())
                    .doesNotContainKeys(
                            DisDumpConstants.STATUS_CODE,
                            DisDumpConstants.REQUEST_ID,
                            DisDumpConstants.ERROR_CODE,
                            DisDumpConstants.OUTCOME)
                    .containsEntry(DisDumpConstants.STREAM, "s1");
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
        assertThat(dis.simulator().tasks("s1")).hasSize(tasks);
    }

    @Test
    void aConnectionThatIsRefusedSentNothing() throws Exception {
        try (CamelFixture camel = CamelFixture.withTokenFor(StubServer.closedPort())) {
            assertNothingSent(camel.send(URI, descriptor()), "nothing was sent: ");
        }
    }

    @Test
    void aPoolWithoutAFreeConnectionSentNothing() {
        dis.simulator().fail(Kind.CREATE, Fault.delay(Duration.ofSeconds(3)));
        String uri = "dis-dump:dws?stream=s1&http.connectionsPerRoute=1&http.connectionRequestTimeout=300";
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.context().start();
            CompletableFuture<Object> busy =
                    camel.context().createProducerTemplate().asyncRequestBody(uri, descriptor());
            await().until(() -> dis.simulator().count(Kind.CREATE) == 1);

            assertNothingSent(
                    camel.send(uri, descriptor()),
                    "all connections of the pool are in use (options http.connectionsPerRoute, http.connectionRequestTimeout)");
            assertThat(busy).isNotDone();
            assertThat(busy).succeedsWithin(Duration.ofSeconds(5));
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void aConnectionThatTheServerClosedWhileItWasIdleIsNotUsed() throws Exception {
        try (StubServer server = new StubServer((request, out) -> {
                    StubServer.created(request, out);
                    out.close();
                });
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
            // After two idle seconds the client looks at a connection before it uses it.
            await().during(Duration.ofMillis(2200)).until(() -> server.openConnections() == 0);
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
        }
    }

    private static void assertNothingSent(Exchange exchange, String reason) {
        assertThat(exchange.getException())
                .isExactlyInstanceOf(DisDumpException.class)
                .hasMessageContaining(reason);
        assertThat(exchange.getException(DisDumpException.class).isOutcomeUnknown())
                .isFalse();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE))
                .isNull();
    }
}
