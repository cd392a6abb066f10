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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.disdump.camel.simulator.Fault;

import static io.github.disdump.camel.reliability.Call.CREATE;
import static io.github.disdump.camel.reliability.Call.LOGIN;
import static io.github.disdump.camel.reliability.Call.RECONCILE;
import static io.github.disdump.camel.reliability.Call.WAIT;
import static io.github.disdump.camel.reliability.FaultStage.always;
import static io.github.disdump.camel.reliability.FaultStage.once;

/** Answers that are whole HTTP, but not what was asked for: pages, nothing, other hosts, throttling. */
final class AnswerCells {

    private AnswerCells() {}

    static Stream<FaultCell> all() {
        return Stream.of(pages(), nothing(), jsonOfOthers(), redirects(), throttling(), repeatedSecrets())
                .flatMap(cells -> cells);
    }

    private static Stream<FaultCell> pages() {
        return Stream.concat(
                Stream.of(Call.values())
                        .flatMap(call -> Stream.of(
                                FaultCell.of(
                                        "HTML with status 502, once",
                                        call,
                                        once(Fault.html(502)),
                                        Ending.repeated(call)),
                                FaultCell.of(
                                        "HTML with status 502",
                                        call,
                                        always(Fault.html(502)),
                                        Ending.givenUp(call, serverError(call, "502"))),
                                FaultCell.of(
                                        "HTML with status 403",
                                        call,
                                        always(Fault.html(403)),
                                        Ending.failed(call, refusal(call) + " 403")))),
                success("HTML with status 200", Fault.html(200)));
    }

    private static Stream<FaultCell> nothing() {
        return Stream.of(
                        Stream.of(Call.values())
                                .flatMap(call -> Stream.of(
                                        FaultCell.of(
                                                "empty answer with status 503, once",
                                                call,
                                                once(Fault.empty(503)),
                                                Ending.repeated(call)),
                                        FaultCell.of(
                                                "empty answer with status 503",
                                                call,
                                                always(Fault.empty(503)),
                                                Ending.givenUp(call, serverError(call, "503"))))),
                        success("empty answer with status 200", Fault.empty(200)),
                        Stream.of(
                                FaultCell.of(
                                        "status 201 without a token",
                                        LOGIN,
                                        always(Fault.empty(201)),
                                        Ending.failed(LOGIN, "DisDumpException")),
                                FaultCell.of(
                                        "error 500 after the work, once",
                                        CREATE,
                                        once(Fault.disError(500, "DIS.5000", "broken")
                                                .afterWork()),
                                        Ending.of("2 create, 1 show", 1, "RECONCILED", ExpectedPauses.random(1))),
                                FaultCell.of(
                                        "empty answer with status 504 after the work, once",
                                        CREATE,
                                        once(Fault.empty(504).afterWork()),
                                        Ending.of("2 create, 1 show", 1, "RECONCILED", ExpectedPauses.random(1)))))
                .flatMap(cells -> cells);
    }

    private static Stream<FaultCell> jsonOfOthers() {
        return Stream.of(
                        success("JSON with status 200 that tells of no task", Fault.answer(200, "{\"status\":\"up\"}")),
                        success("JSON with status 200 that is cut off", Fault.truncated(200)))
                .flatMap(cells -> cells);
    }

    /** A success that is not the one of the call. */
    private static Stream<FaultCell> success(String fault, Fault answer) {
        return Stream.of(
                FaultCell.of(
                        fault, CREATE, always(answer), Ending.failed(CREATE, "DisDumpException 200, outcome unknown")),
                FaultCell.of(fault, LOGIN, always(answer), Ending.failed(LOGIN, "DisDumpException")),
                FaultCell.of(fault, RECONCILE, always(answer), Ending.failed(RECONCILE, "DisDumpException")),
                FaultCell.of(fault, WAIT, always(answer), Ending.failed(WAIT, "DisDumpException")));
    }

    private static Stream<FaultCell> redirects() {
        return Stream.of(301, 302, 307, 308)
                .flatMap(status -> Stream.of(Call.values())
                        .map(call -> FaultCell.ofEach(
                                "redirect to another host, status 301, 302, 307, 308",
                                status.toString(),
                                call,
                                stage -> always(Fault.redirect(
                                                status, stage.other().baseUrl() + "/v2/elsewhere"))
                                        .accept(stage),
                                Ending.failed(call, refusal(call) + " " + status))));
    }

    private static Stream<FaultCell> throttling() {
        Fault slowDown = Fault.gatewayError(429, "APIGW.0308", "slow down");
        Map<String, Fault> asked = new LinkedHashMap<>();
        asked.put("7", slowDown.withHeader("Retry-After", "7"));
        asked.put(
                "a date 7 s after the answer's Date",
                slowDown.withHeader("Date", "Sun, 22 Nov 2026 10:00:00 GMT")
                        .withHeader("Retry-After", "Sun, 22 Nov 2026 10:00:07 GMT"));
        Map<String, Fault> absurd = new LinkedHashMap<>();
        absurd.put("999999999999999999", slowDown.withHeader("Retry-After", "999999999999999999"));
        absurd.put("a date in the year 9999", slowDown.withHeader("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"));
        Map<String, Fault> useless = new LinkedHashMap<>();
        useless.put("none", slowDown);
        useless.put("0", slowDown.withHeader("Retry-After", "0"));
        useless.put("-5", slowDown.withHeader("Retry-After", "-5"));
        useless.put("soon", slowDown.withHeader("Retry-After", "soon"));
        useless.put("99999999999999999999", slowDown.withHeader("Retry-After", "99999999999999999999"));
        useless.put("a date in the past", slowDown.withHeader("Retry-After", "Sun, 22 Nov 2015 10:00:00 GMT"));
        return Stream.of(Call.values())
                .flatMap(call -> Stream.of(
                                useless.entrySet().stream()
                                        .map(fault -> FaultCell.of(
                                                "429 once, Retry-After: " + fault.getKey(),
                                                call,
                                                once(fault.getValue()),
                                                Ending.repeated(call))),
                                asked.entrySet().stream()
                                        .map(fault -> FaultCell.of(
                                                        "429 once, Retry-After: " + fault.getKey(),
                                                        call,
                                                        patient(once(fault.getValue())),
                                                        Ending.repeatedAfter(call, 7))
                                                .within(15)),
                                absurd.entrySet().stream()
                                        .map(fault -> FaultCell.of(
                                                        "429 once, Retry-After: " + fault.getKey(),
                                                        call,
                                                        patient(once(fault.getValue())),
                                                        Ending.repeatedAfter(call, 20))
                                                .within(30)))
                        .flatMap(cells -> cells));
    }

    private static Consumer<FaultStage> patient(Consumer<FaultStage> scene) {
        return scene.andThen(FaultStage::patient);
    }

    /** The worst that a server can do to secrets: it repeats the whole request in its error. */
    private static Stream<FaultCell> repeatedSecrets() {
        return Stream.of(Call.values())
                .map(call -> FaultCell.of(
                        "error 400 that repeats the request with its secrets",
                        call,
                        always(Fault.echoRequest(400)),
                        Ending.failed(call, refusal(call) + " 400 DIS.4300")));
    }

    private static String refusal(Call call) {
        return call == LOGIN ? "DisDumpAuthenticationException" : "DisDumpServiceException";
    }

    private static String serverError(Call call, String status) {
        return refusal(call) + " " + status + ", retryable" + (call == CREATE ? ", outcome unknown" : "");
    }
}
