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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The operations on dump tasks. */
final class DisService {

    private static final int MAXIMUM_STREAM_NAME = 60;

    private final TaskStore tasks;
    private final Behaviour behaviour;

    DisService(TaskStore tasks, Behaviour behaviour) {
        this.tasks = tasks;
        this.behaviour = behaviour;
    }

    Answer create(Route route, ReceivedRequest request) {
        TaskStore.StreamKey key = key(route);
        JsonNode body = body(request);
        List<String> complaints = CreateRequestRules.complaints(body, behaviour.lenientTypes);
        if (!complaints.isEmpty()) {
            throw RequestRefusedException.dis("DIS.4200", "Invalid request. " + complaints);
        }
        checkStreamExists(route);
        tasks.create(key, body.path("dws_destination_descriptor"), behaviour.startPlan, behaviour.taskQuota);
        return Answer.empty(201);
    }

    Answer list(Route route) {
        TaskStore.StreamKey key = key(route);
        checkStreamExists(route);
        List<SimulatedTask> found = tasks.list(key);
        ObjectNode body = StrictJson.object().put("total_number", found.size()).put("quota", behaviour.taskQuota);
        ArrayNode array = body.putArray("tasks");
        found.forEach(task -> array.add(summary(task)));
        return Answer.json(200, body);
    }

    Answer show(Route route) {
        TaskStore.StreamKey key = key(route);
        checkStreamExists(route);
        SimulatedTask task = tasks.show(key, route.task()).orElseThrow(() -> noTask(route.task()));
        ObjectNode body = StrictJson.object().put("stream_name", route.stream());
        body.put("stream_id", Integer.toHexString(key.hashCode()));
        body.setAll(summary(task));
        body.putArray("partitions");
        // The published tables misspell the name; some clients and servers use the right one.
        String name = behaviour.descriptionSpelledRight ? "dws_destination_description" : "dws_destination_descripton";
        ObjectNode descriptor = (ObjectNode) task.descriptor();
        if (!behaviour.passwordsShown) {
            descriptor.remove("user_password");
        }
        body.set(name, descriptor);
        return Answer.json(200, body);
    }

    Answer delete(Route route) {
        TaskStore.StreamKey key = key(route);
        checkStreamExists(route);
        if (!tasks.remove(key, route.task())) {
            throw noTask(route.task());
        }
        return Answer.empty(204);
    }

    Answer act(Route route, ReceivedRequest request) {
        TaskStore.StreamKey key = key(route);
        JsonNode body = body(request);
        List<String> complaints = ActionRequestRules.complaints(body);
        if (!complaints.isEmpty()) {
            throw RequestRefusedException.dis("DIS.4200", "Invalid request. " + complaints);
        }
        checkStreamExists(route);
        boolean start = body.path("action").textValue().equals("start");
        Set<String> ids = new LinkedHashSet<>();
        body.path("tasks").forEach(task -> ids.add(task.path("id").textValue()));
        Set<String> missing = tasks.setStates(key, ids, start ? TaskState.RUNNING : TaskState.PAUSED);
        if (!missing.isEmpty()) {
            throw noTask(String.join(", ", missing));
        }
        return Answer.empty(200);
    }

    private static JsonNode body(ReceivedRequest request) {
        RequestBody.checkContentType(request);
        if (request.bodyLength() == 0) {
            throw RequestRefusedException.dis("DIS.4202", "Empty request.");
        }
        return RequestBody.json(
                request, text -> RequestRefusedException.dis("DIS.4300", "Invalid request body: " + text));
    }

    private static TaskStore.StreamKey key(Route route) {
        int length = route.stream().codePointCount(0, route.stream().length());
        if (length < 1 || length > MAXIMUM_STREAM_NAME) {
            throw RequestRefusedException.dis(
                    "DIS.4200", "stream_name must have 1 to " + MAXIMUM_STREAM_NAME + " characters");
        }
        return new TaskStore.StreamKey(route.projectId(), route.stream());
    }

    private void checkStreamExists(Route route) {
        Set<String> streams = behaviour.streams;
        if (streams != null && !streams.contains(route.stream())) {
            throw RequestRefusedException.dis("DIS.4301", "stream not found [" + route.stream() + "]");
        }
    }

    private static ObjectNode summary(SimulatedTask task) {
        long created = task.createTime().toEpochMilli();
        return StrictJson.object()
                .put("task_name", task.name())
                .put("task_id", task.id())
                .put("state", task.state().name())
                .put("destination_type", task.destinationType())
                .put("create_time", created)
                .put("last_transfer_timestamp", created);
    }

    private static RequestRefusedException noTask(String task) {
        return RequestRefusedException.dis("DIS.4354", "Transfer task not found. [" + task + "]");
    }
}
