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

import java.io.IOException;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.http.ErrorAnswer;
import io.github.disdump.camel.http.HttpAnswer;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.http.NoAnswerException;
import io.github.disdump.camel.http.PathSegment;

/**
 * The operations of DIS on the task of one request, one try each. Knows the API's paths and answers; knows nothing of
 * exchanges and does not repeat anything but a call whose token was refused.
 */
final class DisClient {

    private static final ObjectReader READER = JsonMapper.builder().build().reader();

    /** A task's description has about one thousand bytes, and there is one entry for each partition of the stream. */
    private static final int LONGEST_DESCRIPTION = 1024 * 1024;

    private final HttpTransport transport;
    private final Authenticator authenticator;
    private final CreateRequest<?> request;
    private byte[] json;

    DisClient(HttpTransport transport, Authenticator authenticator, CreateRequest<?> request) {
        this.transport = transport;
        this.authenticator = authenticator;
        this.request = request;
    }

    /**
     * <code>POST /v2/{project_id}/streams/{stream_name}/transfer-tasks</code>, 201 without a body.
     *
     * @return status and request id of the answer
     */
    ErrorAnswer create() {
        if (json == null) {
            json = request.json();
        }
        String project = projectId();
        return send(Operation.CREATE, project, () -> {
                    HttpCall call = HttpCall.postJson(transport.service(), tasks(project), null, json);
                    request.secrets().forEach(call::addSecret);
                    return call;
                })
                .error();
    }

    /** <code>GET /v2/{project_id}/streams/{stream_name}/transfer-tasks/{task_name}</code>, 200. */
    ExistingTask show() {
        String project = projectId();
        Answer answer = send(Operation.SHOW, project, () -> HttpCall.get(transport.service(), task(project)));
        try {
            JsonNode json = READER.readTree(answer.http().body());
            if (!request.taskName().equals(json.path("task_name").textValue())) {
                throw new DisDumpException(
                        "Asking for " + request + " was answered with what tells of no such task", false);
            }
            return new ExistingTask(json, answer.error());
        } catch (IOException e) {
            throw new DisDumpException("Asking for " + request + " was answered with what is no JSON", false);
        }
    }

    /** <code>DELETE /v2/{project_id}/streams/{stream_name}/transfer-tasks/{task_name}</code>, 204. */
    void delete() {
        String project = projectId();
        send(Operation.DELETE, project, () -> HttpCall.delete(transport.service(), task(project)));
    }

    /** What is asked of DIS, and the status that means yes. */
    private enum Operation {
        CREATE("Creating", 201),
        SHOW("Asking for", 200),
        DELETE("Deleting", 204);

        private final String verb;
        private final int success;

        Operation(String verb, int success) {
            this.verb = verb;
            this.success = success;
        }

        /** Only 201 creates. A delete is done by any success: the API's pages name 204 and 200. */
        boolean isSuccess(int status) {
            return status == success || this == DELETE && status / 100 == 2;
        }

        String of(CreateRequest<?> request) {
            return verb + " " + request;
        }
    }

    private record Answer(HttpAnswer http, ErrorAnswer error) {}

    private Answer send(Operation operation, String project, Supplier<HttpCall> calls) {
        HttpCall call = authenticated(calls, project);
        Answer answer = exchange(operation, call);
        if (answer.error().refusesToken() && guarded(() -> authenticator.renew(call, project))) {
            answer = exchange(operation, authenticated(calls, project));
        }
        int status = answer.http().statusCode();
        if (operation.isSuccess(status)) {
            return answer;
        }
        String action = operation.of(request);
        if (answer.error().refusesToken()) {
            throw new DisDumpAuthenticationException(action, answer.error());
        }
        boolean unknown = operation == Operation.CREATE && (status / 100 == 2 || status >= 500);
        if (status / 100 == 2) {
            throw new DisDumpException(
                    action + " was answered with " + answer.error() + " instead of " + operation.success
                            + mayExist(unknown),
                    unknown,
                    answer.error());
        }
        throw new DisDumpServiceException(
                action + " was refused: " + answer.error() + mayExist(unknown), unknown, answer.error());
    }

    private Answer exchange(Operation operation, HttpCall call) {
        try {
            HttpAnswer answer =
                    transport.send(call, operation == Operation.SHOW ? LONGEST_DESCRIPTION : ErrorAnswer.LONGEST_BODY);
            return new Answer(
                    answer,
                    operation.isSuccess(answer.statusCode())
                            ? ErrorAnswer.ofSuccess(answer)
                            : ErrorAnswer.of(answer, call.secrets()));
        } catch (NoAnswerException e) {
            boolean unknown = operation == Operation.CREATE && e.mayHaveArrived();
            throw new DisDumpException(
                    operation.of(request) + " failed: " + e.getMessage() + mayExist(unknown), unknown, e);
        }
    }

    private static String mayExist(boolean unknown) {
        return unknown ? "; the task may exist all the same" : "";
    }

    private String projectId() {
        String projectId = guarded(() -> authenticator.projectId(request.projectId()));
        if (projectId == null) {
            throw new DisDumpException(
                    "The credentials do not tell the project, nothing was sent: set the option projectId", false);
        }
        String breach = PathSegment.breach(projectId);
        if (breach != null || !HttpCall.isHeaderText(projectId)) {
            throw new DisDumpException(
                    "The credentials tell a project id that fits no path, nothing was sent: set the option projectId",
                    false);
        }
        return projectId;
    }

    /** An authenticator may be the user's own: whatever it throws is a failure of this call. */
    private <R> R guarded(Supplier<R> step) {
        try {
            return step.get();
        } catch (DisDumpException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DisDumpException(
                    "The authenticator failed with " + e.getClass().getName() + ", nothing was sent", false, e);
        }
    }

    private HttpCall authenticated(Supplier<HttpCall> calls, String project) {
        HttpCall call = calls.get();
        return guarded(() -> {
            authenticator.authenticate(call, project);
            return call;
        });
    }

    private String tasks(String project) {
        return "/v2/" + PathSegment.encoded(project) + "/streams/" + PathSegment.encoded(request.stream())
                + "/transfer-tasks";
    }

    private String task(String project) {
        return tasks(project) + "/" + PathSegment.encoded(request.taskName());
    }
}
