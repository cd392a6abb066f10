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
package io.github.disdump.camel.model;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Compares a task that the service holds with one that was requested: the destination and every field that the service tells.
 * Secrets are not compared, because the service may mask them.
 */
public final class TaskComparison {

    /** The API's table of the answer misspells the name; its older clients know the other. */
    private static final String[] DESCRIPTION_ENDINGS = {"description", "descripton"};

    private TaskComparison() {}

    /**
     * The differing fields.
     *
     * @param  shown the service's answer to "Querying Dump Task Details"
     * @return       the names of the fields that differ, each with both values; empty if it is the same task
     */
    public static <T extends DumpTask> List<String> differences(DumpTaskType<T> type, T requested, JsonNode shown) {
        List<String> differences = new ArrayList<>();
        JsonNode destination = shown.path("destination_type");
        JsonNode description = description(type, shown);
        if (!destination.isTextual() || !description.isObject()) {
            differences.add("the service does not tell destination and fields of the existing task");
            return differences;
        }
        if (!type.destinationType().equalsIgnoreCase(destination.textValue())) {
            differences.add(difference("destination_type", type.destinationType(), destination.textValue()));
            return differences;
        }
        for (TaskField<? super T> field : type.fields()) {
            JsonNode held = (field.isImportOption() ? description.path("options") : description).path(field.apiName());
            if (held.isValueNode() && !held.isNull() && !field.isSecret() && !field.isSame(requested, held.asText())) {
                differences.add(difference(field.apiName(), field.get(requested), held.asText()));
            }
        }
        return differences;
    }

    private static JsonNode description(DumpTaskType<?> type, JsonNode shown) {
        String stem = type.descriptorName().substring(0, type.descriptorName().lastIndexOf('_') + 1);
        for (String ending : DESCRIPTION_ENDINGS) {
            if (shown.path(stem + ending).isObject()) {
                return shown.path(stem + ending);
            }
        }
        return shown.path(stem + DESCRIPTION_ENDINGS[0]);
    }

    private static String difference(String field, Object requested, String held) {
        return field + " (requested " + (requested == null ? "nothing" : "'" + Violation.shown(requested) + "'")
                + ", exists as '" + Violation.shown(held) + "')";
    }
}
