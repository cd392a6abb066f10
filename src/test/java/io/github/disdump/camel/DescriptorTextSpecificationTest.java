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

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Table 4: the fields that must be there, and their type. */
class DescriptorTextSpecificationTest {

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @ParameterizedTest
    @SpecificationFact("table 4, task_name: mandatory")
    @SpecificationFact("table 4, agency_name: mandatory")
    @SpecificationFact("table 4, dws_cluster_name: mandatory")
    @SpecificationFact("table 4, dws_cluster_id: mandatory")
    @SpecificationFact("table 4, dws_database_name: mandatory")
    @SpecificationFact("table 4, dws_schema: mandatory")
    @SpecificationFact("table 4, dws_table_name: mandatory")
    @SpecificationFact("table 4, dws_delimiter: mandatory")
    @SpecificationFact("table 4, user_name: mandatory")
    @SpecificationFact("table 4, user_password: mandatory")
    @SpecificationFact("table 4, kms_user_key_name: mandatory")
    @SpecificationFact("table 4, kms_user_key_id: mandatory")
    @SpecificationFact("table 4, obs_bucket_path: mandatory")
    @ValueSource(
            strings = {
                "task_name",
                "agency_name",
                "dws_cluster_name",
                "dws_cluster_id",
                "dws_database_name",
                "dws_schema",
                "dws_table_name",
                "dws_delimiter",
                "user_name",
                "user_password",
                "kms_user_key_name",
                "kms_user_key_id",
                "obs_bucket_path"
            })
    void withoutAMandatoryFieldNothingIsSent(String field) {
        Map<String, Object> task = CamelFixture.descriptor();
        task.remove(field);

        assertThat(route.mistakes(task)).containsExactly(missing(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task_name",
                "agency_name",
                "dws_cluster_name",
                "dws_cluster_id",
                "dws_database_name",
                "dws_schema",
                "dws_table_name",
                "dws_delimiter",
                "user_name",
                "user_password",
                "kms_user_key_name",
                "kms_user_key_id",
                "obs_bucket_path"
            })
    void nullIsNoValueForAMandatoryField(String field) {
        assertThat(route.mistakesOf(field, null)).containsExactly(missing(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task_name",
                "agency_name",
                "dws_cluster_name",
                "dws_cluster_id",
                "dws_database_name",
                "dws_schema",
                "dws_table_name",
                "user_name",
                "user_password",
                "kms_user_key_name",
                "kms_user_key_id",
                "obs_bucket_path"
            })
    void noMandatoryFieldMayBeEmpty(String field) {
        assertThat(route.mistakesOf(field, "")).hasSize(1).first().asString().endsWith(": must not be empty");
    }

    @ParameterizedTest
    @SpecificationFact("table 4, task_name: String")
    @SpecificationFact("table 4, agency_name: String")
    @SpecificationFact("table 4, dws_cluster_name: String")
    @SpecificationFact("table 4, dws_cluster_id: String")
    @SpecificationFact("table 4, dws_database_name: String")
    @SpecificationFact("table 4, dws_schema: String")
    @SpecificationFact("table 4, dws_table_name: String")
    @SpecificationFact("table 4, dws_delimiter: String")
    @SpecificationFact("table 4, user_name: String")
    @SpecificationFact("table 4, user_password: String")
    @SpecificationFact("table 4, kms_user_key_name: String")
    @SpecificationFact("table 4, kms_user_key_id: String")
    @SpecificationFact("table 4, obs_bucket_path: String")
    @SpecificationFact("table 4, consumer_strategy: String")
    @SpecificationFact("table 4, file_prefix: String")
    @SpecificationFact("table 4, dws_table_columns: String")
    @SpecificationFact("table 5, error_table_name: String")
    @ValueSource(
            strings = {
                "task_name",
                "agency_name",
                "dws_cluster_name",
                "dws_cluster_id",
                "dws_database_name",
                "dws_schema",
                "dws_table_name",
                "dws_delimiter",
                "user_name",
                "user_password",
                "kms_user_key_name",
                "kms_user_key_id",
                "obs_bucket_path",
                "consumer_strategy",
                "file_prefix",
                "dws_table_columns",
                "error_table_name"
            })
    void textIsSentAsTextAndNothingElseIsTaken(String field) {
        String text = field.equals("dws_delimiter") ? ";" : field.equals("consumer_strategy") ? "TRIM_HORIZON" : "x1";

        assertThat(route.sent(field, text)).isEqualTo(TextNode.valueOf(text));
        route.dis().resetRequests();
        assertThat(route.mistakesOf(field, true)).hasSize(1).first().asString().endsWith("must be text, was a boolean");
    }

    @ParameterizedTest
    @SpecificationFact("table 4, consumer_strategy: not mandatory")
    @SpecificationFact("table 4, file_prefix: not mandatory")
    @SpecificationFact("table 4, retry_duration: not mandatory")
    @SpecificationFact("table 4, dws_table_columns: not mandatory")
    @SpecificationFact("table 4, options: not mandatory")
    @SpecificationFact("table 5, fill_missing_fields: not mandatory")
    @SpecificationFact("table 5, ignore_extra_data: not mandatory")
    @SpecificationFact("table 5, compatible_illegal_chars: not mandatory")
    @SpecificationFact("table 5, reject_limit: not mandatory")
    @SpecificationFact("table 5, error_table_name: not mandatory")
    @SpecificationFact("table 4, consumer_strategy: default LATEST")
    @SpecificationFact("table 4, file_prefix: blank by default")
    @SpecificationFact("table 4, retry_duration: default 1800")
    @SpecificationFact("table 4, dws_table_columns: blank by default")
    @SpecificationFact("table 5, fill_missing_fields: default false or off")
    @SpecificationFact("table 5, ignore_extra_data: default false or off")
    @SpecificationFact("table 5, compatible_illegal_chars: default false or off")
    @SpecificationFact("table 5, reject_limit: default 0")
    @ValueSource(
            strings = {
                "consumer_strategy",
                "file_prefix",
                "retry_duration",
                "dws_table_columns",
                "options",
                "fill_missing_fields",
                "ignore_extra_data",
                "compatible_illegal_chars",
                "reject_limit",
                "error_table_name"
            })
    void anOptionalFieldIsLeftOutSoThatTheServiceTakesItsDefault(String field) {
        JsonNode descriptor = route.descriptorOf(CamelFixture.descriptor());

        assertThat(descriptor.findValue(field)).isNull();
    }

    @Test
    void aTaskWithItsMandatoryFieldsHasThemAndTheDefaultIntervalAndNothingElse() {
        Map<String, Object> task = new LinkedHashMap<>(CamelFixture.descriptor());

        JsonNode descriptor = route.descriptorOf(task);

        assertThat(descriptor.path("deliver_time_interval").intValue()).isEqualTo(300);
        assertThat(descriptor.properties()).hasSize(task.size() + 1);
        task.forEach((name, value) -> assertThat(descriptor.path(name)).isEqualTo(TextNode.valueOf((String) value)));
    }

    @ParameterizedTest
    @CsvSource({"task_name, taskName, TaskName", "dws_cluster_id, dwsClusterId, DwsClusterId"})
    void theMistakeOfAMissingFieldNamesEveryPlaceWhereItCanBeSet(String api, String option, String header) {
        assertThat(route.mistakesOf(api, null))
                .containsExactly(api + ": is mandatory: set the option " + option + ", the header CamelDisDump" + header
                        + " or " + api + " in the body");
    }

    private static String missing(String field) {
        FieldSample names = FieldSample.of(field);
        return field + ": is mandatory: set the option " + names.optionName() + ", the header " + names.headerName()
                + " or " + field + " in the body";
    }
}
