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
package io.github.disdump.camel.simulator;

import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

/** The WireMock server, set up so that it adds nothing of its own. */
final class SimulatorServer {

    private static final String LOOPBACK = "127.0.0.1";
    /** Tokens may be up to 32 KiB long, and a request or an answer may carry other headers beside one. */
    private static final int HEADER_BYTES = 128 * 1024;

    private final WireMockServer wireMock;
    private final boolean https;

    SimulatorServer(DisSimulatorBuilder settings, RequestRouter router) {
        WireMockConfiguration configuration = WireMockConfiguration.wireMockConfig()
                .bindAddress(LOOPBACK)
                .port(settings.port)
                .containerThreads(settings.threads)
                .jettyAcceptors(2)
                .jettyAcceptQueueSize(1024)
                .jettyHeaderRequestSize(HEADER_BYTES)
                .jettyHeaderResponseSize(HEADER_BYTES)
                // Half of it passes before requests under way are interrupted.
                .jettyStopTimeout(600L)
                .asynchronousResponseEnabled(false)
                .http2PlainDisabled(true)
                .http2TlsDisabled(true)
                .gzipDisabled(true)
                .disableRequestJournal()
                // WireMock would log headers and bodies, and they hold secrets.
                .stubRequestLoggingDisabled(true)
                .notifier(new Silence())
                // Nobody but this class may change the stub, or ask for it over the network.
                .adminAuthenticator(request -> false)
                .usingFilesUnderDirectory("no-files-for-wiremock")
                .mappingSource(new NoMappings())
                .templatingEnabled(false)
                .extensionScanningEnabled(false)
                .extensions(new SimulatorTransformer(router));
        https = settings.https;
        if (https) {
            configuration.dynamicHttpsPort();
            if (settings.keystore != null) {
                configuration
                        .keystorePath(settings.keystore.toString())
                        .keystorePassword(settings.keystorePassword)
                        .keyManagerPassword(settings.keystorePassword)
                        .keystoreType("PKCS12");
            }
        }
        wireMock = new WireMockServer(configuration);
    }

    void start() {
        wireMock.start();
        wireMock.stubFor(any(anyUrl()).willReturn(ok()));
    }

    void stop() {
        wireMock.stop();
    }

    String baseUrl() {
        return "http://" + LOOPBACK + ":" + wireMock.port();
    }

    String httpsBaseUrl() {
        if (!https) {
            throw new IllegalStateException("HTTPS is off: use DisSimulator.builder().https()");
        }
        return "https://" + LOOPBACK + ":" + wireMock.httpsPort();
    }

    private static final class Silence implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }

    /** Without it WireMock would look for stubs among the files of the project under test. */
    @SuppressWarnings("removal") // remove(StubMapping) is abstract still
    private static final class NoMappings implements MappingsSource {
        @Override
        public void loadMappingsInto(StubMappings stubMappings) {}

        @Override
        public void save(List<StubMapping> stubMappings) {}

        @Override
        public void save(StubMapping stubMapping) {}

        @Override
        public void remove(StubMapping stubMapping) {}

        @Override
        public void removeAll() {}
    }
}
