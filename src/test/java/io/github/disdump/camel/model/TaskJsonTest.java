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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The request's JSON to the letter, and what the reader of bodies takes for JSON. */
class TaskJsonTest {

    @Test
    void unsetFieldsAreLeftOutAndTheOthersStandInTheOrderOfTheTables() {
        DwsDumpTask task = new DwsDumpTask();
        task.setRejectLimit("unlimited");
        task.setFillMissingFields("on");
        task.setRetryDuration(0);
        task.setDeliverTimeInterval(300);
        task.setDwsDelimiter("");
        task.setTaskName("t1");

        assertThat(written(task))
                .isEqualTo("{\"destination_type\":\"DWS\",\"dws_destination_descriptor\":{\"task_name\":\"t1\","
                        + "\"deliver_time_interval\":300,\"dws_delimiter\":\"\",\"retry_duration\":\"0\","
                        + "\"options\":{\"fill_missing_fields\":\"on\",\"reject_limit\":\"unlimited\"}}}");
    }

    @Test
    void withoutOptionsOfTheImportThereIsNoOptionsObject() {
        assertThat(written(new DwsDumpTask()))
                .isEqualTo("{\"destination_type\":\"DWS\",\"dws_destination_descriptor\":{}}");
    }

    @Test
    void textCannotBreakOutOfItsQuotes() {
        DwsDumpTask task = new DwsDumpTask();
        task.setDwsSchema("\",\"x\":\"\\\n");

        assertThat(written(task))
                .contains("\"dws_schema\":\"\\\",\\\"x\\\":\\\"\\\\\\n\"")
                .endsWith("}}");
    }

    @Test
    void anObjectIsReadWithItsValuesAsPlainJava() {
        assertThat(JsonBodyReader.read(" {\"a\":[1,\"x\",true,null],\"b\":{\"c\":1.5}} "))
                .isEqualTo(Map.of("a", java.util.Arrays.asList(1, "x", true, null), "b", Map.of("c", 1.5)));
    }

    @Test
    void sixteenLevelsAreReadAndNotSeventeen() {
        assertThat(JsonBodyReader.read(nested(16))).containsOnlyKeys("a");
        assertThatThrownBy(() -> JsonBodyReader.read(nested(17)))
                .isExactlyInstanceOf(UnreadableBodyException.class)
                .hasMessageStartingWith("goes beyond what is read as JSON (depth 16, numbers of 100 characters)");
    }

    @Test
    void numbersOf100DigitsAreReadAndNotOf101() {
        assertThat(JsonBodyReader.read("{\"a\":" + "1".repeat(100) + "}"))
                .isEqualTo(Map.of("a", new java.math.BigInteger("1".repeat(100))));
        assertThatThrownBy(() -> JsonBodyReader.read("{\"a\":" + "1".repeat(101) + "}"))
                .isExactlyInstanceOf(UnreadableBodyException.class)
                .hasMessageStartingWith("goes beyond what is read as JSON");
    }

    @Test
    void theMessageNeverHasTheTextWhichMayHoldAPassword() {
        for (String text : List.of(
                "{\"user_password\":s3cret}",
                "{\"user_password\":\"s3cret\n\"}",
                "{\"user_password\":\"s3cret\\x\"}",
                "{\"user_password\":\"s3cret\" s3cret}",
                "{\"user_password\":\"s3cret\"} s3cret",
                "{\"user_password\":\"s3cret",
                "s3cret")) {
            assertThatThrownBy(() -> JsonBodyReader.read(text))
                    .isExactlyInstanceOf(UnreadableBodyException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("s3cret");
            assertThatThrownBy(() -> JsonBodyReader.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isExactlyInstanceOf(UnreadableBodyException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void bytesThatAreNoUtf32AreToldWithoutAPlace() {
        byte[] bytes = {0, 0, 0, '{', 0x7f, 0, 0, 0};

        assertThatThrownBy(() -> JsonBodyReader.read(bytes))
                .isExactlyInstanceOf(UnreadableBodyException.class)
                .hasMessage("could not be read as JSON");
    }

    @Test
    void aRepeatedNameIsShownInOneShortLine() {
        assertThatThrownBy(() -> JsonBodyReader.read("{\"a\\nb\":1,\"a\\nb\":2}"))
                .hasMessageStartingWith("repeats the field `a?b`, at line 1, column ");
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }

    private static String written(DwsDumpTask task) {
        return new String(TaskJsonWriter.write(DwsDumpTask.TYPE, task), StandardCharsets.UTF_8);
    }
}
