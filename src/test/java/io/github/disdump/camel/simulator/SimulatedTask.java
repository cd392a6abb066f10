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

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/** A dump task as it was at the moment it was asked for. */
public final class SimulatedTask {

    private final String id;
    private final String name;
    private final TaskState state;
    private final String destinationType;
    private final Instant createTime;
    private final JsonNode descriptor;

    SimulatedTask(
            String id, String name, TaskState state, String destinationType, Instant createTime, JsonNode descriptor) {
        this.id = id;
        this.name = name;
        this.state = state;
        this.destinationType = destinationType;
        this.createTime = createTime;
        this.descriptor = descriptor;
    }

    /** {@return the id that start and stop ask for} */
    public String id() {
        return id;
    }

    /** {@return the name, unique within the stream} */
    public String name() {
        return name;
    }

    /** {@return the state} */
    public TaskState state() {
        return state;
    }

    /** {@return the destination type, {@code DWS}} */
    public String destinationType() {
        return destinationType;
    }

    /** {@return when the task was created, by the simulator's clock} */
    public Instant createTime() {
        return createTime;
    }

    /** {@return a copy of the descriptor as received, the password included} */
    public JsonNode descriptor() {
        return descriptor.deepCopy();
    }

    SimulatedTask inState(TaskState other) {
        return new SimulatedTask(id, name, other, destinationType, createTime, descriptor);
    }

    /** {@return name, id and state; not the descriptor, which holds a password} */
    @Override
    public String toString() {
        return "SimulatedTask[" + name + ", id " + id + ", " + destinationType + ", " + state + "]";
    }
}
