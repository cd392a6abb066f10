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

import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** A bean of the user's proves who calls. */
class OwnAuthenticatorTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();

    @Test
    void theBeanTellsTheProjectAndAuthenticatesEachTryAnew() {
        AtomicInteger calls = new AtomicInteger();
        try (CamelFixture camel = CamelFixture.pointingAt(dis)) {
            camel.context().getRegistry().bind("mine", new Authenticator() {
                @Override
                public String projectId(String requested) {
                    return requested == null ? dis.projectId() : requested;
                }

                @Override
                public void authenticate(HttpCall call, String projectId) {
                    call.addSecretHeader("X-Auth-Token", calls.incrementAndGet() == 1 ? "refused" : dis.issueToken());
                }

                @Override
                public boolean renew(HttpCall refused, String projectId) {
                    return true;
                }
            });

            Exchange exchange = camel.send("dis-dump:dws?stream=s1&authenticator=#mine", CamelFixture.descriptor());

            assertThat(exchange.getException()).isNull();
            assertThat(dis.count(Kind.CREATE)).isEqualTo(2);
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void aBeanThatDoesNotKnowTheProjectNeedsTheOption() {
        try (CamelFixture camel = CamelFixture.pointingAt(dis)) {
            camel.component().getConfiguration().setAuthenticator(new Authenticator() {
                @Override
                public String projectId(String requested) {
                    return requested;
                }

                @Override
                public void authenticate(HttpCall call, String projectId) {
                    throw new AssertionError("nothing to authenticate");
                }

                @Override
                public boolean renew(HttpCall refused, String projectId) {
                    return false;
                }
            });

            Exchange exchange = camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor());

            assertThat(exchange.getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessageContaining("set the option projectId");
            assertThat(dis.requests()).isEmpty();
        }
    }

    @Test
    void whatTheBeanThrowsIsTheCauseOfAnExceptionOfTheComponent() {
        try (CamelFixture camel = CamelFixture.pointingAt(dis)) {
            camel.component().getConfiguration().setProjectId("p");
            camel.component().getConfiguration().setAuthenticator(new Authenticator() {
                @Override
                public String projectId(String requested) {
                    return requested;
                }

                @Override
                public void authenticate(HttpCall call, String projectId) {
                    throw new IllegalStateException("vault is closed");
                }

                @Override
                public boolean renew(HttpCall refused, String projectId) {
                    return false;
                }
            });

            assertThat(camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor())
                            .getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessage("The authenticator failed with java.lang.IllegalStateException, nothing was sent")
                    .hasRootCauseMessage("vault is closed");
        }
    }
}
