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

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Bodies of error answers in all their shapes, and what of them the exception tells. */
class ErrorBodyTest {

    private static final String URI = "dis-dump:dws?stream=s1";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    static Stream<Arguments> bodies() {
        return Stream.of(
                // the four documented shapes
                arguments(
                        "{\"errorCode\": \"DIS.4301\", \"message\": \"no stream [s1]\"}", "DIS.4301", "no stream [s1]"),
                arguments(
                        "{\"error_msg\": \"no API\", \"error_code\": \"APIGW.0101\", \"request_id\": \"r\"}",
                        "APIGW.0101",
                        "no API"),
                arguments(
                        "{\"error\": {\"code\": 401, \"message\": \"wrong\", \"title\": \"Unauthorized\"}}",
                        "401",
                        "wrong"),
                arguments("{\"error_code\": \"IAM.0011\", \"error_msg\": \"body\"}", "IAM.0011", "body"),
                // incomplete ones
                arguments("{\"errorCode\": \"DIS.4301\"}", "DIS.4301", null),
                arguments("{\"message\": \"only words\"}", null, "only words"),
                arguments("{\"errorCode\": null, \"message\": \"only words\"}", null, "only words"),
                arguments("{\"errorCode\": \"\", \"message\": \"only words\"}", null, "only words"),
                arguments(
                        "{\"errorCode\": {\"a\": 1}, \"message\": [\"x\"]}",
                        null,
                        "{\"errorCode\": {\"a\": 1}, \"message\": [\"x\"]}"),
                // other JSON
                arguments("{}", null, "{}"),
                arguments("{\"error\": \"invalid_token\"}", null, "{\"error\": \"invalid_token\"}"),
                arguments("[{\"errorCode\": \"DIS.4301\"}]", null, "[{\"errorCode\": \"DIS.4301\"}]"),
                arguments("null", null, "null"),
                arguments("\"text\"", null, "\"text\""),
                arguments("42", null, "42"),
                // no JSON
                arguments("", null, null),
                arguments("   ", null, null),
                arguments("{\"errorCode\": \"DIS.4301\", \"mess", null, "{\"errorCode\": \"DIS.4301\", \"mess"),
                arguments(
                        "<html><body>Bad\r\nGateway\u0000</body></html>",
                        null,
                        "<html><body>Bad  Gateway </body></html>"),
                // line breaks that would forge a second line in a log
                arguments(
                        "{\"errorCode\": \"DIS.4301\\nX\", \"message\": \"one\\r\\ntwo\\u2028three\"}",
                        "DIS.4301 X",
                        "one  two three"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void codeAndMessage(String body, String code, String message) {
        dis.simulator().fail(Kind.CREATE, Fault.answer(400, "application/json", body.getBytes(StandardCharsets.UTF_8)));
        DisDumpServiceException refused = refused();
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getErrorCode()).isEqualTo(code);
        assertThat(refused.getErrorMessage()).isEqualTo(message);
        assertThat(refused.getMessage())
                .startsWith("Creating dump task 'dwstask' on stream 's1' was refused: HTTP 400")
                .doesNotContain("\n", "\r")
                .contains(message == null ? "" : message);
    }

    @Test
    void theRequestsIdIsThatOfTheBodyOrElseThatOfTheHeader() {
        dis.simulator()
                .fail(
                        Kind.CREATE,
                        Fault.answer(400, "{\"error_msg\": \"x\", \"request_id\": \"of-body\"}")
                                .withHeader("X-Request-Id", "of-header"));
        assertThat(refused().getRequestId()).isEqualTo("of-body");

        dis.simulator().fail(Kind.CREATE, Fault.empty(400).withHeader("X-Request-Id", "of-header"));
        assertThat(refused().getRequestId()).isEqualTo("of-header");

        dis.simulator().fail(Kind.CREATE, Fault.empty(400).withoutRequestId());
        assertThat(refused().getRequestId()).isNull();
    }

    @Test
    void bytesThatAreNoUtf8DoNotHideTheStatus() {
        byte[] latin = "Zugriff verweigert \u00e4\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        dis.simulator().fail(Kind.CREATE, Fault.answer(403, "text/plain", latin));
        assertThat(refused().getErrorMessage()).startsWith("Zugriff verweigert ");
    }

    @Test
    void nestingWithoutEndIsTextNotAStackOverflow() {
        byte[] nested = "{\"error\":".repeat(7000).getBytes(StandardCharsets.US_ASCII);
        dis.simulator().fail(Kind.CREATE, Fault.answer(400, "application/json", nested));
        assertThat(refused().getErrorMessage())
                .startsWith("{\"error\":{\"error\":")
                .hasSize(1000);
    }

    @Test
    void tenMegabytesAreCutToOneThousandCharacters() {
        dis.simulator().fail(Kind.CREATE, Fault.huge(500, 10_000_000));
        DisDumpServiceException refused = refused();
        assertThat(refused.getStatusCode()).isEqualTo(500);
        assertThat(refused.getErrorMessage()).hasSize(1000);
        assertThat(refused.isRetryable()).isTrue();
    }

    @Test
    void anOverlongCodeAndIdAreCut() {
        dis.simulator()
                .fail(
                        Kind.CREATE,
                        Fault.answer(
                                400,
                                "{\"error_code\": \"" + "c".repeat(5000) + "\", \"request_id\": \"" + "r".repeat(5000)
                                        + "\"}"));
        DisDumpServiceException refused = refused();
        assertThat(refused.getErrorCode()).isEqualTo("c".repeat(128));
        assertThat(refused.getRequestId()).isEqualTo("r".repeat(128));
    }

    private static DisDumpServiceException refused() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor());
            assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpServiceException.class);
            return exchange.getException(DisDumpServiceException.class);
        }
    }
}
