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
package io.github.disdump.camel.reliability;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.reliability.Call.CREATE;
import static io.github.disdump.camel.reliability.Call.LOGIN;
import static io.github.disdump.camel.reliability.Call.RECONCILE;
import static io.github.disdump.camel.reliability.Call.WAIT;
import static io.github.disdump.camel.reliability.FaultStage.always;
import static io.github.disdump.camel.reliability.FaultStage.once;

/** Tokens that end while a call is under way, and clocks that are wrong. */
final class CredentialCells {

    private static final Fault TOKEN_ENDED = Fault.disError(441, "DIS.4114", "X-Auth-Token expired");
    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);

    private CredentialCells() {}

    static Stream<FaultCell> all() {
        return Stream.of(expiredToken(), failingRenewal(), skewedSignature(), skewedLogin())
                .flatMap(cells -> cells);
    }

    private static Stream<FaultCell> expiredToken() {
        String before = "token ends before the call, IAM user";
        String during = "token ends during a pause, IAM user";
        return Stream.of(
                FaultCell.of(
                        before,
                        CREATE,
                        stage -> stage.loggedIn().dis().expireTokens(),
                        Ending.of("1 create, 1 IAM, 1 create", 1, "CREATED", ExpectedPauses.none())),
                FaultCell.of(
                        "token ends before the call, token given",
                        CREATE,
                        stage -> stage.dis().expireTokens(),
                        Ending.failed(CREATE, "DisDumpAuthenticationException 441 DIS.4114")),
                FaultCell.of(
                        before,
                        RECONCILE,
                        loggedIn().andThen(once(TOKEN_ENDED)),
                        Ending.of("2 create, 1 show, 1 IAM, 1 show", 1, "RECONCILED", ExpectedPauses.random(1))),
                FaultCell.of(
                        before,
                        WAIT,
                        loggedIn().andThen(once(TOKEN_ENDED)),
                        Ending.of("1 create, 1 show, 1 IAM, 1 show", 1, "CREATED, RUNNING", ExpectedPauses.none())),
                FaultCell.of(
                        during,
                        CREATE,
                        loggedIn().andThen(expiringInPause()).andThen(once(Fault.resetAfterWork())),
                        Ending.of("2 create, 1 IAM, 1 create, 1 show", 1, "RECONCILED", ExpectedPauses.random(1))),
                FaultCell.of(
                        during,
                        RECONCILE,
                        loggedIn()
                                .andThen(stage -> stage.waits().duringPause(() -> {}))
                                .andThen(expiringInPause())
                                .andThen(once(Fault.empty(503))),
                        Ending.of("2 create, 2 show, 1 IAM, 1 show", 1, "RECONCILED", ExpectedPauses.random(2))),
                FaultCell.of(
                        during,
                        WAIT,
                        loggedIn().andThen(FaultStage::taskThatStarts).andThen(expiringInPause()),
                        Ending.of(
                                "1 create, 2 show, 1 IAM, 1 show",
                                1,
                                "CREATED, RUNNING",
                                ExpectedPauses.none().then(1, 2))),
                FaultCell.of(
                        "token refused again after its renewal",
                        CREATE,
                        loggedIn().andThen(always(TOKEN_ENDED)),
                        Ending.of(
                                "1 create, 1 IAM, 1 create",
                                0,
                                "DisDumpAuthenticationException 441 DIS.4114",
                                ExpectedPauses.none())),
                FaultCell.of(
                        "token that has ended when IAM gives it",
                        LOGIN,
                        stage -> stage.dis().tokenLifetime(Duration.ZERO),
                        Ending.of(
                                "2 IAM, 1 create, 2 IAM, 1 create",
                                0,
                                "DisDumpAuthenticationException 441 DIS.4114",
                                ExpectedPauses.none())));
    }

    private static Stream<FaultCell> failingRenewal() {
        return Stream.of(
                FaultCell.of(
                        "token ends before the call, its renewal fails once",
                        LOGIN,
                        loggedIn().andThen(stage -> stage.dis().expireTokens()).andThen(once(Fault.empty(503))),
                        Ending.of("1 create, 2 IAM, 1 create", 1, "CREATED", ExpectedPauses.random(1))),
                FaultCell.of(
                        "answer lost, token ends during the pause, IAM resets each connection",
                        CREATE,
                        loggedIn()
                                .andThen(expiringInPause())
                                .andThen(once(Fault.resetAfterWork()))
                                .andThen(stage -> stage.dis().failAlways(Kind.LOGIN, Fault.resetBeforeWork())),
                        Ending.of("2 create, 3 IAM", 1, "DisDumpException, outcome unknown", ExpectedPauses.random(3))),
                FaultCell.of(
                        "password changed meanwhile",
                        LOGIN,
                        loggedIn().andThen(stage -> stage.dis().changePassword("account", "user", "other")),
                        Ending.of(
                                "1 create, 1 IAM",
                                0,
                                "DisDumpAuthenticationException 401 401",
                                ExpectedPauses.none())));
    }

    private static Stream<FaultCell> skewedSignature() {
        String skewed = "DisDumpAuthenticationException 441 DIS.4105";
        return Stream.of(
                FaultCell.of(
                        "own clock 20 min fast, signing",
                        CREATE,
                        stage -> stage.signing().ownClock(TWENTY_MINUTES),
                        Ending.failed(CREATE, skewed)),
                FaultCell.of(
                        "own clock 20 min slow, signing",
                        CREATE,
                        stage -> stage.signing().ownClock(TWENTY_MINUTES.negated()),
                        Ending.failed(CREATE, skewed)),
                FaultCell.of(
                        "own clock jumps 20 min after a lost answer, signing",
                        CREATE,
                        stage -> {
                            jumpInPause(stage.signing());
                            once(Fault.resetAfterWork()).accept(stage);
                        },
                        Ending.of("2 create", 1, skewed + ", outcome unknown", ExpectedPauses.random(1))),
                FaultCell.of(
                        "own clock jumps 20 min, signing",
                        RECONCILE,
                        stage -> {
                            stage.waits().duringPause(() -> {});
                            jumpInPause(stage.signing());
                            once(Fault.empty(503)).accept(stage);
                        },
                        Ending.of("2 create, 2 show", 1, skewed + ", outcome unknown", ExpectedPauses.random(2))),
                FaultCell.of(
                        "own clock jumps 20 min, signing",
                        WAIT,
                        stage -> jumpInPause(stage.signing().taskThatStarts()),
                        Ending.of(
                                "1 create, 2 show",
                                1,
                                skewed + ", outcome unknown",
                                ExpectedPauses.none().then(1, 2))));
    }

    private static Stream<FaultCell> skewedLogin() {
        Ending loggedInOnce = Ending.of("1 IAM, 1 create", 1, "CREATED", ExpectedPauses.none());
        return Stream.of(
                FaultCell.of(
                        "own clock 20 min fast, IAM user",
                        LOGIN,
                        stage -> stage.ownClock(TWENTY_MINUTES),
                        loggedInOnce),
                FaultCell.of(
                        "own clock 25 h slow, IAM user",
                        LOGIN,
                        stage -> stage.ownClock(Duration.ofHours(-25)),
                        loggedInOnce),
                FaultCell.of(
                        "clock skew answered by IAM, 441 DIS.4105",
                        LOGIN,
                        always(Fault.disError(441, "DIS.4105", "X-Sdk-Date out of range")),
                        Ending.failed(LOGIN, "DisDumpAuthenticationException 441 DIS.4105")));
    }

    private static Consumer<FaultStage> loggedIn() {
        return FaultStage::loggedIn;
    }

    private static Consumer<FaultStage> expiringInPause() {
        return stage -> stage.waits().duringPause(stage.dis()::expireTokens);
    }

    private static void jumpInPause(FaultStage stage) {
        stage.waits().duringPause(() -> stage.clock().advance(TWENTY_MINUTES));
    }
}
