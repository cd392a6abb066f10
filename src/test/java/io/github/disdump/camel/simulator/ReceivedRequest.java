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

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** One request as it came over the wire. Its headers and body may hold secrets; {@link #toString()} leaves both out. */
public final class ReceivedRequest {

    /** {@link #status()} of a request that is being worked on. */
    public static final int NOT_ANSWERED_YET = -1;
    /** {@link #status()} of a request whose connection was broken instead of an answer. */
    public static final int NO_ANSWER = 0;

    private final Kind kind;
    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private volatile int status = NOT_ANSWERED_YET;

    ReceivedRequest(Kind kind, String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.kind = kind;
        this.method = method;
        this.target = target;
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        this.headers = Collections.unmodifiableMap(copy);
        this.body = body;
    }

    /** {@return what the request wanted} */
    public Kind kind() {
        return kind;
    }

    /** {@return the HTTP method, in capitals} */
    public String method() {
        return method;
    }

    /** {@return the path as sent: not decoded, without the query} */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** {@return the query as sent: not decoded, without the question mark; empty if there is none} */
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** {@return all headers; names are looked up without regard to case} */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * Looks a header up.
     *
     * @param name the name, in any case
     * @return its first value, or empty if the request has no such header
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** All values of a header in one, so that a header sent twice is not mistaken for one sent once. */
    Optional<String> wholeHeader(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }

    /** {@return a copy of the body as sent; empty if there was none} */
    public byte[] body() {
        return body.clone();
    }

    int bodyLength() {
        return body.length;
    }

    /** {@return the body as JSON; a missing node if it is not one valid JSON value} */
    public JsonNode json() {
        return StrictJson.readOrMissing(body);
    }

    /**
     * {@return the HTTP status answered, {@link #NO_ANSWER} if the connection was broken before a status was sent,
     * or {@link #NOT_ANSWERED_YET}}
     */
    public int status() {
        return status;
    }

    void answered(int withStatus) {
        status = withStatus;
    }

    /** {@return kind, method, path and status; neither headers nor body, which may hold secrets} */
    @Override
    public String toString() {
        return kind + " " + method + " " + path() + " -> " + status;
    }
}
