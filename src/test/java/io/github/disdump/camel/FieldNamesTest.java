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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.disdump.camel.model.DwsDumpTask;
import io.github.disdump.camel.model.TaskField;

import static org.assertj.core.api.Assertions.assertThat;

/** The names that other people's routes hold must not change. */
class FieldNamesTest {

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    static List<FieldSample> fields() {
        return FieldSample.ALL;
    }

    @Test
    void theModelHasTheFieldsOfTheContractAndNoOther() {
        assertThat(DwsDumpTask.TYPE.fields())
                .extracting(TaskField::apiName)
                .containsExactlyInAnyOrderElementsOf(
                        FieldSample.ALL.stream().map(FieldSample::apiName).toList());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldOfTheModelHasTheNamesAndThePlaceOfTheContract(FieldSample sample) {
        TaskField<?> field = field(sample.apiName());

        assertThat(field.optionName()).isEqualTo(sample.optionName());
        assertThat(field.headerName()).isEqualTo(sample.headerName());
        assertThat(field.isImportOption()).isEqualTo(sample.isImportOption());
        assertThat(field).hasToString(sample.apiName());
    }

    @Test
    void onlyThePasswordIsSecret() {
        assertThat(DwsDumpTask.TYPE.fields().stream().filter(TaskField::isSecret))
                .extracting(TaskField::apiName)
                .containsExactly("user_password");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theConstantOfAFieldIsTheNameOfItsHeader(FieldSample sample) throws Exception {
        Object constant = DisDumpConstants.class
                .getField(sample.apiName().toUpperCase(Locale.ROOT))
                .get(null);

        assertThat(constant).isEqualTo(sample.headerName());
    }

    @Test
    void theOtherConstantsAreThoseOfTheContract() {
        assertThat(DisDumpConstants.SCHEME).isEqualTo("dis-dump");
        assertThat(List.of(
                        DisDumpConstants.STREAM,
                        DisDumpConstants.PROJECT_ID,
                        DisDumpConstants.AUTH_TOKEN,
                        DisDumpConstants.STATUS_CODE,
                        DisDumpConstants.REQUEST_ID,
                        DisDumpConstants.ERROR_CODE,
                        DisDumpConstants.OUTCOME))
                .containsExactly(
                        "CamelDisDumpStream",
                        "CamelDisDumpProjectId",
                        "CamelDisDumpAuthToken",
                        "CamelDisDumpStatusCode",
                        "CamelDisDumpRequestId",
                        "CamelDisDumpErrorCode",
                        "CamelDisDumpOutcome");
    }

    static Stream<String> spellings() {
        return Stream.of(
                "CamelDisDumpTaskName", "cameldisdumptaskname", "CAMELDISDUMPTASKNAME", "camelDisDumptaskName");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void theCaseOfAHeaderDoesNotMatter(String header) {
        JsonNode sent = route.descriptorOf(RouteExtension.URI, CamelFixture.descriptor(), Map.of(header, "by-header"));

        assertThat(sent.path("task_name").textValue()).isEqualTo("by-header");
    }

    @Test
    void headersOfOthersAreLeftAlone() {
        JsonNode sent = route.descriptorOf(
                RouteExtension.URI,
                CamelFixture.descriptor(),
                Map.of("TaskName", "a", "CamelFileName", "b", "Camel", 1));

        assertThat(sent.path("task_name").textValue()).isEqualTo("dwstask");
    }

    private static TaskField<?> field(String apiName) {
        return DwsDumpTask.TYPE.fields().stream()
                .filter(field -> field.apiName().equals(apiName))
                .findFirst()
                .orElseThrow();
    }
}
