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

import java.time.Instant;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatorClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Requests signed with an access key, before a server that verifies the signature by its own reading of the guide. */
class SignedRequestTest {

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @Test
    void aRequestSignedWithPermanentKeysIsTaken() {
        dis.simulator().addAccessKey("my-access-key", "my-secret-key");
        try (CamelFixture camel = signing("my-access-key", "my-secret-key", null)) {
            Exchange exchange = camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor());

            assertThat(exchange.getException()).isNull();
            assertThat(dis.simulator().requests(Kind.CREATE)).singleElement().satisfies(request -> {
                assertThat(request.header("Authorization").orElseThrow())
                        .contains("Access=my-access-key", "SignedHeaders=host;x-project-id;x-sdk-date,");
                assertThat(request.header("X-Project-Id"))
                        .contains(dis.simulator().projectId());
                assertThat(request.header("X-Auth-Token")).isEmpty();
            });
        }
    }

    @Test
    void theSecurityTokenOfTemporaryKeysIsSentAndSigned() {
        dis.simulator().addTemporaryAccessKey("temporary-key", "temporary-secret", "security-token");
        try (CamelFixture camel = signing("temporary-key", "temporary-secret", "security-token")) {
            Exchange exchange = camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor());

            assertThat(exchange.getException()).isNull();
            assertThat(dis.simulator().requests(Kind.CREATE)).singleElement().satisfies(request -> {
                assertThat(request.header("X-Security-Token").orElseThrow()).isEqualTo("security-token");
                assertThat(request.header("Authorization").orElseThrow()).contains("x-sdk-date;x-security-token,");
            });
        }
    }

    @Test
    void aStreamNameThatIsEncodedInThePathIsSignedAsItIsSent() {
        dis.simulator().addAccessKey("ak", "sk");
        try (CamelFixture camel = signing("ak", "sk", null)) {
            Exchange exchange = camel.send(
                    "dis-dump:dws", CamelFixture.descriptor(), Map.of(DisDumpConstants.STREAM, "a b%?#;\u00e9~"));

            assertThat(exchange.getException()).isNull();
            assertThat(dis.simulator().tasks("a b%?#;\u00e9~")).hasSize(1);
        }
    }

    @Test
    void theQuestionForATaskAndItsDeletionAreSignedToo() {
        dis.simulator().addAccessKey("ak", "sk");
        try (CamelFixture camel = signing("ak", "sk", null)) {
            camel.component().getPolicy().setWaitForState("RUNNING");
            Map<String, Object> headers =
                    Map.of(DisDumpConstants.STREAM, "a b%", DisDumpConstants.IF_EXISTS, "replace");

            camel.send("dis-dump:dws", CamelFixture.descriptor(), headers);
            Exchange exchange = camel.send("dis-dump:dws", CamelFixture.descriptor(), headers);

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME))
                    .isEqualTo("REPLACED");
            assertThat(dis.simulator().count(Kind.SHOW)).isEqualTo(2);
            assertThat(dis.simulator().count(Kind.DELETE)).isEqualTo(1);
        }
    }

    @Test
    void anEmptySessionTokenIsNone() {
        dis.simulator().addAccessKey("ak", "sk");
        try (CamelFixture camel = signing("ak", "sk", "")) {
            assertThat(camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor())
                            .getException())
                    .isNull();
            assertThat(dis.simulator().requests(Kind.CREATE).get(0).header("X-Security-Token"))
                    .isEmpty();
        }
    }

    @Test
    void aKeyWithALineBreakStopsTheStartAndIsNotTold() {
        try (CamelFixture camel = signing("SECRET-KEY\n", "sk", null)) {
            assertThatThrownBy(() -> camel.context().getEndpoint("dis-dump:dws?stream=s1"))
                    .rootCause()
                    .hasMessage("The option accessKey must be printable ASCII without line breaks");
        }
    }

    @Test
    void aWrongSecretKeyIsAnAuthenticationFailureAfterOneCall() {
        dis.simulator().addAccessKey("ak", "right");
        try (CamelFixture camel = signing("ak", "wrong", null)) {
            Exchange exchange = camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor());

            assertThat(exchange.getException())
                    .asInstanceOf(type(DisDumpAuthenticationException.class))
                    .satisfies(e -> assertThat(e.isRetryable()).isFalse());
            assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
        }
    }

    @Test
    void aClockThatIsHalfAnHourWrongIsAnAuthenticationFailure() {
        dis.simulator().addAccessKey("ak", "sk");
        try (CamelFixture camel = signing("ak", "sk", null)) {
            camel.component().setClock(new SimulatorClock(Instant.now().minusSeconds(1800)));
            Exchange exchange = camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor());

            assertThat(exchange.getException())
                    .asInstanceOf(type(DisDumpAuthenticationException.class))
                    .extracting(DisDumpAuthenticationException::getErrorCode)
                    .isEqualTo("DIS.4105");
        }
    }

    private static CamelFixture signing(String accessKey, String secretKey, String sessionToken) {
        CamelFixture camel = CamelFixture.pointingAt(dis.simulator());
        DisDumpConfiguration options = camel.component().getConfiguration();
        options.setProjectId(dis.simulator().projectId());
        options.setAccessKey(accessKey);
        options.setSecretKey(secretKey);
        options.setSessionToken(sessionToken);
        return camel;
    }
}
