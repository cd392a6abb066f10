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

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** Every documented error code of DIS, the API gateway and IAM: which exception it is, and whether to try again later. */
class ErrorCodeTableTest {

    private static final String URI = "dis-dump:dws?stream=s1";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    private static CamelFixture camel;

    /** One context for all rows. Its token is made up: the answers are too. */
    @BeforeAll
    static void startCamel() {
        camel = CamelFixture.withToken(dis.simulator());
    }

    @AfterAll
    static void stopCamel() {
        camel.close();
    }

    /** The classes that an answer can lead to. */
    enum Refusal {
        SERVICE(DisDumpServiceException.class),
        AUTHENTICATION(DisDumpAuthenticationException.class);

        private final Class<? extends DisDumpException> type;

        Refusal(Class<? extends DisDumpException> type) {
            this.type = type;
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            441, DIS.4100, AUTHENTICATION, false
            401, DIS.4100, AUTHENTICATION, false
            441, DIS.4101, AUTHENTICATION, false
            401, DIS.4101, AUTHENTICATION, false
            441, DIS.4102, AUTHENTICATION, false
            401, DIS.4102, AUTHENTICATION, false
            441, DIS.4103, AUTHENTICATION, false
            401, DIS.4103, AUTHENTICATION, false
            441, DIS.4104, AUTHENTICATION, false
            401, DIS.4104, AUTHENTICATION, false
            441, DIS.4105, AUTHENTICATION, false
            401, DIS.4105, AUTHENTICATION, false
            441, DIS.4106, AUTHENTICATION, false
            401, DIS.4106, AUTHENTICATION, false
            441, DIS.4107, AUTHENTICATION, false
            401, DIS.4107, AUTHENTICATION, false
            441, DIS.4108, AUTHENTICATION, false
            401, DIS.4108, AUTHENTICATION, false
            441, DIS.4109, AUTHENTICATION, false
            401, DIS.4109, AUTHENTICATION, false
            441, DIS.4110, AUTHENTICATION, false
            401, DIS.4110, AUTHENTICATION, false
            441, DIS.4111, AUTHENTICATION, false
            401, DIS.4111, AUTHENTICATION, false
            441, DIS.4112, AUTHENTICATION, false
            401, DIS.4112, AUTHENTICATION, false
            441, DIS.4113, AUTHENTICATION, false
            401, DIS.4113, AUTHENTICATION, false
            441, DIS.4114, AUTHENTICATION, false
            401, DIS.4114, AUTHENTICATION, false
            403, DIS.4116, SERVICE, false
            400, DIS.4117, SERVICE, false
            400, DIS.4200, SERVICE, false
            400, DIS.4201, SERVICE, false
            400, DIS.4202, SERVICE, false
            400, DIS.4203, SERVICE, false
            400, DIS.4204, SERVICE, false
            400, DIS.4205, SERVICE, true
            400, DIS.4208, SERVICE, false
            400, DIS.4209, SERVICE, false
            400, DIS.4215, SERVICE, false
            400, DIS.4216, SERVICE, false
            400, DIS.4217, SERVICE, false
            400, DIS.4219, SERVICE, false
            400, DIS.4220, SERVICE, false
            400, DIS.4221, SERVICE, false
            400, DIS.4222, SERVICE, false
            400, DIS.4223, SERVICE, false
            400, DIS.4224, SERVICE, false
            400, DIS.4225, SERVICE, false
            400, DIS.4226, SERVICE, false
            400, DIS.4300, SERVICE, false
            400, DIS.4301, SERVICE, false
            400, DIS.4302, SERVICE, false
            400, DIS.4303, SERVICE, true
            400, DIS.4305, SERVICE, true
            400, DIS.4306, SERVICE, false
            400, DIS.4307, SERVICE, false
            400, DIS.4308, SERVICE, false
            400, DIS.4309, SERVICE, false
            400, DIS.4310, SERVICE, false
            400, DIS.4319, SERVICE, false
            400, DIS.4329, SERVICE, false
            400, DIS.4330, SERVICE, false
            400, DIS.4332, SERVICE, false
            400, DIS.4335, SERVICE, false
            400, DIS.4336, SERVICE, false
            400, DIS.4337, SERVICE, false
            400, DIS.4338, SERVICE, false
            400, DIS.4339, SERVICE, false
            400, DIS.4341, SERVICE, false
            400, DIS.4342, SERVICE, false
            400, DIS.4343, SERVICE, false
            400, DIS.4345, SERVICE, false
            400, DIS.4348, SERVICE, false
            400, DIS.4350, SERVICE, false
            400, DIS.4351, SERVICE, false
            400, DIS.4354, SERVICE, false
            400, DIS.4355, SERVICE, false
            400, DIS.4357, SERVICE, false
            400, DIS.4358, SERVICE, false
            400, DIS.4360, SERVICE, false
            400, DIS.4375, SERVICE, false
            400, DIS.4601, SERVICE, false
            400, DIS.4602, SERVICE, false
            400, DIS.4603, SERVICE, false
            400, DIS.4604, SERVICE, false
            400, DIS.4605, SERVICE, false
            500, DIS.5000, SERVICE, true
            500, DIS.5123, SERVICE, true
            500, DIS.5999, SERVICE, true
            """)
    void dis(int status, String code, Refusal refusal, boolean retryable) {
        dis.simulator().fail(Kind.CREATE, Fault.disError(status, code, "text"));
        assertRefused(camel.send(URI, descriptor()), status, code, refusal, retryable);
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            404, APIGW.0101, SERVICE, false
            404, APIGW.0103, SERVICE, false
            400, APIGW.0104, SERVICE, false
            400, APIGW.0105, SERVICE, false
            400, APIGW.0106, SERVICE, false
            400, APIGW.0201, SERVICE, false
            413, APIGW.0201, SERVICE, false
            414, APIGW.0201, SERVICE, false
            494, APIGW.0201, SERVICE, false
            502, APIGW.0201, SERVICE, true
            504, APIGW.0201, SERVICE, true
            401, APIGW.0301, AUTHENTICATION, false
            403, APIGW.0302, SERVICE, false
            403, APIGW.0304, SERVICE, false
            403, APIGW.0306, SERVICE, false
            403, APIGW.0310, SERVICE, false
            403, APIGW.0401, SERVICE, false
            403, APIGW.0402, SERVICE, false
            403, APIGW.0404, SERVICE, false
            403, APIGW.0801, SERVICE, false
            403, APIGW.0802, SERVICE, false
            401, APIGW.0303, AUTHENTICATION, false
            401, APIGW.0305, AUTHENTICATION, false
            401, APIGW.0307, AUTHENTICATION, false
            401, APIGW.0311, AUTHENTICATION, false
            429, APIGW.0308, SERVICE, true
            429, APIG.0308, SERVICE, true
            405, APIGW.0501, SERVICE, false
            405, APIGW.0502, SERVICE, false
            500, APIGW.0601, SERVICE, true
            400, APIGW.0602, SERVICE, false
            400, APIGW.0607, SERVICE, false
            500, APIGW.0605, SERVICE, true
            500, APIGW.0606, SERVICE, true
            500, APIGW.0608, SERVICE, true
            500, APIGW.0609, SERVICE, true
            500, APIGW.0611, SERVICE, true
            500, APIGW.0612, SERVICE, true
            500, APIGW.0705, SERVICE, true
            502, APIGW.0610, SERVICE, true
            503, APIGW.0613, SERVICE, true
            401, APIG.0301, AUTHENTICATION, false
            """)
    void gateway(int status, String code, Refusal refusal, boolean retryable) {
        dis.simulator().fail(Kind.CREATE, Fault.gatewayError(status, code, "text"));
        assertRefused(camel.send(URI, descriptor()), status, code, refusal, retryable);
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            401, IAM.0001, false
            401, IAM.0061, false
            401, IAM.0062, false
            401, IAM.0066, false
            401, IAM.0067, false
            400, IAM.0007, false
            400, IAM.0011, false
            400, IAM.0072, false
            400, IAM.0073, false
            400, IAM.1104, false
            400, IAM.1105, false
            400, IAM.1107, false
            400, IAM.1108, false
            400, IAM.1109, false
            403, IAM.0002, false
            403, IAM.0003, false
            403, IAM.0080, false
            403, IAM.0081, false
            403, IAM.0082, false
            404, IAM.0004, false
            500, IAM.0006, true
            429, IAM.0012, true
            410, IAM.0020, true
            """)
    void iam(int status, String code, boolean retryable) {
        dis.simulator().fail(Kind.LOGIN, Fault.iamErrorCode(status, code, "text"));
        try (CamelFixture withPassword = CamelFixture.withPassword(dis.simulator())) {
            Exchange exchange = withPassword.send(URI, descriptor());
            assertRefused(exchange, status, code, Refusal.AUTHENTICATION, retryable);
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isZero();
    }

    private static void assertRefused(Exchange exchange, int status, String code, Refusal refusal, boolean retryable) {
        assertThat(exchange.getException()).isExactlyInstanceOf(refusal.type);
        AnsweredException refused = exchange.getException(AnsweredException.class);
        assertThat(refused.getStatusCode()).isEqualTo(status);
        assertThat(refused.getErrorCode()).isEqualTo(code);
        assertThat(refused.getErrorMessage()).isEqualTo("text");
        assertThat(refused.isRetryable()).isEqualTo(retryable);
        assertThat(refused.isOutcomeUnknown()).isEqualTo(status >= 500 && refusal == Refusal.SERVICE);
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE))
                .isEqualTo(status);
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.ERROR_CODE)).isEqualTo(code);
    }
}
