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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameSuggestionTest {

    private static final List<String> KNOWN = List.of("abcdefghijkl", "taskName", "abcdefghijkx");

    @ParameterizedTest
    @CsvSource({"task_name, taskName", "a, a", "dws_cluster_id, dwsClusterId", "options, options"})
    void theNameOfAnOptionFollowsFromThatOfTheApi(String api, String option) {
        assertThat(FieldNames.optionName(api)).isEqualTo(option);
    }

    @Test
    void theFirstLetterIsMadeLarge() {
        assertThat(FieldNames.capitalized("taskName")).isEqualTo("TaskName");
        assertThat(FieldNames.capitalized("t")).isEqualTo("T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijk",
                "abcdefghijklm",
                "abcdefghijkX1",
                "bacdefghijkl",
                "ABCDEFGHIJKL",
                "badcfeghijkl",
                "abcdefghi",
                "xyzdefghijkl"
            })
    void aNameUpToThreeEditsAwayIsSuggested(String name) {
        assertThat(FieldNames.suggestion(name, List.of("abcdefghijkl"))).isEqualTo(", did you mean `abcdefghijkl`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wxyzefghijkl", "abcdefgh", "badcfehgijkl", ""})
    void aNameFourEditsAwayIsNotSuggested(String name) {
        assertThat(FieldNames.suggestion(name, List.of("abcdefghijkl"))).isEmpty();
    }

    @Test
    void ofAShortNameOnlyAThirdMayDiffer() {
        assertThat(FieldNames.suggestion("tas", List.of("task"))).isNotEmpty();
        assertThat(FieldNames.suggestion("ta", List.of("task"))).isEmpty();
        assertThat(FieldNames.suggestion("t", List.of("u"))).isEmpty();
        assertThat(FieldNames.suggestion("T", List.of("t"))).isEqualTo(", did you mean `t`?");
    }

    @Test
    void theNearestNameIsSuggestedAndOfEquallyNearOnesTheFirst() {
        assertThat(FieldNames.suggestion("abcdefghijkx", KNOWN)).contains("`abcdefghijkx`");
        assertThat(FieldNames.suggestion("abcdefghijky", KNOWN)).contains("`abcdefghijkl`");
        assertThat(FieldNames.suggestion("taskname", KNOWN)).contains("`taskName`");
    }

    @Test
    void aVeryLongNameIsNotCompared() {
        String known = "x".repeat(101);

        assertThat(FieldNames.suggestion("x".repeat(100), List.of(known))).isNotEmpty();
        assertThat(FieldNames.suggestion("x".repeat(101), List.of(known))).isEmpty();
    }
}
