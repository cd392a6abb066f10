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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What a request to start or stop tasks must look like. */
final class ActionRequestRules {

    private static final Map<String, MemberRule> REQUEST =
            Map.of("action", MemberRule.oneOf("start", "stop"), "tasks", MemberRule.array());
    private static final Map<String, MemberRule> TASK = Map.of("id", MemberRule.someText());

    private ActionRequestRules() {}

    static List<String> complaints(JsonNode body) {
        List<String> complaints = new ArrayList<>(MemberRule.complaints("", body, REQUEST, false));
        body.path("tasks").forEach(task -> complaints.addAll(MemberRule.complaints("tasks.", task, TASK, false)));
        return complaints;
    }
}
