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
package io.github.disdump.camel.http;

import java.io.IOException;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.disdump.camel.StubServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Who shares a transport with whom, and when its connections are closed. */
class HttpTransportsTest {

    private final CamelContext context = new DefaultCamelContext();
    private final HttpTransports transports = new HttpTransports();
    private StubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(StubServer::created);
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.stop();
        server.close();
    }

    @Test
    void oneServiceWithTheSameOptionsHasOneTransport() throws Exception {
        HttpTransport first = transports.acquire(context, service(""), Map.of("userAgent", "a"));
        assertThat(transports.acquire(context, service("/"), Map.of("userAgent", "a")))
                .isSameAs(first);
        assertThat(transports.acquire(context, service(""), Map.of("userAgent", "b")))
                .isNotSameAs(first);
        assertThat(transports.acquire(context, service("/path"), Map.of("userAgent", "a")))
                .isNotSameAs(first);
    }

    @Test
    void theLastToGiveItBackClosesItsConnections() throws Exception {
        HttpTransport transport = transports.acquire(context, service(""), Map.of());
        transports.acquire(context, service(""), Map.of());
        send(transport);
        assertThat(server.openConnections()).isEqualTo(1);

        transports.release(transport);
        assertThat(send(transport).statusCode()).isEqualTo(201);
        assertThat(server.openConnections()).isEqualTo(1);

        transports.release(transport);
        await().until(() -> server.openConnections() == 0);
        assertThatThrownBy(() -> send(transport))
                .isInstanceOf(NoAnswerException.class)
                .satisfies(e ->
                        assertThat(((NoAnswerException) e).mayHaveArrived()).isFalse());
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void closingAllClosesAlsoWhatWasNeverGivenBackAndLendsNoMore() throws Exception {
        HttpTransport transport = transports.acquire(context, service(""), Map.of());
        send(transport);

        transports.close();

        await().until(() -> server.openConnections() == 0);
        transports.release(transport);
        assertThatIllegalStateException().isThrownBy(() -> transports.acquire(context, service(""), Map.of()));
        transports.open();
        HttpTransport next = transports.acquire(context, service(""), Map.of());
        assertThat(next).isNotSameAs(transport);
        assertThat(send(next).statusCode()).isEqualTo(201);
    }

    @Test
    void aTransportGivenBackTwiceIsNotTakenFromTheNextOne() throws Exception {
        HttpTransport first = transports.acquire(context, service(""), Map.of());
        transports.release(first);
        HttpTransport second = transports.acquire(context, service(""), Map.of());
        transports.release(first);
        assertThat(second).isNotSameAs(first);
        assertThat(send(second).statusCode()).isEqualTo(201);
    }

    @Test
    void openingTouchesNeitherTheNetworkNorTheContextsEndpoints() throws Exception {
        transports.acquire(context, service(""), Map.of());
        assertThat(server.openConnections()).isZero();
        assertThat(context.getEndpoints()).isEmpty();
    }

    @Test
    void anOptionThatIsRefusedLeavesNothingBehind() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transports.acquire(context, service(""), Map.of("noSuchOption", "x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transports.acquire(context, service(""), Map.of("noSuchOption", "x")));
        assertThat(send(transports.acquire(context, service(""), Map.of())).statusCode())
                .isEqualTo(201);
    }

    @Test
    void thePathOfTheBaseUrlComesBeforeThatOfTheCall() throws Exception {
        send(transports.acquire(context, service("/gateway/dis/"), Map.of()));

        assertThat(server.requests())
                .anySatisfy(request -> assertThat(request).contains("POST /gateway/dis/ HTTP/1.1"));
    }

    private ServiceUrl service(String path) {
        return ServiceUrl.of("endpoint", server.baseUrl() + path, false);
    }

    private static HttpAnswer send(HttpTransport transport) throws NoAnswerException {
        return transport.send(HttpCall.postJson(transport.service(), "/", null, new byte[] {'{', '}'}), 100);
    }
}
