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
package io.github.disdump.camel.performance;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.disdump.camel.model.DwsDumpTask;

/** The task of the specification's example in all forms that a message can bring it in. */
public final class SpecificationTask {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SpecificationTask() {}

    /** The bare descriptor. */
    public static Map<String, Object> descriptor() {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("task_name", "dwstask");
        descriptor.put("consumer_strategy", "LATEST");
        descriptor.put("agency_name", "dis_admin_agency");
        descriptor.put("dws_cluster_name", "dwscluster");
        descriptor.put("dws_cluster_id", "f82dc227-3691-47eb-bca7-e7851f509b2a");
        descriptor.put("dws_database_name", "postgres");
        descriptor.put("dws_schema", "dbadmin");
        descriptor.put("dws_table_name", "dwstablename");
        descriptor.put("dws_delimiter", "|"); // the example's own is empty, which logs a warning
        descriptor.put("user_name", "dbadmin");
        descriptor.put("user_password", "userpassword");
        descriptor.put("kms_user_key_name", "kmskey");
        descriptor.put("kms_user_key_id", "1e759f06-9188-4d21-afab-a75e57c04d2b");
        descriptor.put("obs_bucket_path", "obsbucket");
        descriptor.put("file_prefix", "");
        descriptor.put("deliver_time_interval", 60);
        descriptor.put("retry_duration", 1800);
        descriptor.put(
                "options",
                new LinkedHashMap<>(Map.of(
                        "fill_missing_fields", "false",
                        "ignore_extra_data", "false",
                        "compatible_illegal_chars", "false")));
        return descriptor;
    }

    /** The bare descriptor with a table's name so long. */
    public static Map<String, Object> descriptorWithTableOf(int characters) {
        Map<String, Object> descriptor = descriptor();
        descriptor.put("dws_table_name", "t".repeat(characters));
        return descriptor;
    }

    /** The whole request. */
    public static Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("destination_type", "DWS");
        request.put("dws_destination_descriptor", descriptor());
        return request;
    }

    /** The whole request as text. */
    public static String json() {
        try {
            return JSON.writeValueAsString(request());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The fields as message headers. */
    public static Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        options()
                .forEach((name, value) ->
                        headers.put("CamelDisDump" + Character.toUpperCase(name.charAt(0)) + name.substring(1), value));
        return headers;
    }

    public static DwsDumpTask model() {
        return JSON.convertValue(options(), DwsDumpTask.class);
    }

    /** The fields with the names of the options. */
    private static Map<String, Object> options() {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> all = descriptor();
        ((Map<?, ?>) all.remove("options")).forEach((name, value) -> all.put((String) name, value));
        all.forEach((name, value) -> {
            StringBuilder option = new StringBuilder();
            for (String word : name.split("_")) {
                option.append(option.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            fields.put(option.toString(), value);
        });
        return fields;
    }
}
