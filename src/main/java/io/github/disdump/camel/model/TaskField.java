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

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field of a dump task: its names, its form on the wire, its rule and where the model object keeps it. The names of
 * option and header follow from the API's name: <code>task_name</code> is the option <code>taskName</code> and the header
 * <code>CamelDisDumpTaskName</code>.
 *
 * @param <T> the model class
 */
public final class TaskField<T extends DumpTask> {

    /** What the name of every header of this component begins with. */
    public static final String HEADER_PREFIX = "CamelDisDump";

    private final String apiName;
    private final String optionName;
    private final String headerName;
    private final SerializedString jsonName;
    private final FieldForm form;
    private final Function<T, ?> getter;
    private final BiConsumer<T, Object> setter;
    private FieldRule rule = FieldRule.any();
    private Object defaultValue;
    private boolean mandatory;
    private boolean secret;
    private boolean importOption;
    private String serviceDefault = "";
    private Object dubiousValue;
    private String doubt;

    private TaskField(String apiName, FieldForm form, Function<T, ?> getter, BiConsumer<T, Object> setter) {
        this.apiName = apiName;
        this.optionName = FieldNames.optionName(apiName);
        this.headerName = HEADER_PREFIX + FieldNames.capitalized(optionName);
        this.jsonName = new SerializedString(apiName);
        this.form = form;
        this.getter = getter;
        this.setter = setter;
    }

    /** A field that the model keeps as text. */
    static <T extends DumpTask> TaskField<T> text(
            String apiName, FieldForm form, Function<T, String> getter, BiConsumer<T, String> setter) {
        return new TaskField<>(apiName, form, getter, (task, value) -> setter.accept(task, (String) value));
    }

    /** A field that the model keeps as text and that is text on the wire. */
    static <T extends DumpTask> TaskField<T> text(
            String apiName, Function<T, String> getter, BiConsumer<T, String> setter) {
        return text(apiName, FieldForm.TEXT, getter, setter);
    }

    /** A field that the model keeps as a whole number. */
    static <T extends DumpTask> TaskField<T> number(
            String apiName, FieldForm form, Function<T, Integer> getter, BiConsumer<T, Integer> setter) {
        return new TaskField<>(apiName, form, getter, (task, value) -> setter.accept(task, (Integer) value));
    }

    TaskField<T> mandatory() {
        this.mandatory = true;
        return this;
    }

    TaskField<T> secret() {
        this.secret = true;
        return this;
    }

    /** The documented default, sent in place of a mandatory field that nobody set. */
    TaskField<T> defaultValue(Object value) {
        this.defaultValue = value;
        return this;
    }

    TaskField<T> rule(FieldRule next) {
        this.rule = rule.and(next);
        return this;
    }

    /** What the service takes by its documentation when the field is not sent; empty unless said otherwise. */
    TaskField<T> serviceDefault(String value) {
        this.serviceDefault = value;
        return this;
    }

    /** A value that is sent although something speaks against it. */
    TaskField<T> dubious(Object value, String why) {
        this.dubiousValue = value;
        this.doubt = why;
        return this;
    }

    /** A member of the descriptor's <code>options</code> (table 5) instead of the descriptor itself (table 4). */
    TaskField<T> importOption() {
        this.importOption = true;
        return this;
    }

    /** The name in the API's JSON, such as <code>task_name</code>. */
    public String apiName() {
        return apiName;
    }

    /** The name as an option and in camelCase JSON, such as <code>taskName</code>. */
    public String optionName() {
        return optionName;
    }

    /** The name as a message header, such as <code>CamelDisDumpTaskName</code>. */
    public String headerName() {
        return headerName;
    }

    SerializedString jsonName() {
        return jsonName;
    }

    FieldForm form() {
        return form;
    }

    /** Must the request have it? */
    public boolean isMandatory() {
        return mandatory;
    }

    /** Is its value never to be shown? */
    public boolean isSecret() {
        return secret;
    }

    /** Is it a member of the descriptor's <code>options</code>? */
    public boolean isImportOption() {
        return importOption;
    }

    /** The default that is sent when nobody sets the field; null for none. */
    public Object defaultValue() {
        return defaultValue;
    }

    /** The field's value in the task: an Integer, a String, or null if unset. */
    public Object get(T task) {
        return getter.apply(task);
    }

    /**
     * Does the service hold the value that was requested? Numbers and their digits are the same, as are true and on; a field
     * that was not sent has its documented default.
     *
     * @param held the value as the service tells it, as text
     */
    boolean isSame(T requested, String held) {
        Object value = get(requested);
        String wanted = value == null ? serviceDefault : value.toString();
        return comparable(wanted).equals(comparable(held));
    }

    private String comparable(String value) {
        if (form != FieldForm.FLAG_AS_TEXT) {
            return value;
        }
        return switch (value) {
            case "on" -> "true";
            case "off" -> "false";
            default -> value;
        };
    }

    /** Why the task's value is dubious although it is sent; null if it is not. */
    String doubt(T task) {
        return dubiousValue != null && dubiousValue.equals(get(task)) ? doubt : null;
    }

    /** Puts a value of the model's own type into the task, unchecked. */
    void set(T task, Object value) {
        setter.accept(task, value);
    }

    /**
     * Checks a value from outside and puts it into the task.
     *
     * @param  source where the value came from, for the violation
     * @return        null if the value was taken, otherwise the rule it breaks
     */
    Violation accept(T task, Object value, ValueSource source) {
        Object converted = form.convert(value);
        String breach = converted == null ? form.rule() + ", was " + kind(value) : rule.breach(converted);
        if (breach == null) {
            setter.accept(task, converted);
            return null;
        }
        Object offender = converted == null ? scalar(value) : converted;
        return secret
                ? Violation.ofSecret(apiName, breach, source.describe(this))
                : Violation.ofValue(apiName, breach, offender, source.describe(this));
    }

    private String kind(Object value) {
        return secret && value instanceof Number ? "a number" : kindOf(value);
    }

    private static Object scalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value : null;
    }

    private static String kindOf(Object value) {
        if (value instanceof CharSequence) {
            return "text";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof Number) {
            return "the number " + Violation.shown(value);
        }
        if (value instanceof Map || value instanceof JsonNode node && node.isObject()) {
            return "an object";
        }
        return value instanceof Collection
                        || value instanceof JsonNode
                        || value.getClass().isArray()
                ? "a list"
                : value.getClass().getName();
    }

    @Override
    public String toString() {
        return apiName;
    }
}
