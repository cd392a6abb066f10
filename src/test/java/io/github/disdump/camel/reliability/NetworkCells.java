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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.disdump.camel.simulator.Fault;

import static io.github.disdump.camel.reliability.Call.CREATE;
import static io.github.disdump.camel.reliability.Call.LOGIN;
import static io.github.disdump.camel.reliability.Call.RECONCILE;
import static io.github.disdump.camel.reliability.Call.WAIT;
import static io.github.disdump.camel.reliability.FaultStage.always;
import static io.github.disdump.camel.reliability.FaultStage.once;

/** Faults below HTTP: no connection, or none that lasts until the answer is whole. */
final class NetworkCells {

    private static final Duration TIME_OUT = Duration.ofMillis(600);
    private static final Duration LATE = Duration.ofMillis(900);

    private static final String UNKNOWN = "DisDumpException, outcome unknown";

    private NetworkCells() {}

    static Stream<FaultCell> all() {
        return Stream.of(refused(), brokenBefore(), brokenAfter(), late(), untrusted())
                .flatMap(cells -> cells);
    }

    private static Stream<FaultCell> refused() {
        String once = "connection refused once";
        String always = "connection refused";
        return Stream.of(
                FaultCell.of(
                        once,
                        CREATE,
                        stage -> acceptInPause(stage, refusing(stage)),
                        Ending.of("1 create", 1, "CREATED", ExpectedPauses.random(1))),
                FaultCell.of(
                        once,
                        LOGIN,
                        stage -> acceptInPause(stage, refusing(stage)),
                        Ending.of("1 IAM, 1 create", 1, "CREATED", ExpectedPauses.random(1))),
                FaultCell.of(
                        once,
                        RECONCILE,
                        stage -> {
                            stage.waits().duringPause(() -> {});
                            acceptInPause(stage, refusingAfter(stage, 2));
                        },
                        Ending.of("2 create, 1 show", 1, "RECONCILED", ExpectedPauses.random(2))),
                FaultCell.of(
                        once,
                        WAIT,
                        stage -> acceptInPause(stage, refusingAfter(stage, 1)),
                        Ending.of(
                                "1 create, 1 show",
                                1,
                                "CREATED, RUNNING",
                                ExpectedPauses.none().then(1, 2))),
                FaultCell.of(
                        always,
                        CREATE,
                        NetworkCells::refusing,
                        Ending.of("none", 0, "DisDumpException", ExpectedPauses.random(3))),
                FaultCell.of(
                        always,
                        LOGIN,
                        NetworkCells::refusing,
                        Ending.of("none", 0, "DisDumpException", ExpectedPauses.random(3))),
                FaultCell.of(
                        always,
                        RECONCILE,
                        stage -> refusingAfter(stage, 2),
                        Ending.of("2 create", 1, UNKNOWN, ExpectedPauses.random(3))),
                FaultCell.of(
                        always,
                        WAIT,
                        stage -> refusingAfter(stage, 1),
                        Ending.of("1 create", 1, UNKNOWN, ExpectedPauses.none().then(3, 2))));
    }

    private static TcpRelay refusing(FaultStage stage) {
        TcpRelay relay = stage.relay();
        relay.refuse();
        return relay;
    }

    private static TcpRelay refusingAfter(FaultStage stage, int connections) {
        TcpRelay relay = stage.connectionPerRequest().relay();
        relay.after(connections, relay::refuse);
        return relay;
    }

    private static void acceptInPause(FaultStage stage, TcpRelay relay) {
        stage.waits().duringPause(relay::accept);
    }

    private static Stream<FaultCell> brokenBefore() {
        Map<String, Fault> faults = new TreeMap<>(Map.of(
                "connection reset before the work", Fault.resetBeforeWork(),
                "connection closed without a byte", Fault.emptyResponse(),
                "garbage instead of HTTP", Fault.garbage()));
        return faults.entrySet().stream()
                .flatMap(fault -> Stream.of(Call.values())
                        .flatMap(call -> Stream.of(
                                FaultCell.of(
                                        fault.getKey() + ", once", call, once(fault.getValue()), Ending.repeated(call)),
                                FaultCell.of(
                                        fault.getKey(),
                                        call,
                                        always(fault.getValue()),
                                        Ending.givenUp(call, call == CREATE ? UNKNOWN : "DisDumpException")))));
    }

    private static Stream<FaultCell> brokenAfter() {
        Map<String, Fault> faults = new TreeMap<>(Map.of(
                "connection reset after the work", Fault.resetAfterWork(),
                "half an answer", Fault.halfAnswer()));
        Ending found = Ending.of("2 create, 1 show", 1, "RECONCILED", ExpectedPauses.random(1));
        Ending lost = Ending.of("4 create", 1, UNKNOWN, ExpectedPauses.random(3));
        return faults.entrySet().stream()
                .flatMap(fault -> Stream.of(Call.values())
                        .flatMap(call -> Stream.of(
                                FaultCell.of(
                                        fault.getKey() + ", once",
                                        call,
                                        once(fault.getValue()),
                                        call == CREATE ? found : Ending.repeated(call)),
                                FaultCell.of(
                                        fault.getKey(),
                                        call,
                                        always(fault.getValue()),
                                        call == CREATE ? lost : Ending.givenUp(call, "DisDumpException")))));
    }

    private static Stream<FaultCell> late() {
        String answer = "answer later than the time-out, once";
        Stream<FaultCell> once = Stream.of(Call.values())
                .map(call -> FaultCell.of(
                        answer,
                        call,
                        impatient().andThen(once(Fault.delay(LATE))),
                        call == CREATE
                                ? Ending.of("2 create, 1 show", 1, "RECONCILED", ExpectedPauses.random(1))
                                : Ending.repeated(call)));
        return Stream.concat(
                once,
                Stream.of(
                        FaultCell.of(
                                "work later than the time-out, once",
                                CREATE,
                                impatient().andThen(once(Fault.delayBeforeWork(LATE))),
                                Ending.of("2 create", 1, "CREATED", ExpectedPauses.random(1))),
                        FaultCell.of(
                                "answer later than the time-out",
                                CREATE,
                                impatient().andThen(always(Fault.delay(LATE))),
                                Ending.of("4 create", 1, UNKNOWN, ExpectedPauses.random(3))),
                        FaultCell.of(
                                "answer later than the time-out",
                                LOGIN,
                                impatient().andThen(always(Fault.delay(LATE))),
                                Ending.givenUp(LOGIN, "DisDumpException")),
                        FaultCell.of(
                                "answer later than the time-out",
                                RECONCILE,
                                impatient().andThen(always(Fault.delay(LATE))),
                                Ending.givenUp(RECONCILE, "DisDumpException")),
                        FaultCell.of(
                                "answer later than the time-out",
                                WAIT,
                                impatient().andThen(always(Fault.delay(LATE))),
                                Ending.givenUp(WAIT, "DisDumpException"))));
    }

    private static Consumer<FaultStage> impatient() {
        return stage -> stage.answersWithin(TIME_OUT);
    }

    private static Stream<FaultCell> untrusted() {
        String fault = "TLS with a certificate that nobody trusts";
        return Stream.of(
                FaultCell.of(
                        fault,
                        CREATE,
                        stage -> stage.options().setEndpoint(stage.dis().httpsBaseUrl()),
                        Ending.of("none", 0, "DisDumpException", ExpectedPauses.none())),
                FaultCell.of(
                        fault,
                        LOGIN,
                        stage -> stage.options().setIamEndpoint(stage.dis().httpsBaseUrl()),
                        Ending.of("none", 0, "DisDumpException", ExpectedPauses.none())),
                FaultCell.of(
                        fault,
                        RECONCILE,
                        stage -> otherCertificateAfter(stage, 2),
                        Ending.of("2 create", 1, UNKNOWN, ExpectedPauses.random(1))),
                FaultCell.of(
                        fault,
                        WAIT,
                        stage -> otherCertificateAfter(stage, 1),
                        Ending.of("1 create", 1, UNKNOWN, ExpectedPauses.none())));
    }

    private static void otherCertificateAfter(FaultStage stage, int connections) {
        stage.options().setEndpoint(stage.dis().httpsBaseUrl());
        TcpRelay relay = stage.trusting().connectionPerRequest().relay();
        relay.after(connections, () -> relay.leadTo(stage.other().httpsBaseUrl()));
    }
}
