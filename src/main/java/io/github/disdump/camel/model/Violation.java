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

import java.io.Serializable;
import java.util.Objects;

/**
 * One breach of one rule: which field, what the rule is, what was given instead and where it came from. The value of a
 * secret is never kept.
 */
public final class Violation implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What stands for a secret's value, as in Camel's own masking. */
    public static final String MASK = "xxxxxx";

    private static final int LONGEST_VALUE_SHOWN = 100;

    private final String field;
    private final String rule;
    private final String value;
    private final String source;

    private Violation(String field, String rule, String value, String source) {
        this.field = Objects.requireNonNull(field);
        this.rule = Objects.requireNonNull(rule);
        this.value = value;
        this.source = source;
    }

    /** A breach without an offending value: something is missing, or the place itself is wrong. */
    public static Violation of(String field, String rule) {
        return new Violation(field, rule, null, null);
    }

    /**
     * A breach by a name: the field itself is wrong in its place.
     *
     * @param source where it stands, such as <code>body, in options</code>
     */
    public static Violation ofPlace(String field, String rule, String source) {
        return new Violation(field, rule, null, source);
    }

    /**
     * A breach by a value.
     *
     * @param field  the name of the field as the API has it
     * @param rule   what holds for the field
     * @param value  the offending value; long text is cut, control characters are shown as question marks
     * @param source where the value came from, such as <code>header CamelDisDumpTaskName</code>; may be null
     */
    public static Violation ofValue(String field, String rule, Object value, String source) {
        return new Violation(field, rule, shown(value), source);
    }

    /** A breach by a secret: its value is not kept. */
    public static Violation ofSecret(String field, String rule, String source) {
        return new Violation(field, rule, MASK, source);
    }

    /** The field's name as the API has it, such as <code>task_name</code>, or the name that was not understood. */
    public String getField() {
        return field;
    }

    /** What holds for the field, such as <code>must be a whole number from 30 to 900 (seconds)</code>. */
    public String getRule() {
        return rule;
    }

    /** The offending value as text, cut to 100 characters; null if there was none, a mask if it is a secret. */
    public String getValue() {
        return value;
    }

    /** Where the value came from: a header, the body or an option; null where that does not apply. */
    public String getSource() {
        return source;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(field);
        if (value != null) {
            text.append(" = '").append(value).append('\'');
        }
        if (source != null) {
            text.append(" (").append(source).append(')');
        }
        return text.append(": ").append(rule).toString();
    }

    /** Text that came from outside, safe to show in one line of a log or an exception. */
    public static String shown(Object value) {
        if (value == null) {
            return null;
        }
        String text = String.valueOf(value);
        boolean cut = text.length() > LONGEST_VALUE_SHOWN;
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST_VALUE_SHOWN) + 1);
        for (int i = 0; i < Math.min(text.length(), LONGEST_VALUE_SHOWN); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
        }
        return cut ? shown.append('\u2026').toString() : shown.toString();
    }
}
