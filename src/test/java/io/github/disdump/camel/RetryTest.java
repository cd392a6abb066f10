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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

/** What is repeated, how often and after which pause. */
class RetryTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private CamelFixture camel;
    private RecordedWaits waits;

    @BeforeEach
    void open() {
        camel = CamelFixture.withToken(dis);
        camel.component().getPolicy().setMaxRetries(3);
        waits = RecordedWaits.in(camel);
    }

    @AfterEach
    void close() {
        camel.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, DIS.4303",
        "400, DIS.4305",
        "400, DIS.4205",
        "429, APIGW.0308",
        "500, DIS.5000",
        "500, DIS.5999",
        "500, APIGW.0601",
        "502, APIGW.0610",
        "503, APIGW.0613",
        "429, DIS.4304",
        "503, DIS.4999",
        "502, APIGW.0201",
        "504, APIGW.0201"
    })
    void whatMayPassIsRepeatedUntilItSucceeds(int status, String code) {
        dis.fail(Kind.CREATE, 2, Fault.disError(status, code, "busy"));

        Exchange exchange = create();

        assertThat(exchange.getException()).isNull();
        assertThat(dis.count(Kind.CREATE)).isEqualTo(3);
        assertThat(waits.pauses()).hasSize(2);
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("CREATED");
    }

    @ParameterizedTest
    @CsvSource({
        "400, DIS.4309",
        "400, DIS.4200",
        "400, DIS.4301",
        "403, DIS.4116",
        "400, APIGW.0201",
        "404, APIGW.0101",
        "400, DIS.4357",
        "401, APIGW.0301",
        "441, DIS.4100"
    })
    void whatWillNotPassIsNotRepeated(int status, String code) {
        dis.failAlways(Kind.CREATE, Fault.disError(status, code, "no"));

        Exchange exchange = create();

        assertThat(exchange.getException()).isInstanceOf(DisDumpException.class);
        assertThat(dis.count(Kind.CREATE)).isEqualTo(1);
        assertThat(waits.pauses()).isEmpty();
    }

    @Test
    void afterTheLastRetryTheLastFailureIsThrownAndTellsTheRetries() {
        dis.failAlways(Kind.CREATE, Fault.disError(400, "DIS.4303", "traffic limit"));

        Exchange exchange = create();

        assertThat(exchange.getException())
                .asInstanceOf(type(DisDumpServiceException.class))
                .satisfies(e -> {
                    assertThat(e.isRetryable()).isTrue();
                    assertThat(e.getErrorCode()).isEqualTo("DIS.4303");
                    assertThat(e.isOutcomeUnknown()).isFalse();
                    assertThat(e).hasMessageEndingWith("given up after 3 retries");
                });
        assertThat(dis.count(Kind.CREATE)).isEqualTo(4);
    }

    @Test
    void thePauseDoublesFromTheDelayToItsBoundAndIsARandomPartOfIt() {
        camel.component().getPolicy().setMaxRetries(200);
        camel.component().getPolicy().setRetryDelay(100);
        camel.component().getPolicy().setMaxRetryDelay(1_000);
        camel.component().getPolicy().setRetryTimeout(1_000_000);
        dis.failAlways(Kind.CREATE, Fault.disError(400, "DIS.4303", "traffic limit"));

        create();

        assertThat(waits.pauses()).hasSize(200);
        assertThat(waits.pauses().get(0)).isLessThan(Duration.ofMillis(100));
        assertThat(waits.pauses().get(1)).isLessThan(Duration.ofMillis(200));
        assertThat(waits.pauses().get(2)).isLessThan(Duration.ofMillis(400));
        assertThat(waits.pauses()).allMatch(pause -> pause.compareTo(Duration.ofMillis(1_000)) < 0);
        assertThat(waits.pauses()).anyMatch(pause -> pause.compareTo(Duration.ofMillis(800)) > 0);
        assertThat(waits.pauses()).anyMatch(pause -> pause.compareTo(Duration.ofMillis(200)) < 0);
    }

    @ParameterizedTest
    @CsvSource({"7, 7000", "3600, 20000", "999999999999999999, 20000"})
    void retryAfterIsObeyedWithinTheLongestPause(String seconds, long expectedMillis) {
        dis.fail(Kind.CREATE, Fault.gatewayError(429, "APIGW.0308", "slow down").withHeader("Retry-After", seconds));

        create();

        assertThat(waits.pauses()).containsExactly(Duration.ofMillis(expectedMillis));
    }

    @Test
    void retryAfterMayBeADateByTheServersClock() {
        dis.fail(
                Kind.CREATE,
                Fault.gatewayError(429, "APIGW.0308", "slow down")
                        .withHeader("Date", "Sun, 22 Nov 2026 10:00:00 GMT")
                        .withHeader("Retry-After", "Sun, 22 Nov 2026 10:00:09 GMT"));

        create();

        assertThat(waits.pauses()).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void anUnreadableRetryAfterIsNoReasonToFail() {
        dis.fail(Kind.CREATE, Fault.gatewayError(429, "APIGW.0308", "slow down").withHeader("Retry-After", "soon"));

        assertThat(create().getException()).isNull();
        assertThat(waits.pauses()).singleElement().matches(pause -> pause.toMillis() < 500);
    }

    @Test
    void noRetryBeginsAfterTheTimeForAllTries() {
        camel.component().getPolicy().setRetryTimeout(15_000);
        dis.failAlways(
                Kind.CREATE, Fault.gatewayError(429, "APIGW.0308", "slow down").withHeader("Retry-After", "10"));

        create();

        assertThat(waits.pauses()).containsExactly(Duration.ofSeconds(10));
        assertThat(dis.count(Kind.CREATE)).isEqualTo(2);
    }

    @Test
    void withoutRetriesThereIsOneCall() {
        camel.component().getPolicy().setMaxRetries(0);
        dis.failAlways(Kind.CREATE, Fault.empty(503));

        Exchange exchange = create();

        assertThat(dis.count(Kind.CREATE)).isEqualTo(1);
        assertThat(exchange.getException(DisDumpServiceException.class).isOutcomeUnknown())
                .isTrue();
    }

    @Test
    @Timeout(30)
    void stoppingTheContextEndsAPauseAtOnce() throws Exception {
        camel.component().setWaiting(null, System::nanoTime);
        camel.component().getPolicy().setRetryDelay(600_000);
        camel.component().getPolicy().setMaxRetryDelay(600_000);
        camel.component().getPolicy().setRetryTimeout(6_000_000);
        dis.failAlways(
                Kind.CREATE, Fault.gatewayError(429, "APIGW.0308", "slow down").withHeader("Retry-After", "500"));
        AtomicReference<Exchange> answer = new AtomicReference<>();
        Thread sender = new Thread(() -> answer.set(create()));
        sender.start();
        await().until(() -> sender.getState() == Thread.State.TIMED_WAITING && dis.count(Kind.CREATE) == 1);

        camel.context().stop();
        sender.join(10_000);

        assertThat(answer.get().getException())
                .asInstanceOf(type(DisDumpServiceException.class))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo("APIGW.0308"));
    }

    @Test
    @Timeout(30)
    void anInterruptEndsAPauseAndIsKept() throws Exception {
        camel.component().setWaiting(null, System::nanoTime);
        dis.failAlways(
                Kind.CREATE, Fault.gatewayError(429, "APIGW.0308", "slow down").withHeader("Retry-After", "19"));
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        AtomicReference<Exchange> answer = new AtomicReference<>();
        Thread sender = new Thread(() -> {
            answer.set(create());
            interrupted.set(Thread.currentThread().isInterrupted());
            done.countDown();
        });
        sender.start();
        await().until(() -> sender.getState() == Thread.State.TIMED_WAITING && dis.count(Kind.CREATE) == 1);

        sender.interrupt();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted.get()).isTrue();
        assertThat(answer.get().getException()).isInstanceOf(DisDumpServiceException.class);
    }

    private Exchange create() {
        return camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor());
    }
}
