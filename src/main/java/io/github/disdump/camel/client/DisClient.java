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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.client.AuthenticatedTransport.Answer;
import io.github.disdump.camel.client.AuthenticatedTransport.Operation;
import io.github.disdump.camel.http.ErrorAnswer;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.http.PathSegment;

/**
 * The operations of DIS on the task of one request, one try each. Knows the API's paths and answers; knows nothing of
 * exchanges.
 */
final class DisClient {

    private static final ObjectReader READER = JsonMapper.builder().build().reader();

    private final AuthenticatedTransport transport;
    private final CreateRequest<?> request;
    private byte[] json;

    DisClient(HttpTransport transport, Authenticator authenticator, CreateRequest<?> request) {
        this.transport = new AuthenticatedTransport(transport, authenticator);
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
        String project = transport.projectId(request.projectId());
        return transport
                .send(
                        Operation.CREATE,
                        request,
                        project,
                        () -> guarded(HttpCall.postJson(transport.service(), tasks(project), null, json)))
                .error();
    }

    /** <code>GET /v2/{project_id}/streams/{stream_name}/transfer-tasks/{task_name}</code>, 200. */
    ExistingTask show() {
        String project = transport.projectId(request.projectId());
        Answer answer = transport.send(
                Operation.SHOW, request, project, () -> guarded(HttpCall.get(transport.service(), task(project))));
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
        String project = transport.projectId(request.projectId());
        transport.send(
                Operation.DELETE, request, project, () -> guarded(HttpCall.delete(transport.service(), task(project))));
    }

    /** Whatever the service answers, it may tell of the task: no text repeats its secrets. */
    private HttpCall guarded(HttpCall call) {
        request.secrets().forEach(call::addSecret);
        return call;
    }

    private String tasks(String project) {
        return AuthenticatedTransport.tasksPath(project, request.stream());
    }

    private String task(String project) {
        return tasks(project) + "/" + PathSegment.encoded(request.taskName());
    }
}
