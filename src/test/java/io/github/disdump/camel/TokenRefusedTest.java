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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.TokenRefusal;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** DIS refuses a token of IAM: it is renewed once, the request is repeated once, and many refusals need one renewal. */
class TokenRefusedTest {

    private static final String URI = "dis-dump:dws?stream=s1";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension().beforeEach(simulator -> simulator.taskQuota(1000));

    @ParameterizedTest
    @CsvSource({"DIS_4114, 441", "DIS_4114, 401", "APIGW_0301, 401", "APIGW_0307, 401"})
    void anEndedTokenIsRenewedOnceAndTheRequestRepeatedOnce(TokenRefusal refusal, int status) {
        dis.simulator().behaviour().refuseTokensWith(refusal).authenticationStatus(status);
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.send(URI, descriptor(), taskName("first"));
            dis.simulator().expireTokens();
            Exchange exchange = camel.send(URI, descriptor(), taskName("second"));

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE))
                    .isEqualTo(201);
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.ERROR_CODE))
                    .isNull();
        }
        assertThat(dis.simulator().requests(Kind.CREATE))
                .extracting(request -> request.status())
                .containsExactly(201, status, 201);
        assertThat(dis.simulator().requests(Kind.CREATE).get(2).body())
                .isEqualTo(dis.simulator().requests(Kind.CREATE).get(1).body());
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(2);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(Fault.empty(401), 401, null),
                arguments(Fault.html(441), 441, null),
                arguments(Fault.disError(441, "DIS.4114", "expired"), 441, "DIS.4114"),
                arguments(Fault.disError(401, "DIS.4114", "expired"), 401, "DIS.4114"),
                arguments(Fault.gatewayError(401, "APIGW.0301", "token expired"), 401, "APIGW.0301"),
                arguments(Fault.gatewayError(401, "APIG.0301", "token expired"), 401, "APIG.0301"),
                arguments(Fault.gatewayError(401, "APIGW.0307", "update the token"), 401, "APIGW.0307"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aTokenThatIsRefusedTwiceIsNotTriedAThirdTime(Fault refusal, int status, String code) {
        dis.simulator().failAlways(Kind.CREATE, refusal);
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor());
            assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpAuthenticationException.class);
            DisDumpAuthenticationException refused = exchange.getException(DisDumpAuthenticationException.class);
            assertThat(refused.getStatusCode()).isEqualTo(status);
            assertThat(refused.getErrorCode()).isEqualTo(code);
            assertThat(refused.isRetryable()).isFalse();
            assertThat(refused.isOutcomeUnknown()).isFalse();
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE))
                    .isEqualTo(status);
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.ERROR_CODE))
                    .isEqualTo(code);
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(2);
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(2);
    }

    @Test
    void theAnswerToTheRepeatCountsNotTheOneBefore() {
        dis.simulator().fail(Kind.CREATE, Fault.disError(441, "DIS.4114", "expired"));
        dis.simulator().fail(Kind.CREATE, Fault.disError(400, "DIS.4355", "exists"));
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException())
                    .isExactlyInstanceOf(DisDumpServiceException.class)
                    .extracting(e -> ((DisDumpServiceException) e).getErrorCode())
                    .isEqualTo("DIS.4355");
        }
    }

    @Test
    void aRepeatWithoutAnAnswerLeavesTheOutcomeUnknown() {
        dis.simulator().fail(Kind.CREATE, Fault.disError(441, "DIS.4114", "expired"));
        dis.simulator().fail(Kind.CREATE, Fault.resetAfterWork());
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .extracting(e -> ((DisDumpException) e).isOutcomeUnknown())
                    .isEqualTo(true);
        }
        assertThat(dis.simulator().tasks("s1")).hasSize(1);
    }

    @Test
    void iamsAnswerCountsWhenTheRenewalFails() {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.send(URI, descriptor(), taskName("first"));
            dis.simulator().changePassword("account", "user", "changed-password");
            assertThat(camel.send(URI, descriptor(), taskName("second")).getException())
                    .isExactlyInstanceOf(DisDumpAuthenticationException.class)
                    .hasMessageStartingWith("IAM login of user 'user' of domain 'account' was refused: HTTP 401");
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(2);
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(2);
    }

    @Test
    void otherRefusalsDoNotRenewTheToken() {
        dis.simulator().fail(Kind.CREATE, Fault.disError(403, "DIS.4116", "not allowed"));
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException()).isExactlyInstanceOf(DisDumpServiceException.class);
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
    }

    @Test
    void manyExchangesWithTheSameRefusedTokenAskIamOnce() throws Exception {
        int exchanges = 16;
        ExecutorService threads = Executors.newFixedThreadPool(exchanges);
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.send(URI, descriptor(), taskName("first"));
            ProducerTemplate template = camel.context().createProducerTemplate();
            // The delay lets all of them set out with the first token before one is refused.
            dis.simulator().fail(Kind.CREATE, exchanges, Fault.delayBeforeWork(Duration.ofMillis(700)));
            dis.simulator().expireTokens();
            List<Future<Exchange>> sent = IntStream.range(0, exchanges)
                    .mapToObj(i -> threads.submit(() -> template.request(URI, exchange -> {
                        exchange.getMessage().setBody(descriptor());
                        exchange.getMessage().setHeader(DisDumpConstants.TASK_NAME, "t" + i);
                    })))
                    .toList();
            for (Future<Exchange> future : sent) {
                assertThat(future.get().getException()).isNull();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(dis.simulator().requests(Kind.CREATE).stream()
                        .filter(request -> request.status() == 441)
                        .map(request -> request.header("X-Auth-Token").orElseThrow())
                        .toList())
                .hasSize(exchanges)
                .containsOnly(dis.simulator()
                        .requests(Kind.CREATE)
                        .get(0)
                        .header("X-Auth-Token")
                        .orElseThrow());
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(2);
        assertThat(dis.simulator().tasks("s1")).hasSize(exchanges + 1);
    }

    private static Map<String, Object> taskName(String name) {
        return Map.of(DisDumpConstants.TASK_NAME, name);
    }
}
