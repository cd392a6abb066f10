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
import java.util.function.IntPredicate;

/**
 * What holds for the value of a field. The rules are those of tables 2 to 5 of the API page "Adding DWS Dump Tasks"; they
 * compile no regular expression and allocate nothing for a value that keeps them.
 */
@FunctionalInterface
public interface FieldRule {

    /** @return null if the value keeps the rule, otherwise the rule in words */
    String breach(Object value);

    /** Any value. */
    static FieldRule any() {
        return value -> null;
    }

    /** Both rules, the first one asked first. */
    default FieldRule and(FieldRule next) {
        return value -> {
            String breach = breach(value);
            return breach != null ? breach : next.breach(value);
        };
    }

    /** A whole number within bounds, both inclusive. */
    static FieldRule range(int least, int most, String unit) {
        String rule = "must be a whole number from " + least + " to " + most + " (" + unit + ")";
        return value -> value instanceof Integer number && number >= least && number <= most ? null : rule;
    }

    /** One of the words given, to the letter. */
    static FieldRule oneOf(String... words) {
        List<String> allowed = List.of(words);
        String rule = "must be one of " + String.join(", ", words);
        return value -> allowed.contains(value) ? null : rule;
    }

    /** At most so many characters. */
    static FieldRule maxLength(int most) {
        String rule = "must have at most " + most + " characters";
        return value -> {
            String text = (String) value;
            return text.length() <= most || text.codePointCount(0, text.length()) <= most ? null : rule;
        };
    }

    /** Text with more than white space in it. */
    static FieldRule notBlank() {
        return value -> ((String) value).isBlank() ? "must not be empty" : null;
    }

    /** Every character is among those allowed. */
    static FieldRule characters(IntPredicate allowed, String rule) {
        return value -> all((String) value, allowed) ? null : rule;
    }

    /** Does not begin with the text given. */
    static FieldRule notStartingWith(String start, String rule) {
        return value -> ((String) value).startsWith(start) ? rule : null;
    }

    /** A whole number from 0 on as text, or the word given instead. */
    static FieldRule wholeNumberOr(String word) {
        String rule = "must be a whole number from 0 on, or " + word;
        return value -> {
            String text = (String) value;
            return word.equals(text) || !text.isEmpty() && all(text, FieldRule::isDigit) ? null : rule;
        };
    }

    /** Does every character pass? */
    static boolean all(String text, IntPredicate allowed) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Is it one of A-Z a-z 0-9? Letters of other alphabets are none here. */
    static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
    }

    /** Is it one of 0-9? */
    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
