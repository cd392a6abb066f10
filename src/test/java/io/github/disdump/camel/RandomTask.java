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

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes valid tasks out of a seed: some of the optional fields, hostile text, numbers and flags in any valid form. */
final class RandomTask {

    private static final List<String> MANDATORY = List.of(
            "dws_cluster_name",
            "dws_cluster_id",
            "dws_database_name",
            "dws_schema",
            "dws_table_name",
            "user_name",
            "user_password",
            "kms_user_key_name",
            "kms_user_key_id",
            "obs_bucket_path");

    private static final Set<String> FLAGS =
            Set.of("fill_missing_fields", "ignore_extra_data", "compatible_illegal_chars");

    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "7",
            " ",
            "\"",
            "\\",
            "'",
            "/",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u0001",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u00e4",
            "\u0661",
            "\u200b",
            "\u202e",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\uffff",
            "\u6570\u636e",
            "\ud83d\ude00",
            "\ud83d\udc69\u200d\ud83d\udcbb",
            "\\u0041",
            "%00",
            "${body}",
            "{{x}}",
            "RAW(x)",
            "</a>",
            "$",
            "&",
            "null",
            "true",
            "1e400");

    private final Random random;
    private final int number;

    /** @param number makes the name of the task unlike that of any other number */
    RandomTask(Random random, int number) {
        this.random = random;
        this.number = number;
    }

    /** A new seed for each run; <code>-Drandom.seed</code> repeats the run whose seed a failure told. */
    static long seed() {
        return Long.getLong("random.seed", System.nanoTime());
    }

    /** Valid values by the names of the API, as they are on the wire; in the order of the tables. */
    Map<String, Object> wireValues() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("task_name", "t" + number + "_" + word("abcXYZ019-_", random.nextInt(40)));
        values.put("agency_name", text(20));
        if (random.nextBoolean()) {
            values.put("deliver_time_interval", 30 + random.nextInt(871));
        }
        maybe(values, "consumer_strategy", oneOf("LATEST", "TRIM_HORIZON"));
        MANDATORY.forEach(name -> values.put(name, text(30)));
        values.put("dws_delimiter", oneOf(",", ";", "|"));
        maybe(values, "file_prefix", word("abcXYZ019_", 1 + random.nextInt(9)) + oneOf("", "/", "/b/c_"));
        maybe(values, "retry_duration", String.valueOf(random.nextInt(7201)));
        maybe(values, "dws_table_columns", oneOf("", "c1,c2", text(30)));
        for (String flag : FLAGS) {
            maybe(values, flag, oneOf("true", "on", "false", "off"));
        }
        maybe(values, "reject_limit", oneOf("unlimited", "0", new BigInteger(90, random).toString()));
        maybe(values, "error_table_name", oneOf("", text(30)));
        return values;
    }

    /** The same values, but a number or a flag may be itself or its text. */
    Map<String, Object> inputValues(Map<String, Object> wireValues) {
        Map<String, Object> values = new LinkedHashMap<>(wireValues);
        values.replaceAll((name, value) -> random.nextBoolean() ? value : otherForm(name, value));
        return values;
    }

    private static Object otherForm(String name, Object value) {
        if (value instanceof Integer) {
            return value.toString();
        }
        String text = (String) value;
        if (name.equals("retry_duration")) {
            return Integer.valueOf(text);
        }
        if (name.equals("reject_limit") && !text.equals("unlimited")) {
            return new BigInteger(text);
        }
        return FLAGS.contains(name) && (text.equals("true") || text.equals("false")) ? Boolean.valueOf(text) : value;
    }

    private void maybe(Map<String, Object> values, String name, Object value) {
        if (random.nextBoolean()) {
            values.put(name, value);
        }
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String word(String letters, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    /** Text that is not blank. */
    private String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces); i > 0 && text.length() < 50; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().isBlank() ? text + "x" : text.toString();
    }
}
