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

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.disdump.camel.http.ErrorAnswer;

/**
 * A task as the service shows it. May hold a password, so its text tells only the state.
 *
 * @param json   the whole answer
 * @param answer status and request id of the answer
 */
record ExistingTask(JsonNode json, ErrorAnswer answer) {

    private static final Set<String> BROKEN = Set.of("ERROR", "ABNORMAL");

    /** The state, such as <code>RUNNING</code>; null if the service does not tell. */
    String state() {
        return json.path("state").textValue();
    }

    /** The id; null if the service does not tell: it stands in the API's examples, but not in its tables. */
    String id() {
        return json.path("task_id").textValue();
    }

    boolean isBroken() {
        return state() != null && BROKEN.contains(state());
    }

    @Override
    public String toString() {
        return "task in state " + state();
    }
}
