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
package io.github.disdump.camel;

import java.util.List;

/** Every fact of the API page "Adding DWS Dump Tasks" of 2024-10-21, written by hand from the page, in its order. */
final class SpecificationLines {

    static final List<String> ALL = List.of(
            "URI: method POST",
            "URI: path /v2/{project_id}/streams/{stream_name}/transfer-tasks",
            "table 1, project_id: mandatory",
            "table 1, project_id: String",
            "table 1, stream_name: mandatory",
            "table 1, stream_name: String",
            "table 1, stream_name: maximum 60",
            "table 2, X-Auth-Token: mandatory",
            "table 2, X-Auth-Token: String",
            "table 2, X-Auth-Token: the value of X-Subject-Token in IAM's answer",
            "table 3, destination_type: mandatory",
            "table 3, destination_type: String",
            "table 3, destination_type: OBS, MRS, DLI, CLOUDTABLE are other types",
            "table 3, destination_type: default NOWHERE",
            "table 3, destination_type: enumeration DWS",
            "table 3, dws_destination_descriptor: not mandatory",
            "table 3, dws_destination_descriptor: DWSDestinationDescriptorRequest object",
            "table 4, task_name: mandatory",
            "table 4, task_name: String",
            "table 4, task_name: letters, digits, hyphens and underscores",
            "table 4, task_name: 1 to 64 characters",
            "table 4, agency_name: mandatory",
            "table 4, agency_name: String",
            "table 4, agency_name: cannot be left unspecified",
            "table 4, agency_name: maximum 64",
            "table 4, deliver_time_interval: mandatory",
            "table 4, deliver_time_interval: Integer",
            "table 4, deliver_time_interval: unit second",
            "table 4, deliver_time_interval: minimum 30",
            "table 4, deliver_time_interval: maximum 900",
            "table 4, deliver_time_interval: default 300",
            "table 4, consumer_strategy: not mandatory",
            "table 4, consumer_strategy: String",
            "table 4, consumer_strategy: default LATEST",
            "table 4, consumer_strategy: enumeration LATEST, TRIM_HORIZON",
            "table 4, dws_cluster_name: mandatory",
            "table 4, dws_cluster_name: String",
            "table 4, dws_cluster_id: mandatory",
            "table 4, dws_cluster_id: String",
            "table 4, dws_database_name: mandatory",
            "table 4, dws_database_name: String",
            "table 4, dws_schema: mandatory",
            "table 4, dws_schema: String",
            "table 4, dws_table_name: mandatory",
            "table 4, dws_table_name: String",
            "table 4, dws_delimiter: mandatory",
            "table 4, dws_delimiter: String",
            "table 4, dws_delimiter: comma, semicolon or vertical bar",
            "table 4, user_name: mandatory",
            "table 4, user_name: String",
            "table 4, user_password: mandatory",
            "table 4, user_password: String",
            "table 4, kms_user_key_name: mandatory",
            "table 4, kms_user_key_name: String",
            "table 4, kms_user_key_id: mandatory",
            "table 4, kms_user_key_id: String",
            "table 4, obs_bucket_path: mandatory",
            "table 4, obs_bucket_path: String",
            "table 4, file_prefix: not mandatory",
            "table 4, file_prefix: String",
            "table 4, file_prefix: levels separated by slashes, none at the start",
            "table 4, file_prefix: maximum 50 characters",
            "table 4, file_prefix: letters, digits, underscores and slashes",
            "table 4, file_prefix: blank by default",
            "table 4, retry_duration: not mandatory",
            "table 4, retry_duration: String",
            "table 4, retry_duration: 0 to 7200",
            "table 4, retry_duration: unit second",
            "table 4, retry_duration: default 1800",
            "table 4, dws_table_columns: not mandatory",
            "table 4, dws_table_columns: String",
            "table 4, dws_table_columns: columns such as c1,c2",
            "table 4, dws_table_columns: null or empty means all columns",
            "table 4, dws_table_columns: blank by default",
            "table 4, options: not mandatory",
            "table 4, options: Options object",
            "table 5, fill_missing_fields: not mandatory",
            "table 5, fill_missing_fields: String",
            "table 5, fill_missing_fields: true/on, false/off",
            "table 5, fill_missing_fields: default false or off",
            "table 5, ignore_extra_data: not mandatory",
            "table 5, ignore_extra_data: String",
            "table 5, ignore_extra_data: true/on, false/off",
            "table 5, ignore_extra_data: default false or off",
            "table 5, compatible_illegal_chars: not mandatory",
            "table 5, compatible_illegal_chars: String",
            "table 5, compatible_illegal_chars: true/on, false/off",
            "table 5, compatible_illegal_chars: default false or off",
            "table 5, reject_limit: not mandatory",
            "table 5, reject_limit: String",
            "table 5, reject_limit: integer value or unlimited",
            "table 5, reject_limit: default 0",
            "table 5, error_table_name: not mandatory",
            "table 5, error_table_name: String",
            "response parameters: none",
            "example request",
            "example response: none",
            "status code: 201 is the normal response");

    private SpecificationLines() {}
}
