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

import java.nio.file.Path;

import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SelfSignedCertificate;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** HTTPS with a certificate of one's own, by Camel's usual ways of saying whom to trust. */
class HttpsTest {

    private static final String URI = "dis-dump:dws?stream=s1";

    @TempDir
    static Path directory;

    private static SelfSignedCertificate certificate;
    private static DisSimulator dis;

    @BeforeAll
    static void startSimulator() {
        certificate = SelfSignedCertificate.in(directory);
        dis = DisSimulator.builder()
                .https(certificate.keystore(), certificate.password())
                .start();
    }

    @AfterAll
    static void stopSimulator() {
        dis.close();
    }

    @Test
    void theContextsGlobalTrustReachesDisAndIam() {
        dis.reset();
        try (CamelFixture camel = overHttps(CamelFixture.withPassword(dis))) {
            camel.context().setSSLContextParameters(trusting());
            camel.component().setUseGlobalSslContextParameters(true);
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
        }
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
        assertThat(dis.count(Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void aBeanOfTheEndpointSaysWhomToTrust() {
        dis.reset();
        try (CamelFixture camel = overHttps(CamelFixture.withToken(dis))) {
            camel.context().getRegistry().bind("tls", trusting());
            assertThat(camel.send(URI + "&http.sslContextParameters=#tls", descriptor())
                            .getException())
                    .isNull();
        }
    }

    @Test
    void theBeanOfTheEndpointGoesBeforeTheContextsGlobalTrust() {
        dis.reset();
        try (CamelFixture camel = overHttps(CamelFixture.withToken(dis))) {
            camel.context().getRegistry().bind("tls", trusting());
            camel.context().setSSLContextParameters(new SSLContextParameters()); // trusts well-known authorities only
            camel.component().setUseGlobalSslContextParameters(true);
            assertThat(camel.send(URI + "&http.sslContextParameters=#tls", descriptor())
                            .getException())
                    .isNull();
        }
    }

    @Test
    void aCertificateThatNobodyTrustsGetsNothing() {
        dis.reset();
        try (CamelFixture camel = overHttps(CamelFixture.withToken(dis))) {
            assertNothingSent(camel.send(URI, descriptor()));
        }
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void theGlobalTrustIsNotUsedUnlessItIsAskedFor() {
        dis.reset();
        try (CamelFixture camel = overHttps(CamelFixture.withToken(dis))) {
            camel.context().setSSLContextParameters(trusting());
            assertNothingSent(camel.send(URI, descriptor()));
        }
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void aTrustedCertificateForAnotherNameGetsNothing() {
        dis.reset();
        try (CamelFixture camel = overHttps(CamelFixture.withToken(dis))) {
            camel.context().getRegistry().bind("tls", trusting());
            DisDumpConfiguration options = camel.component().getConfiguration();
            options.setEndpoint(options.getEndpoint().replace("127.0.0.1", "127.0.0.2"));
            assertNothingSent(camel.send(URI + "&http.sslContextParameters=#tls", descriptor()));
        }
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void plainHttpToTheHttpsPortIsNoAnswer() {
        dis.reset();
        try (CamelFixture camel = overHttps(CamelFixture.withToken(dis))) {
            DisDumpConfiguration options = camel.component().getConfiguration();
            options.setEndpoint(options.getEndpoint().replace("https://", "http://"));
            assertThat(camel.send(URI, descriptor()).getException()).isInstanceOf(DisDumpException.class);
        }
        assertThat(dis.requests()).isEmpty();
    }

    private static void assertNothingSent(Exchange exchange) {
        assertThat(exchange.getException())
                .isExactlyInstanceOf(DisDumpException.class)
                .hasMessageContaining("nothing was sent");
        assertThat(exchange.getException(DisDumpException.class).isOutcomeUnknown())
                .isFalse();
    }

    private static CamelFixture overHttps(CamelFixture camel) {
        DisDumpConfiguration options = camel.component().getConfiguration();
        options.setEndpoint(dis.httpsBaseUrl());
        if (options.getIamEndpoint() != null) {
            options.setIamEndpoint(dis.httpsBaseUrl());
        }
        return camel;
    }

    private static SSLContextParameters trusting() {
        KeyStoreParameters keys = new KeyStoreParameters();
        keys.setResource("file:" + certificate.keystore());
        keys.setType("PKCS12");
        keys.setPassword(certificate.password());
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(keys);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
