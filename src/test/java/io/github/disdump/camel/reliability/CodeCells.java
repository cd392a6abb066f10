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

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.disdump.camel.simulator.Fault;

import static io.github.disdump.camel.reliability.Call.CREATE;
import static io.github.disdump.camel.reliability.Call.LOGIN;
import static io.github.disdump.camel.reliability.Call.RECONCILE;
import static io.github.disdump.camel.reliability.Call.WAIT;
import static io.github.disdump.camel.reliability.FaultStage.always;
import static io.github.disdump.camel.reliability.FaultStage.once;

/** Each code of the error tables of DIS, the gateway and IAM, as an answer to each call that can get it. */
final class CodeCells {

    private static final List<Call> CALLS_TO_DIS = List.of(CREATE, RECONCILE);

    private static final String DIS_RETRIABLE = """
            400 DIS.4205
            400 DIS.4303
            400 DIS.4305
            500 DIS.5000
            500 DIS.5999
            """;

    private static final String GATEWAY_RETRIABLE = """
            429 APIGW.0308
            500 APIGW.0601
            500 APIGW.0605
            500 APIGW.0606
            500 APIGW.0608
            500 APIGW.0609
            500 APIGW.0611
            500 APIGW.0612
            500 APIGW.0705
            502 APIGW.0201
            502 APIGW.0610
            503 APIGW.0613
            504 APIGW.0201
            429 APIG.0308
            """;

    private static final String IAM_RETRIABLE = """
            410 IAM.0020
            429 IAM.0012
            500 IAM.0006
            """;

    private static final String GONE = "400 DIS.4354";

    private static final String DIS_FINAL = """
            400 DIS.4117
            400 DIS.4200
            400 DIS.4202
            400 DIS.4300
            400 DIS.4301
            400 DIS.4306
            400 DIS.4309
            400 DIS.4310
            400 DIS.4335
            400 DIS.4350
            400 DIS.4351
            400 DIS.4355
            400 DIS.4357
            400 DIS.4358
            400 DIS.4360
            403 DIS.4116
            """;

    private static final String GATEWAY_FINAL = """
            400 APIGW.0104
            400 APIGW.0105
            400 APIGW.0106
            400 APIGW.0201
            400 APIGW.0602
            400 APIGW.0607
            403 APIGW.0302
            403 APIGW.0304
            403 APIGW.0306
            403 APIGW.0310
            403 APIGW.0401
            403 APIGW.0402
            403 APIGW.0404
            403 APIGW.0801
            403 APIGW.0802
            404 APIGW.0101
            404 APIGW.0103
            405 APIGW.0501
            405 APIGW.0502
            413 APIGW.0201
            414 APIGW.0201
            494 APIGW.0201
            """;

    private static final String IAM_FINAL = """
            400 IAM.0007
            400 IAM.0011
            400 IAM.0072
            400 IAM.0073
            400 IAM.1104
            400 IAM.1105
            400 IAM.1107
            400 IAM.1108
            400 IAM.1109
            401 IAM.0001
            401 IAM.0061
            401 IAM.0062
            401 IAM.0066
            401 IAM.0067
            403 IAM.0002
            403 IAM.0003
            403 IAM.0080
            403 IAM.0081
            403 IAM.0082
            404 IAM.0004
            """;

    /** The credentials are refused. A token that was given cannot be renewed, so this is final. */
    private static final String CREDENTIALS_FINAL = """
            401 APIGW.0301
            401 APIGW.0303
            401 APIGW.0305
            401 APIGW.0307
            401 APIGW.0311
            401 DIS.4114
            441 DIS.4100
            441 DIS.4101
            441 DIS.4102
            441 DIS.4103
            441 DIS.4104
            441 DIS.4105
            441 DIS.4106
            441 DIS.4107
            441 DIS.4108
            441 DIS.4109
            441 DIS.4110
            441 DIS.4111
            441 DIS.4112
            441 DIS.4113
            441 DIS.4114
            """;

    private CodeCells() {}

    static Stream<FaultCell> all() {
        Stream<FaultCell> ofDis = CALLS_TO_DIS.stream()
                .flatMap(call -> Stream.of(
                                passing("retriable code of DIS, once", DIS_RETRIABLE, call),
                                passing("retriable code of the gateway, once", GATEWAY_RETRIABLE, call),
                                refusing("final code of DIS", DIS_FINAL, call, "DisDumpServiceException"),
                                refusing("final code of the gateway", GATEWAY_FINAL, call, "DisDumpServiceException"),
                                refusing(
                                        "credentials refused, token given",
                                        CREDENTIALS_FINAL,
                                        call,
                                        "DisDumpAuthenticationException"))
                        .flatMap(cells -> cells));
        Stream<FaultCell> ofIam = Stream.of(
                        passing("retriable code of IAM, once", IAM_RETRIABLE, LOGIN),
                        passing("retriable code of the gateway, once", GATEWAY_RETRIABLE, LOGIN),
                        refusing("final code of IAM", IAM_FINAL, LOGIN, "DisDumpAuthenticationException"),
                        refusing("final code of the gateway", GATEWAY_FINAL, LOGIN, "DisDumpAuthenticationException"))
                .flatMap(cells -> cells);
        return Stream.of(ofDis, ofIam, lasting(), gone()).flatMap(cells -> cells);
    }

    /** All codes of the tables above. */
    static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        codes.add(GONE.split(" ")[1]);
        for (String table : List.of(
                DIS_RETRIABLE,
                GATEWAY_RETRIABLE,
                IAM_RETRIABLE,
                DIS_FINAL,
                GATEWAY_FINAL,
                IAM_FINAL,
                CREDENTIALS_FINAL)) {
            table.lines().map(line -> line.split(" ")[1]).forEach(codes::add);
        }
        return codes;
    }

    private static Stream<FaultCell> passing(String fault, String table, Call call) {
        return table.lines().map(line -> FaultCell.ofEach(fault, line, call, once(error(line)), Ending.repeated(call)));
    }

    private static Stream<FaultCell> refusing(String fault, String table, Call call, String exception) {
        return table.lines()
                .map(line -> FaultCell.ofEach(
                        fault, line, call, always(error(line)), Ending.failed(call, exception + " " + line)));
    }

    private static Stream<FaultCell> lasting() {
        return Stream.of(Call.values())
                .flatMap(call -> Stream.of("400 DIS.4303", "429 APIGW.0308", "500 DIS.5000")
                        .map(line -> FaultCell.ofEach(
                                "retriable code",
                                line,
                                call,
                                always(error(line)),
                                Ending.givenUp(
                                        call,
                                        (call == LOGIN ? "DisDumpAuthenticationException " : "DisDumpServiceException ")
                                                + line + ", retryable"
                                                + (call == CREATE && line.startsWith("5")
                                                        ? ", outcome unknown"
                                                        : "")))));
    }

    /** Somebody deletes the task before it is asked for, or the service shows it late. */
    private static Stream<FaultCell> gone() {
        return Stream.of(
                FaultCell.of(
                        "task not found, 400 DIS.4354",
                        RECONCILE,
                        always(error(GONE)),
                        Ending.of(
                                "2 create, 1 show, 1 create, 1 show, 1 create, 1 show",
                                1,
                                "DisDumpServiceException 400 DIS.4355, outcome unknown",
                                ExpectedPauses.random(3))),
                FaultCell.of(
                        "task not found, 400 DIS.4354",
                        WAIT,
                        always(error(GONE)),
                        Ending.failed(WAIT, "DisDumpServiceException 400 DIS.4354")));
    }

    private static Fault error(String line) {
        int status = Integer.parseInt(line.split(" ")[0]);
        String code = line.split(" ")[1];
        if (code.startsWith("IAM.")) {
            return Fault.iamErrorCode(status, code, "text");
        }
        return code.startsWith("DIS.")
                ? Fault.disError(status, code, "text")
                : Fault.gatewayError(status, code, "text");
    }
}
