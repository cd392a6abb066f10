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

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** The tasks of all streams. One lock guards it, so that of many equal requests exactly one creates the task. */
final class TaskStore {

    private final Clock clock;
    private final Map<StreamKey, Map<String, Entry>> streams = new HashMap<>();

    TaskStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * Where tasks live.
     *
     * @param projectId the project
     * @param stream the name of the stream
     */
    record StreamKey(String projectId, String stream) {}

    synchronized SimulatedTask create(StreamKey key, JsonNode descriptor, Behaviour.StartPlan plan, int quota) {
        Map<String, Entry> tasks = streams.computeIfAbsent(key, k -> new LinkedHashMap<>());
        String name = descriptor.path("task_name").asText();
        if (tasks.containsKey(name)) {
            throw RequestRefusedException.dis("DIS.4355", "Transfer task already exists. [" + name + "]");
        }
        if (tasks.size() >= quota) {
            throw RequestRefusedException.dis(
                    "DIS.4357", "The number of transfer tasks of the stream is limited to " + quota + ".");
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        SimulatedTask task = new SimulatedTask(id, name, plan.first(), "DWS", clock.instant(), descriptor.deepCopy());
        tasks.put(name, new Entry(task, plan));
        return task;
    }

    synchronized List<SimulatedTask> list(StreamKey key) {
        List<SimulatedTask> tasks = new ArrayList<>();
        streams.getOrDefault(key, Map.of()).values().forEach(entry -> tasks.add(entry.task));
        return List.copyOf(tasks);
    }

    synchronized Optional<SimulatedTask> find(StreamKey key, String name) {
        return Optional.ofNullable(streams.getOrDefault(key, Map.of()).get(name))
                .map(entry -> entry.task);
    }

    /** As {@link #find}, but counts as a query: a task that is starting gets one step on. */
    synchronized Optional<SimulatedTask> show(StreamKey key, String name) {
        return Optional.ofNullable(streams.getOrDefault(key, Map.of()).get(name))
                .map(Entry::shown);
    }

    synchronized boolean remove(StreamKey key, String name) {
        return streams.getOrDefault(key, new HashMap<>()).remove(name) != null;
    }

    synchronized boolean setState(StreamKey key, String name, TaskState state) {
        Entry entry = streams.getOrDefault(key, Map.of()).get(name);
        if (entry != null) {
            entry.setState(state);
        }
        return entry != null;
    }

    /**
     * Sets the state of all tasks with these ids, or of none.
     *
     * @return the ids that no task has
     */
    synchronized Set<String> setStates(StreamKey key, Set<String> ids, TaskState state) {
        Map<String, Entry> byId = new HashMap<>();
        streams.getOrDefault(key, Map.of()).values().forEach(entry -> byId.put(entry.task.id(), entry));
        Set<String> missing = new LinkedHashSet<>(ids);
        missing.removeAll(byId.keySet());
        if (missing.isEmpty()) {
            ids.forEach(id -> byId.get(id).setState(state));
        }
        return missing;
    }

    private static final class Entry {
        private SimulatedTask task;
        private Behaviour.StartPlan plan;
        private int shown;

        Entry(SimulatedTask task, Behaviour.StartPlan plan) {
            this.task = task;
            this.plan = plan;
        }

        SimulatedTask shown() {
            if (plan != null && shown++ >= plan.shows()) {
                setState(plan.then());
            }
            return task;
        }

        void setState(TaskState state) {
            plan = null;
            task = task.inState(state);
        }
    }
}
