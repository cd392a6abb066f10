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

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * How the value of a field is written: what is taken on the way in, and what goes into the JSON. Numbers and flags are
 * taken as such or as text; on the wire stands the type of the API's tables.
 */
public enum FieldForm {

    /** Text in, text out. */
    TEXT("must be text"),

    /** A whole number or its digits in; a JSON number out. */
    NUMBER("must be a whole number"),

    /** A whole number or its digits in; its digits as text out. */
    NUMBER_AS_TEXT("must be a whole number"),

    /** A boolean or text in, text out. */
    FLAG_AS_TEXT("must be true or false, as a boolean or as text"),

    /** A whole number or text in, text out. */
    TEXT_OR_NUMBER("must be text or a whole number");

    private final String rule;

    FieldForm(String rule) {
        this.rule = rule;
    }

    /** What a value of this form must be, in words. */
    String rule() {
        return rule;
    }

    /**
     * Brings a value into the form in which the model keeps it.
     *
     * @return an Integer for the number forms, a String for the others; null if the value does not fit the form
     */
    public Object convert(Object value) {
        Object scalar = plain(value);
        return switch (this) {
            case TEXT -> scalar instanceof String text ? text : null;
            case NUMBER, NUMBER_AS_TEXT -> scalar instanceof String text ? parse(text) : wholeNumber(scalar);
            case FLAG_AS_TEXT -> scalar instanceof Boolean || scalar instanceof String ? scalar.toString() : null;
            case TEXT_OR_NUMBER -> scalar instanceof String text ? text : digits(scalar);
        };
    }

    private static Object plain(Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof byte[] bytes) { // how brokers hand over their headers
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value;
    }

    private static Integer parse(String text) {
        if (text.isEmpty() || text.length() > 10 || !FieldRule.all(text, FieldRule::isDigit)) {
            return null;
        }
        long number = Long.parseLong(text);
        return number <= Integer.MAX_VALUE ? (int) number : null;
    }

    private static Integer wholeNumber(Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Long || value instanceof Short || value instanceof Byte) {
            long number = ((Number) value).longValue();
            return number == (int) number ? (int) number : null;
        }
        if (value instanceof BigInteger number) {
            return number.bitLength() < Integer.SIZE ? number.intValue() : null;
        }
        return null;
    }

    private static String digits(Object value) {
        return value instanceof Integer
                        || value instanceof Long
                        || value instanceof Short
                        || value instanceof Byte
                        || value instanceof BigInteger
                ? value.toString()
                : null;
    }
}
