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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Fields that are unknown, misplaced, given twice or of the wrong type. */
class BadFieldTest {

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @BeforeEach
    void aWholeTaskInOptions() {
        route.camel().withTaskOptions().component().getTask().setTaskName("by-option");
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("{\"task_name\":1}", "task_name = '1' (body): must be text, was the number 1"),
                arguments("{\"task_name\":1.5}", "task_name = '1.5' (body): must be text, was the number 1.5"),
                arguments("{\"task_name\":true}", "task_name = 'true' (body): must be text, was a boolean"),
                arguments("{\"task_name\":{}}", "task_name (body): must be text, was an object"),
                arguments("{\"task_name\":[]}", "task_name (body): must be text, was a list"),
                arguments(
                        "{\"deliver_time_interval\":true}",
                        "deliver_time_interval = 'true' (body): must be a whole number, was a boolean"),
                arguments(
                        "{\"deliver_time_interval\":60.0}",
                        "deliver_time_interval = '60.0' (body): must be a whole number, was the number 60.0"),
                arguments(
                        "{\"deliver_time_interval\":\"soon\"}",
                        "deliver_time_interval = 'soon' (body): must be a whole number, was text"),
                arguments(
                        "{\"deliver_time_interval\":[60]}",
                        "deliver_time_interval (body): must be a whole number, was a list"),
                arguments(
                        "{\"deliver_time_interval\":1e400}",
                        "deliver_time_interval = 'Infinity' (body): must be a whole number, was the number Infinity"),
                arguments(
                        "{\"deliver_time_interval\":99999999999999999999}",
                        "deliver_time_interval = '99999999999999999999' (body): must be a whole number,"
                                + " was the number 99999999999999999999"),
                arguments(
                        "{\"retry_duration\":{\"seconds\":1}}",
                        "retry_duration (body): must be a whole number, was an object"),
                arguments(
                        "{\"options\":{\"fill_missing_fields\":1}}",
                        "fill_missing_fields = '1' (body): must be true or false, as a boolean or as text,"
                                + " was the number 1"),
                arguments(
                        "{\"options\":{\"reject_limit\":false}}",
                        "reject_limit = 'false' (body): must be text or a whole number, was a boolean"),
                arguments(
                        "{\"options\":{\"error_table_name\":[]}}", "error_table_name (body): must be text, was a list"),
                arguments("{\"options\":[]}", "options: must be an object"),
                arguments("{\"options\":\"on\"}", "options: must be an object"),
                arguments("{\"dws_destination_descriptor\":[]}", "dws_destination_descriptor: must be an object"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aValueOfTheWrongTypeIsRefused(String body, String mistake) {
        assertThat(route.mistakes(body)).containsExactly(mistake);
    }

    @Test
    void objectsOfJavaThatAreNoValuesAreRefused() {
        assertThat(route.mistakes(Map.of("task_name", new Object())))
                .containsExactly("task_name (body): must be text, was java.lang.Object");
        assertThat(route.mistakes(Map.of("task_name", List.of("a"))))
                .containsExactly("task_name (body): must be text, was a list");
        assertThat(route.mistakes(Map.of("task_name", new String[] {"a"})))
                .containsExactly("task_name (body): must be text, was a list");
        assertThat(route.mistakes(Map.of("deliver_time_interval", Double.NaN)))
                .containsExactly("deliver_time_interval = 'NaN' (body): must be a whole number, was the number NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "1.25", "true", "[\"s3cret\"]", "{\"s3cret\":1}", "\"\""})
    void thePasswordIsNeverToldWhateverIsWrongWithIt(String password) {
        List<String> mistakes = route.mistakes("{\"user_password\":" + password + "}");

        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.get(0)).startsWith("user_password = 'xxxxxx' (body): must ");
        assertThat(mistakes.get(0)).doesNotContain("12345678", "1.25", "s3cret");
    }

    @Test
    void anObjectInThePlaceOfTheDestinationIsNotTold() {
        Map<String, Object> mixedUp = new LinkedHashMap<>();
        mixedUp.put("destination_type", Map.of("user_password", "s3cret"));
        mixedUp.put("dws_destination_descriptor", "DWS");

        assertThat(route.mistakes(mixedUp))
                .containsExactly(
                        "destination_type = 'an object' (body): must be DWS, the destination of the endpoint"
                                + " dis-dump:dws",
                        "dws_destination_descriptor: must be an object");
    }

    @ParameterizedTest
    @CsvSource({
        "dws_tabel_name, dws_table_name",
        "dwsTabelName, dwsTableName",
        "TASK_NAME, task_name",
        "task-name, task_name",
        "taskname, taskName",
        "desination_type, destination_type",
        "dws_destination_descripter, dws_destination_descriptor",
        "option, options"
    })
    void anUnknownFieldIsRefusedWithTheNameThatMayBeMeant(String field, String meant) {
        assertThat(route.mistakes("{\"" + field + "\":\"x\"}"))
                .containsExactly(field + " (body): unknown field `" + field + "`, did you mean `" + meant + "`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "comment", "stream", "\u00e4"})
    void anUnknownFieldThatIsLikeNoOtherIsRefusedWithoutSuggestion(String field) {
        assertThat(route.mistakes("{\"" + field + "\":null}"))
                .containsExactly(field + " (body): unknown field `" + field + "`");
    }

    @Test
    void anUnknownFieldIsToldWithItsPlace() {
        assertThat(route.mistakes("{\"dws_destination_descriptor\":{\"x\":1,\"options\":{\"y\":1}},\"z\":1}"))
                .containsExactly(
                        "x (body, in dws_destination_descriptor): unknown field `x`",
                        "y (body, in options): unknown field `y`",
                        "z (body): unknown field `z`");
    }

    @Test
    void aLongOrHostileNameIsShownInOneShortLine() {
        assertThat(route.mistakes(Map.of("a\nb", 1))).containsExactly("a?b (body): unknown field `a?b`");
        assertThat(route.mistakes(Map.of("x".repeat(500), 1)))
                .containsExactly("x".repeat(100) + "\u2026 (body): unknown field `" + "x".repeat(100) + "\u2026`");
    }

    @Test
    void aFieldOfTheDescriptorIsNoOptionOfTheImport() {
        assertThat(route.mistakes("{\"options\":{\"task_name\":\"a\"}}"))
                .containsExactly("task_name (body, in options): unknown field `task_name`");
        assertThat(route.mistakes("{\"options\":{\"options\":{}}}"))
                .containsExactly("options (body, in options): unknown field `options`");
        assertThat(route.mistakes("{\"options\":{\"rejectlimit\":1}}"))
                .containsExactly(
                        "rejectlimit (body, in options): unknown field `rejectlimit`, did you mean `rejectLimit`?");
    }

    static Stream<Arguments> repeated() {
        return Stream.of(
                arguments("{\"task_name\":\"a\",\"taskName\":\"a\"}", "task_name (body): is given more than once"),
                arguments(
                        "{\"reject_limit\":1,\"options\":{\"reject_limit\":1}}",
                        "reject_limit (body, in options): is given more than once"),
                arguments(
                        "{\"options\":{\"reject_limit\":1,\"rejectLimit\":2}}",
                        "reject_limit (body, in options): is given more than once"),
                arguments(
                        "{\"dws_destination_descriptor\":{\"userName\":\"a\",\"user_name\":\"b\"}}",
                        "user_name (body, in dws_destination_descriptor): is given more than once"),
                arguments(
                        "{\"dws_destination_descriptor\":{},\"dwsDestinationDescriptor\":{}}",
                        "dwsDestinationDescriptor (body): is given more than once"));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void aFieldThatIsGivenTwiceIsRefused(String body, String mistake) {
        assertThat(route.mistakes(body)).containsExactly(mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency_name", "agencyName", "options"})
    void aFieldBesideTheDescriptorIsRefused(String field) {
        String value = field.equals("options") ? "{}" : "\"a\"";

        assertThat(route.mistakes("{\"" + field + "\":" + value + ",\"dws_destination_descriptor\":{}}"))
                .containsExactly(field + ": must stand in dws_destination_descriptor, not beside it");
        assertThat(route.mistakes("{\"dws_destination_descriptor\":{},\"" + field + "\":" + value + "}"))
                .containsExactly(field + ": must stand in dws_destination_descriptor, not beside it");
    }

    @Test
    void theDescriptorOfAnotherDestinationIsRefused() {
        assertThat(route.mistakes(
                        "{\"destination_type\":\"OBS\",\"obs_destination_descriptor\":{\"task_name\":\"a\"}}"))
                .containsExactly(
                        "destination_type = 'OBS' (body): must be DWS, the destination of the endpoint dis-dump:dws",
                        "obs_destination_descriptor (body): unknown field `obs_destination_descriptor`, did you mean"
                                + " `dws_destination_descriptor`?");
    }

    @Test
    void aLongValueIsCutInTheMessage() {
        assertThat(route.mistakes(Map.of("agency_name", "a".repeat(300))))
                .containsExactly(
                        "agency_name = '" + "a".repeat(100) + "\u2026' (body): must have at most 64 characters");
    }

    @Test
    void keysThatAreNoTextAreFieldsByTheirText() {
        assertThat(route.mistakes(Map.of(1, "a"))).containsExactly("1 (body): unknown field `1`");
        Map<Object, Object> nullKey = new java.util.HashMap<>();
        nullKey.put(null, "a");
        assertThat(route.mistakes(nullKey)).containsExactly("null (body): unknown field `null`");
        assertThat(route.mistakes(Map.of(Arrays.asList("a"), "a"))).containsExactly("[a] (body): unknown field `[a]`");
    }
}
