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
package io.github.disdump.camel.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.http.ErrorAnswer;
import io.github.disdump.camel.http.HttpAnswer;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.http.NoAnswerException;

/**
 * Asks IAM for a user token by password, with project scope.
 */
final class IamClient {

    private static final Logger LOG = LoggerFactory.getLogger(IamClient.class);

    private static final String PATH = "/v3/auth/tokens";

    /** Without the catalog the answer has a few hundred bytes, with it some hundred thousand. */
    private static final String QUERY = "nocatalog=true";

    private static final int LONGEST_ANSWER = 1024 * 1024;

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectReader READER = JsonMapper.builder(JSON).build().reader();

    private final HttpTransport transport;
    private final Clock clock;

    IamClient(HttpTransport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Logs in.
     *
     * @throws DisDumpAuthenticationException if IAM answers no
     * @throws DisDumpException               if IAM gives no usable answer
     */
    IamToken logIn(IamCredentials credentials, ProjectScope scope) {
        String action = "IAM login of " + credentials;
        Instant asked = clock.instant();
        HttpAnswer answer;
        try {
            answer = transport.send(
                    HttpCall.postJson(transport.service(), PATH, QUERY, request(credentials, scope)), LONGEST_ANSWER);
        } catch (NoAnswerException e) {
            throw new DisDumpException(action + " failed: " + e.getMessage(), false, e);
        }
        if (answer.statusCode() != 201) {
            ErrorAnswer error = ErrorAnswer.of(answer, List.of(credentials.password()));
            if (answer.statusCode() / 100 == 2) {
                throw unusable(action, error + " instead of 201");
            }
            throw new DisDumpAuthenticationException(action, error);
        }
        IamToken token = token(answer, asked, action);
        LOG.debug("{} succeeded, {}", action, token);
        return token;
    }

    private static byte[] request(IamCredentials credentials, ProjectScope scope) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("auth");
            json.writeObjectFieldStart("identity");
            json.writeArrayFieldStart("methods");
            json.writeString("password");
            json.writeEndArray();
            json.writeObjectFieldStart("password");
            json.writeObjectFieldStart("user");
            json.writeStringField("name", credentials.user());
            json.writeStringField("password", credentials.password());
            json.writeObjectFieldStart("domain");
            json.writeStringField("name", credentials.domain());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectFieldStart("scope");
            json.writeObjectFieldStart("project");
            json.writeStringField(scope.member(), scope.value());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the target is memory
        }
        return bytes.toByteArray();
    }

    private static IamToken token(HttpAnswer answer, Instant asked, String action) {
        String value = answer.header("X-Subject-Token");
        if (value == null || value.isBlank() || !HttpCall.isHeaderText(value)) {
            throw unusable(action, "no token in the header X-Subject-Token");
        }
        JsonNode token;
        try {
            token = READER.readTree(answer.body()).path("token");
        } catch (IOException e) {
            throw unusable(action, "the body is no JSON");
        }
        Instant expires = time(token, "expires_at");
        if (expires == null) {
            throw unusable(action, "no time in token.expires_at");
        }
        String projectId = token.path("project").path("id").textValue();
        return new IamToken(value, projectId, asked, byOwnClock(expires, token, asked));
    }

    /** Should this machine's clock be slow, the token ends by its length of life, not by a time that is never reached. */
    private static Instant byOwnClock(Instant expires, JsonNode token, Instant asked) {
        Instant issued = time(token, "issued_at");
        if (issued == null || issued.isAfter(expires)) {
            return expires;
        }
        Instant byLife = asked.plus(Duration.between(issued, expires));
        return byLife.isBefore(expires) ? byLife : expires;
    }

    private static Instant time(JsonNode token, String member) {
        try {
            String text = token.path(member).textValue();
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static DisDumpException unusable(String action, String reason) {
        return new DisDumpException(action + " gave no usable answer: " + reason, false);
    }
}
