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

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** An answer's body of any length, even without end: so much is read as is of use, and the connection is cut. */
@Timeout(20)
class LongAnswerTest {

    private static final long MOST_BYTES_IN_SOCKET_BUFFERS = 32L * 1024 * 1024;

    /** Bytes after which the server gives up, so that a client that reads on fails its test instead of hanging. */
    private static final int ENDLESS = 300_000_000;

    private final CompletableFuture<Long> writtenUntilCut = new CompletableFuture<>();

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void anEndlessErrorIsReadInPartAndCutOff(int status) throws Exception {
        try (StubServer server = new StubServer((request, out) -> endless(status, out));
                CamelFixture camel = pointingAt(server)) {
            Exchange exchange = create(camel);

            assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpServiceException.class);
            DisDumpServiceException refused = exchange.getException(DisDumpServiceException.class);
            assertThat(refused.getStatusCode()).isEqualTo(status);
            assertThat(refused.getErrorMessage()).hasSize(1000);
            assertThat(writtenUntilCut.get(10, TimeUnit.SECONDS)).isLessThan(MOST_BYTES_IN_SOCKET_BUFFERS);
        }
    }

    @Test
    void anEndlessSuccessIsASuccessAndCutOff() throws Exception {
        try (StubServer server = new StubServer((request, out) -> endless(201, out));
                CamelFixture camel = pointingAt(server)) {
            assertThat(create(camel).getException()).isNull();
            assertThat(writtenUntilCut.get(10, TimeUnit.SECONDS)).isLessThan(MOST_BYTES_IN_SOCKET_BUFFERS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 400, 500})
    void aLongBodyOfKnownLengthIsNotReadToItsEnd(int status) throws Exception {
        try (StubServer server = new StubServer((request, out) -> longBody(status, out));
                CamelFixture camel = pointingAt(server)) {
            Exchange exchange = create(camel);
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE))
                    .isEqualTo(status);
            assertThat(exchange.isFailed()).isEqualTo(status != 201);
            assertThat(writtenUntilCut.get(10, TimeUnit.SECONDS)).isLessThan(MOST_BYTES_IN_SOCKET_BUFFERS);
        }
    }

    @Test
    void aConnectionThatWasCutGoesBackToThePool() throws Exception {
        try (StubServer server = new StubServer((request, out) -> endless(400, out));
                CamelFixture camel = pointingAt(server)) {
            camel.component().getConfiguration().getHttp().put("connectionsPerRoute", "1");
            camel.component().getConfiguration().getHttp().put("connectionRequestTimeout", "2000");
            for (int i = 0; i < 3; i++) {
                assertThat(create(camel).getException()).isExactlyInstanceOf(DisDumpServiceException.class);
            }
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aBodyThatComesByteByByteHasATimeLimitOfItsOwn() throws Exception {
        try (StubServer server = new StubServer((request, out) -> dripping(out));
                CamelFixture camel = pointingAt(server)) {
            long start = System.nanoTime();
            Exchange exchange = create(camel);

            assertThat(exchange.getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessageContaining("the answer timed out (option http.responseTimeout)");
            assertThat(exchange.getException(DisDumpException.class).isOutcomeUnknown())
                    .isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static CamelFixture pointingAt(StubServer server) {
        CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl());
        camel.component().getConfiguration().getHttp().put("responseTimeout", "1000");
        return camel;
    }

    private static Exchange create(CamelFixture camel) {
        return camel.send("dis-dump:dws?stream=s1", descriptor());
    }

    private void endless(int status, OutputStream out) throws IOException {
        long written = 0;
        try {
            StubServer.write(out, "HTTP/1.1 " + status + " Stub\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "1000\r\n" + "x".repeat(4096) + "\r\n";
            while (written < ENDLESS) {
                StubServer.write(out, chunk);
                written += 4096;
            }
        } finally {
            writtenUntilCut.complete(written);
        }
    }

    private void longBody(int status, OutputStream out) throws IOException {
        int written = 0;
        try {
            StubServer.write(out, "HTTP/1.1 " + status + " Stub\r\nContent-Length: " + ENDLESS + "\r\n\r\n");
            while (written < ENDLESS) {
                StubServer.write(out, "x".repeat(4096));
                written += 4096;
            }
        } finally {
            writtenUntilCut.complete((long) written);
        }
    }

    private static void dripping(OutputStream out) throws IOException {
        StubServer.write(out, "HTTP/1.1 201 Created\r\nContent-Length: 1000000\r\n\r\n");
        for (int i = 0; i < 100; i++) {
            StubServer.write(out, "x");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
