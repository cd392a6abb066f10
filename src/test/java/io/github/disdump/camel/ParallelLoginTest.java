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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatorClock;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many exchanges at once and an IAM that takes its time: one login, and nobody waits who need not. */
@Timeout(60)
class ParallelLoginTest {

    private static final int EXCHANGES = 200;
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final SimulatorClock CLOCK = new SimulatorClock(NOON);
    private static final Duration SLOW = Duration.ofSeconds(2);

    @RegisterExtension
    static DisSimulatorExtension dis =
            new DisSimulatorExtension(DisSimulator.builder().clock(CLOCK)).beforeEach(simulator -> CLOCK.set(NOON));

    private final ExecutorService threads =
            Executors.newCachedThreadPool(work -> new Thread(work, "test-" + System.nanoTime()));

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void twoHundredExchangesOnAnEmptyCacheAskIamOnceAndLeaveNoThread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (CamelFixture camel = passwordFixture()) {
            dis.simulator().fail(Kind.LOGIN, Fault.delay(Duration.ofMillis(300)));
            List<Future<Exchange>> sent = new ArrayList<>();
            for (int i = 0; i < EXCHANGES; i++) {
                sent.add(create(camel, "dis-dump:dws", Map.of(DisDumpConstants.STREAM, "s" + i)));
            }
            for (Future<Exchange> future : sent) {
                assertThat(future.get().getException()).isNull();
            }
            for (int i = 0; i < EXCHANGES; i++) {
                assertThat(dis.simulator().tasks("s" + i)).hasSize(1);
            }
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(EXCHANGES);

        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(startedSince(before)).isEmpty());
    }

    @Test
    void aSlowLoginDoesNotHoldUpAnExchangeWithAnotherLogin() throws Exception {
        dis.simulator().addUser("account", "quick", "quick-password");
        try (CamelFixture camel = passwordFixture()) {
            dis.simulator().fail(Kind.LOGIN, Fault.delay(SLOW));
            Future<Exchange> slow = create(camel, "dis-dump:dws?stream=s1", Map.of());
            awaitLogins(1);

            String quickUri = "dis-dump:dws?stream=s2&iamUser=quick&password=quick-password";
            assertThat(camel.send(quickUri, descriptor()).getException()).isNull();
            assertThat(slow).isNotDone();
            assertThat(slow.get().getException()).isNull();
        }
    }

    /** Logins of one user go one by one; if each waited for IAM in vain, the last would wait as often as there are projects. */
    @Test
    void loginsForManyProjectsThatWaitForASilentIamFailWithTheFirst() throws Exception {
        try (CamelFixture camel = passwordFixture()) {
            camel.component().getConfiguration().getHttp().put("responseTimeout", "2000");
            dis.simulator().failAlways(Kind.LOGIN, Fault.delay(Duration.ofSeconds(3)));
            Future<Exchange> first = create(camel, "dis-dump:dws?stream=s1", Map.of());
            awaitLogins(1);
            List<Future<Exchange>> waiting = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                waiting.add(
                        create(camel, "dis-dump:dws?stream=s1", Map.of(DisDumpConstants.PROJECT_ID, "project-" + i)));
            }

            assertThat(first.get().getException()).hasMessageContaining("the answer timed out");
            for (Future<Exchange> future : waiting) {
                assertThat(future.get().getException())
                        .isExactlyInstanceOf(DisDumpException.class)
                        .hasMessageContaining("the answer timed out");
            }
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isLessThanOrEqualTo(3);
    }

    @Test
    void aLoginThatWaitsForItsTurnDoesNotFailWithAnImpatientOne() throws Exception {
        try (CamelFixture camel = passwordFixture()) {
            dis.simulator().fail(Kind.LOGIN, Fault.delay(SLOW));
            Future<Exchange> impatient = create(camel, "dis-dump:dws?stream=s1&http.responseTimeout=300", Map.of());
            awaitLogins(1);
            Future<Exchange> patient = create(
                    camel,
                    "dis-dump:dws?stream=s1",
                    Map.of(DisDumpConstants.PROJECT_ID, dis.simulator().projectId()));

            assertThat(impatient.get().getException()).hasMessageContaining("the answer timed out");
            assertThat(patient.get().getException()).isNull();
        }
    }

    @Test
    void aSlowRenewalDoesNotHoldUpExchangesThatHaveAValidToken() throws Exception {
        try (CamelFixture camel = passwordFixture()) {
            assertThat(camel.send("dis-dump:dws?stream=s1", descriptor()).getException())
                    .isNull();
            CLOCK.set(NOON.plus(Duration.ofHours(23)).plus(Duration.ofMinutes(56)));
            dis.simulator().fail(Kind.LOGIN, Fault.delay(SLOW));
            Future<Exchange> renewing = create(camel, "dis-dump:dws?stream=s2", Map.of());
            awaitLogins(2);

            for (int i = 0; i < 3; i++) {
                assertThat(camel.send("dis-dump:dws?stream=other" + i, descriptor())
                                .getException())
                        .isNull();
            }
            assertThat(renewing).isNotDone();
            assertThat(renewing.get().getException()).isNull();
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(2);
    }

    private static CamelFixture passwordFixture() {
        CamelFixture camel = CamelFixture.withPassword(dis.simulator());
        camel.component().setClock(CLOCK);
        return camel;
    }

    private Future<Exchange> create(CamelFixture camel, String uri, Map<String, Object> headers) {
        camel.context().start();
        ProducerTemplate template = camel.context().createProducerTemplate();
        return threads.submit(() -> template.request(uri, exchange -> {
            exchange.getMessage().setBody(descriptor());
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        }));
    }

    private static void awaitLogins(int count) {
        await().until(() -> dis.simulator().count(Kind.LOGIN) == count);
    }

    /** Threads that are not the simulator's. */
    private static Set<String> startedSince(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !name.startsWith("qtp")
                        && !name.startsWith("Connector-Scheduler")
                        && !name.startsWith("awaitility"))
                .collect(Collectors.toSet());
    }
}
