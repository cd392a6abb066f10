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
import com.fasterxml.jackson.databind.node.MissingNode;

import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.client.AuthenticatedTransport.Answer;
import io.github.disdump.camel.client.AuthenticatedTransport.Operation;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.HttpTransport;

/** Finds out by reading calls alone, one try each, whether DIS could be asked for tasks. Creates and changes nothing. */
public final class Inquiry {

    private static final ObjectReader READER = JsonMapper.builder().build().reader();

    private final AuthenticatedTransport transport;
    private final String projectId;

    /** @param projectId the project's id, fit for a path; null if the credentials have to tell it */
    public Inquiry(HttpTransport transport, Authenticator authenticator, String projectId) {
        this.transport = new AuthenticatedTransport(transport, authenticator);
        this.projectId = projectId;
    }

    /**
     * Gets ready what a call would be authenticated with, such as a token of IAM, without a call of DIS.
     *
     * @return          the project; null if neither option nor credentials tell it, so that nothing can be asked
     * @throws DisDumpException if it is not to be had
     */
    public String authenticate() {
        String project = transport.projectIdIfKnown(projectId);
        if (project != null) {
            transport.authenticated(() -> HttpCall.get(transport.service(), "/v2/"), project);
        }
        return project;
    }

    /**
     * <code>GET /v2/{project_id}/streams/{stream_name}/transfer-tasks</code>, 200.
     *
     * @param  stream           name of the stream, fit for a path
     * @return                  how many dump tasks the stream has
     * @throws DisDumpException if DIS does not tell
     */
    public int countTasks(String stream) {
        String project = transport.projectId(projectId);
        String subject = "the dump tasks of stream '" + stream + "'";
        Answer answer = transport.send(
                Operation.LIST,
                subject,
                project,
                () -> HttpCall.get(transport.service(), AuthenticatedTransport.tasksPath(project, stream)));
        JsonNode tasks = tasks(answer);
        if (!tasks.isArray()) {
            throw new DisDumpException(
                    Operation.LIST.of(subject) + " was answered with what is no list of tasks", false);
        }
        return tasks.size();
    }

    private static JsonNode tasks(Answer answer) {
        try {
            return READER.readTree(answer.http().body()).path("tasks");
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
