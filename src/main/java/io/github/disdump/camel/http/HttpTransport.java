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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Map;

import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;

/**
 * Sends requests to one service, on the HTTP client of a camel-http endpoint. Follows no redirect, repeats nothing, keeps no
 * cookie: what is called is what is sent.
 */
public final class HttpTransport {

    private static final int CHUNK = 4096;
    private static final byte[] NO_BODY = {};

    private final ServiceUrl service;
    private final HttpEndpoint endpoint;
    private final HttpHost host;
    private final HttpClient client;
    private final long answerTimeoutNanos;

    HttpTransport(ServiceUrl service, HttpEndpoint endpoint) {
        this.service = service;
        this.endpoint = endpoint;
        this.host = new HttpHost(service.scheme(), service.host(), service.port());
        this.client = endpoint.getHttpClient();
        this.answerTimeoutNanos = endpoint.getResponseTimeout() * 1_000_000;
    }

    /** The service that is called. */
    public ServiceUrl service() {
        return service;
    }

    /** How many connections are in use now; -1 if the pool does not tell. */
    public int connectionsInUse() {
        return endpoint.getClientConnectionsPoolStatsLeased();
    }

    /** How many connections are open and idle now; -1 if the pool does not tell. */
    public int idleConnections() {
        return endpoint.getClientConnectionsPoolStatsAvailable();
    }

    /**
     * Sends a request and reads the answer.
     *
     * @param  call              the request
     * @param  longestBody       how many bytes of the answer's body are kept; the rest is thrown away with the connection
     * @throws NoAnswerException if no answer came or it broke off
     */
    public HttpAnswer send(HttpCall call, int longestBody) throws NoAnswerException {
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(
                call.method(), host, call.query() == null ? call.path() : call.path() + "?" + call.query());
        for (Map.Entry<String, String> header : call.headers()) {
            request.addHeader(header.getKey(), header.getValue());
        }
        if (call.body().length > 0) {
            request.setEntity(new ByteArrayEntity(call.body(), null));
        }
        HttpClientContext context = endpoint.getHttpContext() == null
                ? HttpClientContext.create()
                : new HttpClientContext(endpoint.getHttpContext());
        HttpAnswer answer = null;
        try (ClassicHttpResponse response = client.executeOpen(host, request, context)) {
            answer = new HttpAnswer(response.getCode(), response.getHeaders(), body(response, longestBody));
            return answer;
        } catch (IOException | IllegalStateException e) {
            if (answer != null) {
                return answer; // only the closing failed, which tells nothing of the answer
            }
            throw NoAnswerException.of(service, e);
        }
    }

    /** A server that sends a byte now and then never runs into a read time-out, so the body has a time limit of its own. */
    private byte[] body(ClassicHttpResponse response, int longest) throws IOException {
        HttpEntity entity = response.getEntity();
        InputStream in = entity == null ? null : entity.getContent();
        if (in == null) {
            return NO_BODY;
        }
        int first = in.read();
        if (first < 0) {
            return NO_BODY; // the usual success has none: no buffer is made for it
        }
        long start = System.nanoTime();
        ByteArrayOutputStream kept = new ByteArrayOutputStream(CHUNK);
        kept.write(first);
        byte[] chunk = new byte[CHUNK];
        boolean whole = false;
        try {
            while (!whole && kept.size() < longest) {
                int read = in.read(chunk, 0, Math.min(CHUNK, longest - kept.size()));
                if (read < 0) {
                    whole = true;
                } else {
                    kept.write(chunk, 0, read);
                    if (answerTimeoutNanos > 0 && System.nanoTime() - start > answerTimeoutNanos) {
                        throw new SocketTimeoutException("body");
                    }
                }
            }
            return kept.toByteArray();
        } finally {
            if (!whole) {
                cutOff(response);
            }
        }
    }

    /** An ordinary close would first read the rest, however long it is. */
    private static void cutOff(ClassicHttpResponse response) {
        if (response instanceof ModalCloseable connection) {
            connection.close(CloseMode.IMMEDIATE);
        }
    }

    void close() {
        ServiceHelper.stopAndShutdownService(endpoint);
    }

    @Override
    public String toString() {
        return service.toString();
    }
}
