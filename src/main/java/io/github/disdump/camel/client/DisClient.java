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
package io.github.disdump.camel.client;

import java.nio.charset.StandardCharsets;

import org.apache.hc.core5.net.PercentCodec;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.http.ErrorAnswer;
import io.github.disdump.camel.http.HttpAnswer;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.http.NoAnswerException;

/**
 * The operations of DIS on dump tasks, as far as this component needs them. Knows the API's paths and answers; knows nothing
 * of exchanges.
 */
public final class DisClient {

    private static final int CREATED = 201;

    private final HttpTransport transport;

    public DisClient(HttpTransport transport) {
        this.transport = transport;
    }

    /**
     * Creates a dump task: <code>POST /v2/{project_id}/streams/{stream_name}/transfer-tasks</code>.
     *
     * @throws DisDumpServiceException        if the answer is no
     * @throws DisDumpAuthenticationException if there is no valid token, or it is refused after one renewal
     * @throws DisDumpException               if there is no usable answer
     */
    public CreateAnswer create(CreateRequest<?> request, Authenticator authenticator) {
        String projectId = authenticator.projectId(request.projectId());
        if (projectId == null) {
            throw new DisDumpException(
                    "IAM did not tell the project of its token, nothing was sent: set the option projectId", false);
        }
        String path = "/v2/" + encoded(projectId) + "/streams/" + encoded(request.stream()) + "/transfer-tasks";
        byte[] json = request.json();
        HttpCall call = call(request, path, json, authenticator, projectId);
        HttpAnswer answer = send(call, request);
        if (answer.statusCode() == CREATED) {
            return created(answer);
        }
        ErrorAnswer error = ErrorAnswer.of(answer, call.secrets());
        if (error.refusesToken() && authenticator.renew(call, projectId)) {
            call = call(request, path, json, authenticator, projectId);
            answer = send(call, request);
            if (answer.statusCode() == CREATED) {
                return created(answer);
            }
            error = ErrorAnswer.of(answer, call.secrets());
        }
        throw refused(request, answer, error);
    }

    private HttpCall call(
            CreateRequest<?> request, String path, byte[] json, Authenticator authenticator, String projectId) {
        HttpCall call = HttpCall.postJson(transport.service(), path, null, json);
        request.secrets().forEach(call::addSecret);
        authenticator.authenticate(call, projectId);
        return call;
    }

    private HttpAnswer send(HttpCall call, CreateRequest<?> request) {
        try {
            return transport.send(call, ErrorAnswer.LONGEST_BODY);
        } catch (NoAnswerException e) {
            throw new DisDumpException(
                    "Creating " + request + " failed: " + e.getMessage()
                            + (e.mayHaveArrived() ? "; the task may exist all the same" : ""),
                    e.mayHaveArrived(),
                    e);
        }
    }

    private static CreateAnswer created(HttpAnswer answer) {
        return new CreateAnswer(answer.statusCode(), ErrorAnswer.requestId(answer));
    }

    private static DisDumpException refused(CreateRequest<?> request, HttpAnswer answer, ErrorAnswer error) {
        String action = "Creating " + request;
        if (error.refusesToken()) {
            return new DisDumpAuthenticationException(action, error);
        }
        if (answer.statusCode() / 100 == 2) {
            return new DisDumpException(
                    action + " was answered with " + error + " instead of 201; the task may exist all the same",
                    true,
                    error);
        }
        return new DisDumpServiceException(action, error);
    }

    private static String encoded(String segment) {
        return PercentCodec.encode(segment, StandardCharsets.UTF_8);
    }
}
