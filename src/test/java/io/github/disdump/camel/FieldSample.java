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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One field of the contract with its three names and two valid values, written by hand: a field that is renamed, lost or
 * added in the model shows against this list.
 *
 * @param apiName    the name in the specification
 * @param optionName the name as an option of component and endpoint, and in camelCase JSON
 * @param headerName the name as a message header
 * @param place      where the field stands in the request
 * @param value      a valid value, as it is on the wire
 * @param other      another valid value
 */
record FieldSample(String apiName, String optionName, String headerName, Place place, Object value, Object other) {

    enum Place {
        DESCRIPTOR,
        OPTIONS
    }

    /** The 23 fields in the order of tables 4 and 5. */
    static final List<FieldSample> ALL = List.of(
            descriptor("task_name", "taskName", "CamelDisDumpTaskName", "task-1", "task_2"),
            descriptor("agency_name", "agencyName", "CamelDisDumpAgencyName", "agency-1", "agency-2"),
            descriptor("deliver_time_interval", "deliverTimeInterval", "CamelDisDumpDeliverTimeInterval", 60, 61),
            descriptor(
                    "consumer_strategy", "consumerStrategy", "CamelDisDumpConsumerStrategy", "LATEST", "TRIM_HORIZON"),
            descriptor("dws_cluster_name", "dwsClusterName", "CamelDisDumpDwsClusterName", "cluster1", "cluster2"),
            descriptor("dws_cluster_id", "dwsClusterId", "CamelDisDumpDwsClusterId", "id-1", "id-2"),
            descriptor("dws_database_name", "dwsDatabaseName", "CamelDisDumpDwsDatabaseName", "base1", "base2"),
            descriptor("dws_schema", "dwsSchema", "CamelDisDumpDwsSchema", "schema1", "schema2"),
            descriptor("dws_table_name", "dwsTableName", "CamelDisDumpDwsTableName", "table1", "table2"),
            descriptor("dws_delimiter", "dwsDelimiter", "CamelDisDumpDwsDelimiter", ";", ","),
            descriptor("user_name", "userName", "CamelDisDumpUserName", "user1", "user2"),
            descriptor("user_password", "userPassword", "CamelDisDumpUserPassword", "pass-word1", "pass-word2"),
            descriptor("kms_user_key_name", "kmsUserKeyName", "CamelDisDumpKmsUserKeyName", "key1", "key2"),
            descriptor("kms_user_key_id", "kmsUserKeyId", "CamelDisDumpKmsUserKeyId", "key-id-1", "key-id-2"),
            descriptor("obs_bucket_path", "obsBucketPath", "CamelDisDumpObsBucketPath", "bucket1", "bucket2"),
            descriptor("file_prefix", "filePrefix", "CamelDisDumpFilePrefix", "dir/one", "dir_2"),
            descriptor("retry_duration", "retryDuration", "CamelDisDumpRetryDuration", "10", "20"),
            descriptor("dws_table_columns", "dwsTableColumns", "CamelDisDumpDwsTableColumns", "c1,c2", "c3"),
            option("fill_missing_fields", "fillMissingFields", "CamelDisDumpFillMissingFields", "true", "off"),
            option("ignore_extra_data", "ignoreExtraData", "CamelDisDumpIgnoreExtraData", "on", "false"),
            option(
                    "compatible_illegal_chars",
                    "compatibleIllegalChars",
                    "CamelDisDumpCompatibleIllegalChars",
                    "false",
                    "on"),
            option("reject_limit", "rejectLimit", "CamelDisDumpRejectLimit", "5", "unlimited"),
            option("error_table_name", "errorTableName", "CamelDisDumpErrorTableName", "errors1", "errors2"));

    private static final Map<String, FieldSample> BY_NAME =
            ALL.stream().collect(Collectors.toMap(FieldSample::apiName, Function.identity()));

    static FieldSample of(String apiName) {
        return BY_NAME.get(apiName);
    }

    private static FieldSample descriptor(String api, String option, String header, Object value, Object other) {
        return new FieldSample(api, option, header, Place.DESCRIPTOR, value, other);
    }

    private static FieldSample option(String api, String option, String header, Object value, Object other) {
        return new FieldSample(api, option, header, Place.OPTIONS, value, other);
    }

    boolean isImportOption() {
        return place == Place.OPTIONS;
    }

    @Override
    public String toString() {
        return apiName;
    }
}
