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

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatorClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** IAM locks an account after five wrong passwords; a route must not be what sends them. */
class LoginBackoffTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private final SimulatorClock clock = new SimulatorClock(java.time.Instant.now());
    private CamelFixture camel;

    @BeforeEach
    void open() {
        camel = CamelFixture.withPassword(dis);
        camel.component().setClock(clock);
        camel.component().getConfiguration().setPassword("wrong-password");
        camel.component().getPolicy().setMaxRetries(3);
        RecordedWaits.in(camel);
    }

    @AfterEach
    void close() {
        camel.close();
    }

    @Test
    void aThousandExchangesInAMinuteCauseTwoLoginsAtMost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            create(Map.of()); // starts the context
            for (int i = 0; i < 10; i++) {
                List<Future<Exchange>> sent = IntStream.range(0, 100)
                        .mapToObj(n -> threads.submit(() -> create(Map.of())))
                        .toList();
                for (Future<Exchange> exchange : sent) {
                    assertThat(exchange.get().getException()).isInstanceOf(DisDumpAuthenticationException.class);
                }
                clock.advance(Duration.ofSeconds(6));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(dis.count(Kind.LOGIN)).isBetween(1, 2);
        assertThat(dis.count(Kind.CREATE)).isZero();
    }

    @Test
    void theRememberedRefusalTellsTheReasonAndUntilWhenItHolds() {
        create(Map.of());

        assertThat(create(Map.of()).getException())
                .asInstanceOf(type(DisDumpAuthenticationException.class))
                .satisfies(e -> {
                    assertThat(e.getStatusCode()).isEqualTo(401);
                    assertThat(e.isRetryable()).isFalse();
                    assertThat(e)
                            .hasMessageContaining("The username or password is wrong")
                            .hasMessageContaining("remembered: IAM is not asked again before "
                                    + clock.instant().plusSeconds(60));
                });
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
    }

    @Test
    void thePauseDoublesToAQuarterOfAnHour() {
        dis.behaviour().accountLock(false);
        for (int seconds : new int[] {60, 120, 240, 480, 900, 900}) {
            int logins = dis.count(Kind.LOGIN);
            create(Map.of());
            assertThat(dis.count(Kind.LOGIN)).isEqualTo(logins + 1);
            clock.advance(Duration.ofSeconds(seconds - 1));
            create(Map.of());
            assertThat(dis.count(Kind.LOGIN)).as("before %s s", seconds).isEqualTo(logins + 1);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void aPauseThatIsLongerThanAQuarterOfAnHourFromTheStartStaysAsItIs() {
        dis.behaviour().accountLock(false);
        camel.component().getConfiguration().setLoginBackoff(Duration.ofHours(1).toMillis());
        for (int refusal = 1; refusal <= 3; refusal++) {
            create(Map.of());
            clock.advance(Duration.ofMinutes(59));
            create(Map.of());
            assertThat(dis.count(Kind.LOGIN)).isEqualTo(refusal);
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void aLoginThatSucceedsAfterThePauseClearsTheMemory() {
        create(Map.of());
        dis.changePassword("account", "user", "wrong-password"); // now it is the right one
        clock.advance(Duration.ofSeconds(60));

        assertThat(create(Map.of()).getException()).isNull();
        assertThat(create(Map.of(DisDumpConstants.TASK_NAME, "second")).getException())
                .isNull();
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(2);
    }

    @Test
    void aChangedPasswordIsTriedAtOnce() {
        create(Map.of());

        Exchange exchange =
                camel.send("dis-dump:dws?stream=s1&password=RAW(right-password)", CamelFixture.descriptor());

        assertThat(exchange.getException()).isNull();
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(2);
    }

    @Test
    void manyProjectsAtOnceDoNotTryAWrongPasswordManyTimes() throws Exception {
        create(Map.of());
        dis.resetRequests();
        clock.advance(Duration.ofSeconds(61));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Exchange>> sent = IntStream.range(0, 16)
                    .mapToObj(n -> threads.submit(() -> create(Map.of(DisDumpConstants.PROJECT_ID, "project-" + n))))
                    .toList();
            for (Future<Exchange> exchange : sent) {
                assertThat(exchange.get().getException()).isInstanceOf(DisDumpAuthenticationException.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
    }

    @Test
    void aPasswordThatIsChangedAtIamIsTriedOnceThoughItWasRightBeforeAndNoDeadTokenIsSent() throws Exception {
        camel.component().getConfiguration().setPassword("right-password");
        assertThat(create(Map.of()).getException()).isNull();
        dis.changePassword("account", "user", "new-password"); // ends the user's tokens as well
        dis.resetRequests();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Exchange>> sent = IntStream.range(0, 16)
                    .mapToObj(n -> threads.submit(() -> create(Map.of(DisDumpConstants.PROJECT_ID, "project-" + n))))
                    .toList();
            for (Future<Exchange> exchange : sent) {
                assertThat(exchange.get().getException()).isInstanceOf(DisDumpAuthenticationException.class);
            }
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(create(Map.of()).getException()).isInstanceOf(DisDumpAuthenticationException.class);
        }
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
        assertThat(dis.count(Kind.CREATE)).isLessThanOrEqualTo(1); // the one that found the token dead
    }

    @Test
    void aForeignProjectIsRememberedForThatProjectAlone() {
        camel.component().getConfiguration().setPassword("right-password");
        dis.fail(Kind.LOGIN, Fault.iamErrorCode(403, "IAM.0003", "policy forbids"));

        assertThat(create(Map.of(DisDumpConstants.PROJECT_ID, "foreign")).getException())
                .isInstanceOf(DisDumpAuthenticationException.class);
        assertThat(create(Map.of(DisDumpConstants.PROJECT_ID, "foreign")).getException())
                .hasMessageContaining("remembered");
        assertThat(create(Map.of()).getException()).isNull();
    }

    @Test
    void anUnknownProjectIsRememberedForThatProjectAlone() {
        camel.component().getConfiguration().setPassword("right-password");

        for (int i = 0; i < 3; i++) {
            assertThat(create(Map.of(DisDumpConstants.PROJECT_ID, "unknown")).getException())
                    .isInstanceOf(DisDumpAuthenticationException.class);
        }
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
        assertThat(create(Map.of()).getException()).isNull();
    }

    @Test
    void aServerFaultOfIamIsRepeatedAndNotRemembered() {
        camel.component().getConfiguration().setPassword("right-password");
        dis.fail(Kind.LOGIN, 2, Fault.iamError(503, "unavailable"));

        assertThat(create(Map.of()).getException()).isNull();
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(3);
    }

    private Exchange create(Map<String, Object> headers) {
        return camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor(), headers);
    }
}
