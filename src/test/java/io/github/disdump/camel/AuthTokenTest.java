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

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** A token that is given from outside, by option or by header: who wins, and that nothing is done to renew it. */
class AuthTokenTest {

    private static final String URI = "dis-dump:dws?stream=s1";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @Test
    void theOptionIsSentAsXAuthToken() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
            assertThat(sentToken(0))
                    .isEqualTo(camel.component().getConfiguration().getAuthToken());
        }
    }

    @Test
    void anEndpointsTokenGoesBeforeTheComponents() {
        String own = dis.simulator().issueToken();
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            assertThat(camel.send(URI + "&authToken=" + own, descriptor()).getException())
                    .isNull();
            assertThat(sentToken(0)).isEqualTo(own);
        }
    }

    @Test
    void theHeaderGoesBeforeTheOptionAndOnlyForItsOwnMessage() {
        String fromHeader = dis.simulator().issueToken();
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.send(URI, descriptor(), Map.of(DisDumpConstants.AUTH_TOKEN, fromHeader));
            camel.send(URI, descriptor());
            assertThat(sentToken(0)).isEqualTo(fromHeader);
            assertThat(sentToken(1))
                    .isEqualTo(camel.component().getConfiguration().getAuthToken());
        }
    }

    @Test
    void theHeaderGoesBeforeTheLoginByPassword() {
        String fromHeader = dis.simulator().issueToken();
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.component().getConfiguration().setProjectId(dis.simulator().projectId());
            Exchange exchange = camel.send(URI, descriptor(), Map.of(DisDumpConstants.AUTH_TOKEN, fromHeader));
            assertThat(exchange.getException()).isNull();
            assertThat(sentToken(0)).isEqualTo(fromHeader);
            assertThat(dis.simulator().count(Kind.LOGIN)).isZero();
        }
    }

    @Test
    void theHeaderDoesNotTellTheProjectSoThatItMustBeGiven() {
        String fromHeader = dis.simulator().issueToken();
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            Exchange exchange = camel.send(URI, descriptor(), Map.of(DisDumpConstants.AUTH_TOKEN, fromHeader));
            assertThat(exchange.getException())
                    .isInstanceOf(DisDumpValidationException.class)
                    .hasMessage("Nothing was sent, 1 mistake: projectId: is mandatory:"
                            + " set the option projectId or the header CamelDisDumpProjectId");
            assertThat(dis.simulator().requests()).isEmpty();
        }
    }

    @Test
    void withoutAnyCredentialsTheHeaderIsEnough() {
        try (CamelFixture camel = CamelFixture.pointingAt(dis.simulator())) {
            Exchange exchange = camel.send(
                    URI,
                    descriptor(),
                    Map.of(
                            DisDumpConstants.AUTH_TOKEN,
                            dis.simulator().issueToken(),
                            DisDumpConstants.PROJECT_ID,
                            dis.simulator().projectId()));
            assertThat(exchange.getException()).isNull();
        }
    }

    @Test
    void withNeitherCredentialsNorHeaderNothingIsSent() {
        try (CamelFixture camel = CamelFixture.pointingAt(dis.simulator())) {
            Exchange exchange = camel.send(URI + "&projectId=p1", descriptor());
            assertThat(exchange.getException())
                    .isInstanceOf(DisDumpValidationException.class)
                    .hasMessageContaining("authToken: is missing: set the header CamelDisDumpAuthToken");
            assertThat(dis.simulator().requests()).isEmpty();
        }
    }

    @Test
    void aRefusedTokenOfTheOptionIsSentOnce() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            dis.simulator().expireTokens();
            assertRefusedOnce(camel.send(URI, descriptor()));
        }
    }

    @Test
    void aRefusedTokenOfTheHeaderDoesNotFallBackToTheLogin() {
        String fromHeader = dis.simulator().issueToken();
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            dis.simulator().expireTokens();
            camel.component().getConfiguration().setProjectId(dis.simulator().projectId());
            assertRefusedOnce(camel.send(URI, descriptor(), Map.of(DisDumpConstants.AUTH_TOKEN, fromHeader)));
            assertThat(dis.simulator().count(Kind.LOGIN)).isZero();
        }
    }

    @Test
    void aTokenThatCouldBreakOutOfTheHeaderIsNotSent() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Exchange exchange =
                    camel.send(URI, descriptor(), Map.of(DisDumpConstants.AUTH_TOKEN, "token\r\nX-Evil: yes"));
            assertThat(exchange.getException())
                    .isInstanceOf(DisDumpValidationException.class)
                    .hasMessageContaining("must be printable ASCII without line breaks")
                    .hasMessageNotContaining("X-Evil");
            assertThat(dis.simulator().requests()).isEmpty();
        }
    }

    @Test
    void aTokenOf32KilobytesIsSentWhole() {
        String longToken = "t".repeat(32768);
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.send(URI, descriptor(), Map.of(DisDumpConstants.AUTH_TOKEN, longToken));
            assertThat(sentToken(0)).isEqualTo(longToken);
        }
    }

    private static void assertRefusedOnce(Exchange exchange) {
        assertThat(exchange.getException())
                .isExactlyInstanceOf(DisDumpAuthenticationException.class)
                .satisfies(e -> {
                    DisDumpAuthenticationException refused = (DisDumpAuthenticationException) e;
                    assertThat(refused.getStatusCode()).isEqualTo(441);
                    assertThat(refused.getErrorCode()).isEqualTo("DIS.4114");
                    assertThat(refused.isRetryable()).isFalse();
                    assertThat(refused.isOutcomeUnknown()).isFalse();
                });
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    private static String sentToken(int index) {
        return dis.simulator()
                .requests(Kind.CREATE)
                .get(index)
                .header("X-Auth-Token")
                .orElseThrow();
    }
}
