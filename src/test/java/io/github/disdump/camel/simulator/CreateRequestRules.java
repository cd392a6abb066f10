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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Tables 3, 4 and 5 of the specification of "Adding DWS Dump Tasks". */
final class CreateRequestRules {

    private static final String DESCRIPTOR_NAME = "dws_destination_descriptor";
    private static final String OPTIONS_NAME = "options";

    private static final Map<String, MemberRule> REQUEST = table3();
    private static final Map<String, MemberRule> DESCRIPTOR = table4();
    private static final Map<String, MemberRule> OPTIONS = table5();

    private CreateRequestRules() {}

    /**
     * Checks a request body.
     *
     * @param body the body, a JSON object
     * @param lenientTypes whether numbers may stand for those strings that hold numbers
     * @return one text for each breach, naming the member; empty if there is none
     */
    static List<String> complaints(JsonNode body, boolean lenientTypes) {
        List<String> complaints = new ArrayList<>(MemberRule.complaints("", body, REQUEST, lenientTypes));
        JsonNode descriptor = body.path(DESCRIPTOR_NAME);
        if (descriptor.isObject()) {
            String path = DESCRIPTOR_NAME + ".";
            complaints.addAll(MemberRule.complaints(path, descriptor, DESCRIPTOR, lenientTypes));
            JsonNode options = descriptor.path(OPTIONS_NAME);
            if (options.isObject()) {
                complaints.addAll(MemberRule.complaints(path + OPTIONS_NAME + ".", options, OPTIONS, lenientTypes));
            }
        }
        return complaints;
    }

    private static Map<String, MemberRule> table3() {
        Map<String, MemberRule> table = new LinkedHashMap<>();
        table.put("destination_type", MemberRule.oneOf("DWS"));
        // The table calls it optional, but without it the task would have no name.
        table.put(DESCRIPTOR_NAME, MemberRule.object());
        return table;
    }

    private static Map<String, MemberRule> table4() {
        Map<String, MemberRule> table = new LinkedHashMap<>();
        table.put(
                "task_name",
                MemberRule.pattern("[A-Za-z0-9_-]{1,64}", "1 to 64 letters, digits, hyphens and underscores"));
        table.put("agency_name", MemberRule.someText(64));
        table.put("deliver_time_interval", MemberRule.integer(30, 900));
        table.put(
                "consumer_strategy", MemberRule.oneOf("LATEST", "TRIM_HORIZON").optional());
        table.put("dws_cluster_name", MemberRule.someText());
        table.put("dws_cluster_id", MemberRule.someText());
        table.put("dws_database_name", MemberRule.someText());
        table.put("dws_schema", MemberRule.someText());
        table.put("dws_table_name", MemberRule.someText());
        // The text of the table has three delimiters, its example sends an empty one.
        table.put("dws_delimiter", MemberRule.oneOf(",", ";", "|", ""));
        table.put("user_name", MemberRule.someText());
        table.put("user_password", MemberRule.password());
        table.put("kms_user_key_name", MemberRule.someText());
        table.put("kms_user_key_id", MemberRule.someText());
        table.put("obs_bucket_path", MemberRule.someText());
        table.put(
                "file_prefix",
                MemberRule.pattern(
                                "(?!/)[A-Za-z0-9_/]{0,50}",
                                "at most 50 letters, digits, underscores and slashes, no slash at the start")
                        .optional());
        table.put("retry_duration", MemberRule.wholeNumberText(0, 7200).optional());
        // The table says what null means for this member, and for no other.
        table.put("dws_table_columns", MemberRule.anyText().orNull().optional());
        table.put(OPTIONS_NAME, MemberRule.object().optional());
        return table;
    }

    private static Map<String, MemberRule> table5() {
        Map<String, MemberRule> table = new LinkedHashMap<>();
        MemberRule flag = MemberRule.oneOf("true", "on", "false", "off").optional();
        table.put("fill_missing_fields", flag);
        table.put("ignore_extra_data", flag);
        table.put("compatible_illegal_chars", flag);
        table.put("reject_limit", MemberRule.wholeNumberTextOr("unlimited").optional());
        table.put("error_table_name", MemberRule.anyText().optional());
        return table;
    }
}
