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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatorClock;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static io.github.disdump.camel.HealthChecks.endpoint;
import static io.github.disdump.camel.HealthChecks.only;
import static io.github.disdump.camel.HealthChecks.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A check that is called every few seconds, for ever, must not be what brings the service or the account down. */
class HealthCheckBurdenTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private final SimulatorClock clock = new SimulatorClock(Instant.now());

    @Test
    void aServiceThatDoesNotAnswerIsDownAfterFiveSecondsAndIsNotAskedByMoreThanOneThread() throws Exception {
        try (StubServer server = new StubServer((request, out) -> {});
                CamelFixture camel = started(CamelFixture.withTokenFor(server.baseUrl()), "dis-dump:dws?stream=s1")) {
            long start = System.nanoTime();
            HealthCheck.Result result = only(camel.context());

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(4_900), Duration.ofSeconds(20));
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage()).contains("No answer within 5000 ms");

            ReadinessProbe probe = endpoint(camel).session().probe();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> probe.ask(Duration.ofMillis(10))).hasMessage("No answer within 10 ms");
            }
            assertThat(server.requests()).hasSize(1);
            assertThat(threads()).isEqualTo(1);
            camel.context().stop();
            await().until(() -> threads() == 0);
        }
    }

    @Test
    void afterTheTimeLimitTheNextCheckAsksAgain() throws Exception {
        try (CamelFixture camel = started(CamelFixture.withToken(dis), "dis-dump:dws?stream=s1")) {
            ReadinessProbe probe = endpoint(camel).session().probe();
            dis.fail(Kind.LIST, Fault.delay(Duration.ofMillis(400)));
            assertThatThrownBy(() -> probe.ask(Duration.ofMillis(10))).hasMessage("No answer within 10 ms");

            await().until(() -> threads() == 0);
            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(dis.count(Kind.LIST)).isEqualTo(2);
        }
    }

    @Test
    void aCallerThatIsInterruptedStaysSo() throws Exception {
        try (CamelFixture camel = started(CamelFixture.withToken(dis), "dis-dump:dws?stream=s1")) {
            dis.fail(Kind.LIST, Fault.delay(Duration.ofMillis(400)));
            Thread.currentThread().interrupt();

            HealthCheck.Result result = only(camel.context());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage().orElseThrow()).contains("Interrupted");
            await("its question, which the next test would count").until(() -> threads() == 0);
        }
    }

    @Test
    void whatMayPassIsAskedForOnceACheck() throws Exception {
        CamelFixture fixture = CamelFixture.withToken(dis);
        fixture.component().getPolicy().setMaxRetries(3);
        try (CamelFixture camel = started(fixture, "dis-dump:dws?stream=s1")) {
            dis.fail(Kind.LIST, 2, Fault.disError(400, "DIS.4303", "traffic limit"));

            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(dis.count(Kind.LIST)).isEqualTo(3);
            assertThat(endpoint(camel).getRetried()).isZero();
        }
    }

    @Test
    void aWrongPasswordIsNotTriedByEachCheck() throws Exception {
        CamelFixture fixture = CamelFixture.withPassword(dis).withClock(clock);
        fixture.component().getConfiguration().setPassword("wrong-password");
        try (CamelFixture camel = started(fixture, "dis-dump:dws?stream=s1")) {
            for (int i = 0; i < 10; i++) {
                HealthCheck.Result result = only(camel.context());
                assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
                assertThat(result.getDetails()).containsEntry("service.status.code", 401);
                clock.advance(Duration.ofSeconds(5));
            }
            assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
        }
    }

    @Test
    void aRefusalThatTheMessagesMetIsNotTriedAnewByTheCheck() throws Exception {
        CamelFixture fixture = CamelFixture.withPassword(dis).withClock(clock);
        fixture.component().getConfiguration().setPassword("wrong-password");
        try (CamelFixture camel = started(fixture, "dis-dump:dws?stream=s1")) {
            camel.send("direct:in", descriptor());

            assertThat(only(camel.context()).getMessage().orElseThrow())
                    .contains("remembered: IAM is not asked again before");
            assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
        }
    }

    /** The gateway locks an access key after five wrong signatures, and DIS an address after too many failed calls. */
    enum FinalNo {
        WRONG_KEY,
        UNKNOWN_STREAM
    }

    @ParameterizedTest
    @EnumSource
    void aFinalNoIsAskedForOnceInAMinute(FinalNo no) throws Exception {
        try (CamelFixture camel = started(refused(no), "dis-dump:dws?stream=s1")) {
            HealthCheck.Result first = only(camel.context());
            for (int i = 0; i < 11; i++) {
                clock.advance(Duration.ofSeconds(5));
                HealthCheck.Result remembered = only(camel.context());
                assertThat(remembered.getState()).isEqualTo(HealthCheck.State.DOWN);
                assertThat(remembered.getDetails().get("service.error.code"))
                        .isEqualTo(first.getDetails().get("service.error.code"))
                        .isNotNull();
                assertThat(remembered.getMessage().orElseThrow())
                        .startsWith(first.getMessage().orElseThrow())
                        .contains("; not asked again before ");
            }
            assertThat(dis.count(Kind.LIST)).isEqualTo(1);

            clock.advance(Duration.ofSeconds(6));
            only(camel.context());
            assertThat(dis.count(Kind.LIST)).isEqualTo(2);
        }
    }

    @Test
    void clearingTheTokenLetsTheCheckAskAtOnce() throws Exception {
        try (CamelFixture camel = started(refused(FinalNo.UNKNOWN_STREAM), "dis-dump:dws?stream=s1")) {
            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.DOWN);
            dis.streamsExist("s1");
            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.DOWN);

            endpoint(camel).clearToken();

            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void clearingTheTokenLetsTheChecksOfAllEndpointsWithThisUserAskAtOnce() throws Exception {
        dis.addUser("account", "other", "password-of-other");
        dis.streamsExist("another");
        try (CamelFixture camel = CamelFixture.withPassword(dis).withClock(clock)) {
            HealthChecks.switchOn(camel.context());
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:1").to("dis-dump:dws?stream=s1");
                    from("direct:2").to("dis-dump:dws?stream=s2");
                    from("direct:3").to("dis-dump:dws?stream=s3&iamUser=other&password=RAW(password-of-other)");
                }
            });
            camel.context().start();
            assertThat(streamsThatAreUp(camel)).isEmpty();
            dis.streamsExist("s1", "s2", "s3");
            assertThat(streamsThatAreUp(camel)).isEmpty();

            camel.context()
                    .getEndpoint("dis-dump:dws?stream=s1", DisDumpEndpoint.class)
                    .clearToken();

            assertThat(streamsThatAreUp(camel)).containsExactlyInAnyOrder("s1", "s2");
        }
    }

    @Test
    void clearingTheTokenOfAnEndpointWithoutLoginConcernsNoOther() throws Exception {
        try (CamelFixture camel = started(refused(FinalNo.UNKNOWN_STREAM), "dis-dump:dws?stream=s1")) {
            only(camel.context());

            camel.context()
                    .getEndpoint("dis-dump:dws?stream=s2", DisDumpEndpoint.class)
                    .clearToken();

            only(camel.context());
            assertThat(dis.count(Kind.LIST)).isEqualTo(1);
        }
    }

    @Test
    void manyCallersAtTheSameMomentAskForAFinalNoOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (CamelFixture camel = started(refused(FinalNo.UNKNOWN_STREAM), "dis-dump:dws?stream=s1")) {
            ReadinessProbe probe = endpoint(camel).session().probe();
            List<Callable<Void>> calls = Collections.nCopies(500, () -> {
                assertThatThrownBy(() -> probe.ask(Duration.ofSeconds(30)))
                        .isInstanceOf(DisDumpServiceException.class)
                        .hasMessageContaining("DIS.4301");
                return null;
            });
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
            assertThat(dis.count(Kind.LIST)).isEqualTo(1);
        } finally {
            callers.shutdownNow();
        }
    }

    private static List<String> streamsThatAreUp(CamelFixture camel) {
        return HealthChecks.producerChecks(camel.context()).stream()
                .map(HealthCheck::call)
                .filter(result -> result.getState() == HealthCheck.State.UP)
                .map(result -> (String) result.getDetails().get("stream"))
                .toList();
    }

    private CamelFixture refused(FinalNo no) {
        if (no == FinalNo.UNKNOWN_STREAM) {
            dis.streamsExist("another");
            return CamelFixture.withToken(dis).withClock(clock);
        }
        CamelFixture camel = CamelFixture.pointingAt(dis).withClock(clock);
        dis.addAccessKey("access-key", "secret-key");
        camel.component().getConfiguration().setProjectId(dis.projectId());
        camel.component().getConfiguration().setAccessKey("access-key");
        camel.component().getConfiguration().setSecretKey("wrong-secret-key");
        return camel;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("DisDumpHealthCheck"))
                .count();
    }
}
