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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Table 4: the bounds and words of its fields, on both sides of each bound. */
class DescriptorRulesSpecificationTest {

    private static final String NAME_RULE = "must consist of letters, digits, hyphens and underscores";
    private static final String INTERVAL_RULE = "must be a whole number from 30 to 900 (seconds)";
    private static final String DURATION_RULE = "must be a whole number from 0 to 7200 (seconds)";

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @ParameterizedTest
    @SpecificationFact("table 4, task_name: letters, digits, hyphens and underscores")
    @ValueSource(strings = {"a", "Z", "0", "-", "_", "aZ09-_"})
    void aTaskNameOfTheAllowedCharactersIsSent(String name) {
        assertThat(route.sent("task_name", name)).isEqualTo(TextNode.valueOf(name));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, task_name: letters, digits, hyphens and underscores")
    @ValueSource(strings = {"a b", "a.b", "a/b", "\u00e4", "\u0661", "a@b", "a[", "a`", "a{", "a:", "a,"})
    void aTaskNameOfOtherCharactersIsRefused(String name) {
        assertThat(route.mistakesOf("task_name", name))
                .containsExactly("task_name = '" + name + "' (body): " + NAME_RULE);
    }

    @ParameterizedTest
    @SpecificationFact("table 4, task_name: 1 to 64 characters")
    @ValueSource(ints = {1, 64})
    void aTaskNameOf1To64CharactersIsSent(int length) {
        assertThat(route.sent("task_name", "t".repeat(length))).isEqualTo(TextNode.valueOf("t".repeat(length)));
    }

    @Test
    @SpecificationFact("table 4, task_name: 1 to 64 characters")
    void anEmptyTaskNameAndOneOf65CharactersAreRefused() {
        assertThat(route.mistakesOf("task_name", "")).containsExactly("task_name = '' (body): must not be empty");
        assertThat(route.mistakesOf("task_name", "t".repeat(65)))
                .containsExactly("task_name = '" + "t".repeat(65) + "' (body): must have at most 64 characters");
    }

    @Test
    @SpecificationFact("table 4, agency_name: maximum 64")
    void anAgencyOf64CharactersIsSent() {
        String agency = "a".repeat(64);

        assertThat(route.sent("agency_name", agency)).isEqualTo(TextNode.valueOf(agency));
    }

    @Test
    @SpecificationFact("table 4, agency_name: maximum 64")
    void anAgencyOf65CharactersIsRefused() {
        assertThat(route.mistakesOf("agency_name", "a".repeat(65)))
                .containsExactly("agency_name = '" + "a".repeat(65) + "' (body): must have at most 64 characters");
    }

    @Test
    @SpecificationFact("table 4, agency_name: maximum 64")
    void charactersOutsideTheBasicPlaneCountOnce() {
        String agency = "\ud83d\ude00".repeat(64);

        assertThat(route.sent("agency_name", agency)).isEqualTo(TextNode.valueOf(agency));
        route.dis().resetRequests();
        assertThat(route.mistakesOf("agency_name", agency + "a")).hasSize(1);
    }

    @ParameterizedTest
    @SpecificationFact("table 4, agency_name: cannot be left unspecified")
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankAgencyIsRefused(String agency) {
        assertThat(route.mistakesOf("agency_name", agency))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("agency_name")
                .endsWith(": must not be empty");
    }

    @Test
    @SpecificationFact("table 4, deliver_time_interval: mandatory")
    @SpecificationFact("table 4, deliver_time_interval: default 300")
    void anIntervalNobodySetIsSentWithItsDefault() {
        assertThat(route.descriptorOf(CamelFixture.descriptor()).path("deliver_time_interval"))
                .isEqualTo(IntNode.valueOf(300));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, deliver_time_interval: Integer")
    @SpecificationFact("table 4, deliver_time_interval: minimum 30")
    @SpecificationFact("table 4, deliver_time_interval: maximum 900")
    @ValueSource(ints = {30, 31, 899, 900})
    void anIntervalWithinItsBoundsIsSentAsANumber(int seconds) {
        assertThat(route.sent("deliver_time_interval", seconds)).isEqualTo(IntNode.valueOf(seconds));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, deliver_time_interval: Integer")
    @ValueSource(strings = {"30", "900"})
    void anIntervalAsTextIsSentAsANumber(String seconds) {
        assertThat(route.sent("deliver_time_interval", seconds)).isEqualTo(IntNode.valueOf(Integer.parseInt(seconds)));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, deliver_time_interval: minimum 30")
    @SpecificationFact("table 4, deliver_time_interval: maximum 900")
    @SpecificationFact("table 4, deliver_time_interval: unit second")
    @ValueSource(ints = {29, 901, 0, -300, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anIntervalOutsideItsBoundsIsRefused(int seconds) {
        assertThat(route.mistakesOf("deliver_time_interval", seconds))
                .containsExactly("deliver_time_interval = '" + seconds + "' (body): " + INTERVAL_RULE);
    }

    @ParameterizedTest
    @SpecificationFact("table 4, deliver_time_interval: Integer")
    @ValueSource(strings = {"", "60s", "60.0", "-60", "+60", " 60", "0x3c", "6e1", "\u0666\u0660", "99999999999"})
    void anIntervalThatIsNoWholeNumberIsRefused(String seconds) {
        assertThat(route.mistakesOf("deliver_time_interval", seconds))
                .containsExactly("deliver_time_interval = '" + seconds + "' (body): must be a whole number, was text");
    }

    @ParameterizedTest
    @SpecificationFact("table 4, consumer_strategy: enumeration LATEST, TRIM_HORIZON")
    @ValueSource(strings = {"LATEST", "TRIM_HORIZON"})
    void aStrategyOfTheListIsSent(String strategy) {
        assertThat(route.sent("consumer_strategy", strategy)).isEqualTo(TextNode.valueOf(strategy));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, consumer_strategy: enumeration LATEST, TRIM_HORIZON")
    @ValueSource(strings = {"latest", "EARLIEST", "", "LATEST "})
    void anotherStrategyIsRefused(String strategy) {
        assertThat(route.mistakesOf("consumer_strategy", strategy))
                .containsExactly("consumer_strategy = '" + strategy + "' (body): must be one of LATEST, TRIM_HORIZON");
    }

    @ParameterizedTest
    @SpecificationFact("table 4, dws_delimiter: comma, semicolon or vertical bar")
    @ValueSource(strings = {",", ";", "|"})
    void aDelimiterOfTheThreeIsSent(String delimiter) {
        assertThat(route.sent("dws_delimiter", delimiter)).isEqualTo(TextNode.valueOf(delimiter));
    }

    @Test
    @SpecificationFact("example request")
    void theEmptyDelimiterOfTheExampleIsSent() {
        assertThat(route.sent("dws_delimiter", "")).isEqualTo(TextNode.valueOf(""));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, dws_delimiter: comma, semicolon or vertical bar")
    @ValueSource(strings = {" ", ":", "\t", ",,", ",;", "||", "\\|"})
    void anotherDelimiterIsRefused(String delimiter) {
        assertThat(route.mistakesOf("dws_delimiter", delimiter))
                .containsExactly("dws_delimiter = '" + delimiter.replace('\t', '?')
                        + "' (body): must be a comma, a semicolon or a vertical bar");
    }

    @ParameterizedTest
    @SpecificationFact("table 4, file_prefix: levels separated by slashes, none at the start")
    @SpecificationFact("table 4, file_prefix: letters, digits, underscores and slashes")
    @ValueSource(strings = {"", "dir", "a/b/c", "a/", "_", "Az_09/x"})
    void aDirectoryOfTheAllowedCharactersIsSent(String prefix) {
        assertThat(route.sent("file_prefix", prefix)).isEqualTo(TextNode.valueOf(prefix));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, file_prefix: levels separated by slashes, none at the start")
    @ValueSource(strings = {"/", "/a", "//"})
    void aDirectoryThatStartsWithASlashIsRefused(String prefix) {
        assertThat(route.mistakesOf("file_prefix", prefix))
                .containsExactly("file_prefix = '" + prefix + "' (body): must not start with a slash");
    }

    @ParameterizedTest
    @SpecificationFact("table 4, file_prefix: letters, digits, underscores and slashes")
    @ValueSource(strings = {"a-b", "a b", "a.b", "../a", "\u00e4", "a\\b", " "})
    void aDirectoryOfOtherCharactersIsRefused(String prefix) {
        assertThat(route.mistakesOf("file_prefix", prefix))
                .containsExactly("file_prefix = '" + prefix
                        + "' (body): must consist of letters, digits, underscores and slashes");
    }

    @Test
    @SpecificationFact("table 4, file_prefix: maximum 50 characters")
    void aDirectoryOf50CharactersIsSentAndOneOf51IsRefused() {
        assertThat(route.sent("file_prefix", "f".repeat(50))).isEqualTo(TextNode.valueOf("f".repeat(50)));
        route.dis().resetRequests();
        assertThat(route.mistakesOf("file_prefix", "f".repeat(51)))
                .containsExactly("file_prefix = '" + "f".repeat(51) + "' (body): must have at most 50 characters");
    }

    @ParameterizedTest
    @SpecificationFact("table 4, retry_duration: String")
    @SpecificationFact("table 4, retry_duration: 0 to 7200")
    @ValueSource(ints = {0, 1, 7199, 7200})
    void aRetryDurationWithinItsBoundsIsSentAsText(int seconds) {
        assertThat(route.sent("retry_duration", seconds)).isEqualTo(TextNode.valueOf(String.valueOf(seconds)));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, retry_duration: String")
    @ValueSource(strings = {"0", "7200"})
    void aRetryDurationGivenAsTextIsSentAsText(String seconds) {
        assertThat(route.sent("retry_duration", seconds)).isEqualTo(TextNode.valueOf(seconds));
    }

    @ParameterizedTest
    @SpecificationFact("table 4, retry_duration: 0 to 7200")
    @SpecificationFact("table 4, retry_duration: unit second")
    @ValueSource(ints = {-1, 7201})
    void aRetryDurationOutsideItsBoundsIsRefused(int seconds) {
        assertThat(route.mistakesOf("retry_duration", seconds))
                .containsExactly("retry_duration = '" + seconds + "' (body): " + DURATION_RULE);
    }

    @ParameterizedTest
    @SpecificationFact("table 4, retry_duration: 0 to 7200")
    @ValueSource(strings = {"-1", "", "1h"})
    void aRetryDurationThatIsNoWholeNumberIsRefused(String seconds) {
        assertThat(route.mistakesOf("retry_duration", seconds))
                .containsExactly("retry_duration = '" + seconds + "' (body): must be a whole number, was text");
    }

    @ParameterizedTest
    @SpecificationFact("table 4, dws_table_columns: columns such as c1,c2")
    @SpecificationFact("table 4, dws_table_columns: null or empty means all columns")
    @ValueSource(strings = {"c1,c2", "c1", ""})
    void theColumnsAreSentAsTheyAre(String columns) {
        assertThat(route.sent("dws_table_columns", columns)).isEqualTo(TextNode.valueOf(columns));
    }

    @Test
    @SpecificationFact("table 4, dws_table_columns: null or empty means all columns")
    void nullColumnsAreLeftOut() {
        assertThat(route.sent("dws_table_columns", null).isMissingNode()).isTrue();
    }
}
