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
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatorClock;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** When a token of IAM is renewed, by a clock that the test moves. */
class TokenExpiryTest {

    private static final String URI = "dis-dump:dws?stream=s1";
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final SimulatorClock CLOCK = new SimulatorClock(NOON);

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension(
                    DisSimulator.builder().clock(CLOCK))
            .beforeEach(simulator -> {
                CLOCK.set(NOON);
                simulator.taskQuota(100);
            });

    @ParameterizedTest
    @CsvSource({
        "PT24H,   PT23H55M", // five minutes before the end
        "PT51M,   PT46M",
        "PT50M,   PT45M", // where both rules meet
        "PT49M,   PT44M6S", // the last tenth
        "PT100S,  PT90S"
    })
    void aTokenIsRenewedFromThisAgeOnAndNotBefore(Duration life, Duration renewedAt) {
        dis.simulator().tokenLifetime(life);
        try (CamelFixture camel = passwordFixture()) {
            create(camel, "first");
            CLOCK.set(NOON.plus(renewedAt).minusMillis(1));
            create(camel, "just-before");
            assertThat(logins()).isEqualTo(1);

            CLOCK.advance(Duration.ofMillis(1));
            create(camel, "at");
            assertThat(logins()).isEqualTo(2);
            create(camel, "after");
            assertThat(logins()).isEqualTo(2);
        }
        assertThat(dis.simulator().requests(Kind.CREATE))
                .extracting(request -> request.header("X-Auth-Token").orElseThrow())
                .satisfies(tokens -> {
                    assertThat(tokens.get(1)).isEqualTo(tokens.get(0));
                    assertThat(tokens.get(2)).isNotEqualTo(tokens.get(0));
                    assertThat(tokens.get(3)).isEqualTo(tokens.get(2));
                });
    }

    @Test
    void theEndThatIamTellsIsObeyedEvenIfItDoesNotTellTheBeginning() {
        dis.simulator()
                .fail(
                        Kind.LOGIN,
                        Fault.answer(
                                        201,
                                        "{\"token\": {\"expires_at\": \"2026-05-01T14:00:00.000000Z\", \"project\": {\"id\": \""
                                                + dis.simulator().projectId() + "\"}}}")
                                .withHeader("X-Subject-Token", dis.simulator().issueToken()));
        try (CamelFixture camel = passwordFixture()) {
            create(camel, "first");
            CLOCK.set(Instant.parse("2026-05-01T13:54:59Z"));
            create(camel, "just-before");
            assertThat(logins()).isEqualTo(1);
            CLOCK.set(Instant.parse("2026-05-01T13:55:00Z"));
            create(camel, "at");
            assertThat(logins()).isEqualTo(2);
        }
    }

    @Test
    void onAMachineWhoseClockIsSlowTheTokenEndsByItsLengthOfLife() {
        SimulatorClock slow = new SimulatorClock(NOON.minus(Duration.ofHours(3)));
        dis.simulator().tokenLifetime(Duration.ofHours(1));
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.component().setClock(slow);
            create(camel, "first");
            slow.advance(Duration.ofMinutes(55));
            CLOCK.advance(Duration.ofMinutes(55));
            create(camel, "second");
            assertThat(logins()).isEqualTo(2);
        }
    }

    @Test
    void anEarlyRenewalThatFailsKeepsTheValidTokenAndPausesHalfAMinute() {
        try (CamelFixture camel = passwordFixture();
                CapturedLog log = CapturedLog.of("io.github.disdump")) {
            create(camel, "first");
            CLOCK.set(NOON.plus(Duration.ofHours(23)).plus(Duration.ofMinutes(56)));
            dis.simulator().failAlways(Kind.LOGIN, Fault.iamErrorCode(503, "IAM.0006", "down for right-password"));

            create(camel, "during-outage");
            assertThat(logins()).isEqualTo(2);
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("IAM token could not be renewed early, the valid one is used on: ")
                    .contains("IAM.0006")
                    .doesNotContain("right-password", "SIM-TOKEN-");

            CLOCK.advance(Duration.ofMillis(29_999));
            create(camel, "within-the-pause");
            assertThat(logins()).isEqualTo(2);
            CLOCK.advance(Duration.ofMillis(1));
            create(camel, "after-the-pause");
            assertThat(logins()).isEqualTo(3);

            dis.simulator().clearFaults();
            CLOCK.advance(Duration.ofSeconds(30));
            create(camel, "iam-is-back");
            create(camel, "with-the-new-token");
            assertThat(logins()).isEqualTo(4);
        }
    }

    @Test
    void aTokenPastItsEndIsNotSentEvenIfIamIsDown() {
        dis.simulator().tokenLifetime(Duration.ofHours(1));
        try (CamelFixture camel = passwordFixture()) {
            create(camel, "first");
            dis.simulator().failAlways(Kind.LOGIN, Fault.empty(503));
            CLOCK.advance(Duration.ofHours(1).minusMillis(1));
            create(camel, "one-millisecond-left");
            CLOCK.advance(Duration.ofMillis(1));
            assertThat(camel.send(URI, descriptor()).getException())
                    .isExactlyInstanceOf(DisDumpAuthenticationException.class);
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(2);
    }

    private static CamelFixture passwordFixture() {
        CamelFixture camel = CamelFixture.withPassword(dis.simulator());
        camel.component().setClock(CLOCK);
        return camel;
    }

    private static void create(CamelFixture camel, String task) {
        assertThat(camel.send(URI, descriptor(), Map.of(DisDumpConstants.TASK_NAME, task))
                        .getException())
                .isNull();
    }

    private static int logins() {
        return dis.simulator().count(Kind.LOGIN);
    }
}
