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

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Table 5: the options of the import, all of them text on the wire. */
class ImportOptionsSpecificationTest {

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @Test
    @SpecificationFact("table 4, options: Options object")
    void theOptionsOfTheImportAreAnObjectInTheDescriptor() {
        Map<String, Object> task = CamelFixture.descriptor();
        task.put("options", Map.of("reject_limit", "7"));

        JsonNode options = route.descriptorOf(task).path("options");

        assertThat(options.isObject()).isTrue();
        assertThat(options.properties()).containsExactly(Map.entry("reject_limit", TextNode.valueOf("7")));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, options: Options object")
    @ValueSource(strings = {"text", ""})
    void optionsThatAreNoObjectAreRefused(String options) {
        assertThat(route.mistakesOf("options", options)).containsExactly("options: must be an object");
    }

    @ParameterizedTest
    @SpecificationFact("table 5, fill_missing_fields: true/on, false/off")
    @SpecificationFact("table 5, ignore_extra_data: true/on, false/off")
    @SpecificationFact("table 5, compatible_illegal_chars: true/on, false/off")
    @CsvSource({
        "fill_missing_fields, true",
        "fill_missing_fields, on",
        "fill_missing_fields, false",
        "fill_missing_fields, off",
        "ignore_extra_data, true",
        "ignore_extra_data, on",
        "ignore_extra_data, false",
        "ignore_extra_data, off",
        "compatible_illegal_chars, true",
        "compatible_illegal_chars, on",
        "compatible_illegal_chars, false",
        "compatible_illegal_chars, off"
    })
    void aFlagTakesFourWordsAndSendsTheOneGiven(String flag, String word) {
        assertThat(route.sent(flag, word)).isEqualTo(TextNode.valueOf(word));
    }

    @ParameterizedTest
    @SpecificationFact("table 5, fill_missing_fields: String")
    @SpecificationFact("table 5, ignore_extra_data: String")
    @SpecificationFact("table 5, compatible_illegal_chars: String")
    @CsvSource({
        "fill_missing_fields, true",
        "fill_missing_fields, false",
        "ignore_extra_data, true",
        "ignore_extra_data, false",
        "compatible_illegal_chars, true",
        "compatible_illegal_chars, false"
    })
    void aFlagTakesABooleanAndSendsItAsText(String flag, boolean value) {
        assertThat(route.sent(flag, value)).isEqualTo(TextNode.valueOf(String.valueOf(value)));
    }

    @ParameterizedTest
    @SpecificationFact("table 5, fill_missing_fields: true/on, false/off")
    @SpecificationFact("table 5, ignore_extra_data: true/on, false/off")
    @SpecificationFact("table 5, compatible_illegal_chars: true/on, false/off")
    @CsvSource({
        "fill_missing_fields, TRUE",
        "fill_missing_fields, true/on",
        "fill_missing_fields, yes",
        "fill_missing_fields, ''",
        "ignore_extra_data, TRUE",
        "ignore_extra_data, true/on",
        "ignore_extra_data, yes",
        "ignore_extra_data, ''",
        "compatible_illegal_chars, TRUE",
        "compatible_illegal_chars, true/on",
        "compatible_illegal_chars, yes",
        "compatible_illegal_chars, ''"
    })
    void aFlagTakesNoOtherWord(String flag, String word) {
        assertThat(route.mistakesOf(flag, word))
                .containsExactly(flag + " = '" + word + "' (body): must be one of true, on, false, off");
    }

    @ParameterizedTest
    @SpecificationFact("table 5, fill_missing_fields: String")
    @SpecificationFact("table 5, ignore_extra_data: String")
    @SpecificationFact("table 5, compatible_illegal_chars: String")
    @ValueSource(strings = {"fill_missing_fields", "ignore_extra_data", "compatible_illegal_chars"})
    void aFlagTakesNoNumber(String flag) {
        assertThat(route.mistakesOf(flag, 1))
                .containsExactly(
                        flag + " = '1' (body): must be true or false, as a boolean or as text, was the number 1");
    }

    @ParameterizedTest
    @SpecificationFact("table 5, reject_limit: integer value or unlimited")
    @ValueSource(strings = {"0", "1", "2147483648", "123456789012345678901234567890", "unlimited"})
    void theLimitOfErrorsIsAWholeNumberOrUnlimited(String limit) {
        assertThat(route.sent("reject_limit", limit)).isEqualTo(TextNode.valueOf(limit));
    }

    @ParameterizedTest
    @SpecificationFact("table 5, reject_limit: String")
    @ValueSource(longs = {0, 1, 5_000_000_000L})
    void aNumberAsLimitOfErrorsIsSentAsText(long limit) {
        assertThat(route.sent("reject_limit", limit)).isEqualTo(TextNode.valueOf(String.valueOf(limit)));
    }

    @ParameterizedTest
    @SpecificationFact("table 5, reject_limit: integer value or unlimited")
    @ValueSource(strings = {"-1", "1.5", "Unlimited", "", " 1", "+1", "1e3", "\u0661"})
    void anyOtherLimitOfErrorsIsRefused(String limit) {
        assertThat(route.mistakesOf("reject_limit", limit))
                .containsExactly(
                        "reject_limit = '" + limit + "' (body): must be a whole number from 0 on, or unlimited");
    }

    @Test
    @SpecificationFact("table 5, reject_limit: String")
    void aFractionOrABooleanAsLimitOfErrorsIsRefused() {
        assertThat(route.mistakesOf("reject_limit", 1.5))
                .containsExactly("reject_limit = '1.5' (body): must be text or a whole number, was the number 1.5");
        assertThat(route.mistakesOf("reject_limit", true))
                .containsExactly("reject_limit = 'true' (body): must be text or a whole number, was a boolean");
        assertThat(route.mistakesOf("reject_limit", -1))
                .containsExactly("reject_limit = '-1' (body): must be a whole number from 0 on, or unlimited");
    }

    @ParameterizedTest
    @SpecificationFact("table 5, error_table_name: String")
    @ValueSource(strings = {"errors", "Fehler \u00e4\u00f6\u00fc", ""})
    void theErrorTableMayHaveAnyName(String name) {
        assertThat(route.sent("error_table_name", name)).isEqualTo(TextNode.valueOf(name));
    }
}
