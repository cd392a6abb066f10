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
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What an answer other than success says, as far as it could be read: DIS, the API gateway and IAM write their errors in four
 * different shapes, and what stands between may answer HTML or nothing.
 */
public final class ErrorAnswer {

    /** How many bytes of an error's body are read: the documented ones have a few hundred. */
    public static final int LONGEST_BODY = 64 * 1024;

    private static final int LONGEST_MESSAGE = 1000;
    private static final int LONGEST_WORD = 128;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(16).build())
                    .build())
            .build()
            .reader();

    private final int statusCode;
    private final String errorCode;
    private final String errorMessage;
    private final String requestId;
    private final Duration retryAfter;
    private final ErrorAction action;

    private ErrorAnswer(int statusCode, String errorCode, String errorMessage, String requestId, Duration retryAfter) {
        this.statusCode = statusCode;
        this.errorCode = errorCode;
        this.errorMessage = errorMessage;
        this.requestId = requestId;
        this.retryAfter = retryAfter;
        this.action = ErrorAction.of(statusCode, errorCode);
    }

    /**
     * Reads an answer.
     *
     * @param secrets what was sent and must not be repeated, should the server do so
     */
    public static ErrorAnswer of(HttpAnswer answer, List<String> secrets) {
        JsonNode json = parse(answer.body());
        JsonNode error = json.path("error").isObject() ? json.path("error") : json;
        String code = first(error, "errorCode", "error_code", "code");
        String message = first(error, "message", "error_msg");
        if (code == null && message == null) {
            message = SecretMask.text(answer.body(), secrets, LONGEST_BODY);
        }
        String requestId = first(json, "request_id");
        if (requestId == null) {
            requestId = answer.header("X-Request-Id");
        }
        return new ErrorAnswer(
                answer.statusCode(),
                shown(code, LONGEST_WORD, secrets),
                shown(message, LONGEST_MESSAGE, secrets),
                shown(requestId, LONGEST_WORD, secrets),
                RetryAfter.of(answer));
    }

    /** Status and request id of an answer whose body is no error. */
    public static ErrorAnswer ofSuccess(HttpAnswer answer) {
        String requestId = shown(answer.header("X-Request-Id"), LONGEST_WORD, List.of());
        return new ErrorAnswer(answer.statusCode(), null, null, requestId, null);
    }

    /** The HTTP status. */
    public int statusCode() {
        return statusCode;
    }

    /** The code, such as <code>DIS.4355</code>; null if there was none. */
    public String errorCode() {
        return errorCode;
    }

    /** The message, or the whole text if it was no JSON; one line, at most 1,000 characters; null if there was none. */
    public String errorMessage() {
        return errorMessage;
    }

    /** The request's id from the body or the header X-Request-Id; null if there was none. */
    public String requestId() {
        return requestId;
    }

    /** How long the service asks to wait; null if it does not ask or not in a way that can be read. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** May the same request succeed later, without any change? */
    public boolean isRetryable() {
        return action == ErrorAction.RETRY;
    }

    /** Does the answer refuse the token, so that a new one is worth a try? */
    public boolean refusesToken() {
        return action == ErrorAction.RENEW;
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode json = READER.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String first(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (value.isValueNode() && !value.isNull()) {
                return value.asText();
            }
        }
        return null;
    }

    /** One line, within bounds and without secrets; null for blank text. */
    private static String shown(String text, int longest, List<String> secrets) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String masked = SecretMask.masked(text, secrets);
        StringBuilder line = new StringBuilder(Math.min(masked.length(), longest));
        for (int i = 0; i < Math.min(masked.length(), longest); i++) {
            char c = masked.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString().trim();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("HTTP ").append(statusCode);
        if (errorCode != null) {
            text.append(", ").append(errorCode);
        }
        if (errorMessage != null) {
            text.append(", ").append(errorMessage);
        }
        if (requestId != null) {
            text.append(" (request ").append(requestId).append(')');
        }
        return text.toString();
    }
}
