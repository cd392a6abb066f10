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

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.disdump.camel.model.DumpTask;
import io.github.disdump.camel.model.DumpTaskType;
import io.github.disdump.camel.model.TaskComparison;
import io.github.disdump.camel.model.TaskField;
import io.github.disdump.camel.model.TaskJsonWriter;

/**
 * A valid request for a dump task. Holds a secret, so its text does not tell the task's fields.
 *
 * @param <T> the model class
 */
public final class CreateRequest<T extends DumpTask> {

    private final String stream;
    private final String projectId;
    private final DumpTaskType<T> type;
    private final T task;

    /**
     * @param stream    name of the stream, fit for a path
     * @param projectId the project's id, fit for a path; null if the credentials have to tell it
     */
    public CreateRequest(String stream, String projectId, DumpTaskType<T> type, T task) {
        this.stream = stream;
        this.projectId = projectId;
        this.type = type;
        this.task = task;
    }

    /** Name of the stream. */
    public String stream() {
        return stream;
    }

    /** The project's id; null if the credentials have to tell it. */
    public String projectId() {
        return projectId;
    }

    /** Name of the dump task. */
    public String taskName() {
        return task.getTaskName();
    }

    /** The fields in which a task that the service shows differs from this request; empty if it is the same. */
    List<String> differencesTo(JsonNode shown) {
        return TaskComparison.differences(type, task, shown);
    }

    byte[] json() {
        return TaskJsonWriter.write(type, task);
    }

    /** The values that no text may repeat. */
    List<String> secrets() {
        return type.fields().stream()
                .filter(TaskField::isSecret)
                .map(field -> field.get(task))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    @Override
    public String toString() {
        return "dump task '" + taskName() + "' on stream '" + stream + "'";
    }
}
