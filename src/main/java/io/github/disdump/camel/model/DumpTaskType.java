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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What sets the tasks of one destination apart: the word in <code>destination_type</code>, the name of the descriptor, the
 * fields in their order on the wire, and how a task gets the values of its fields.
 *
 * @param <T> the model class
 */
public final class DumpTaskType<T extends DumpTask> {

    private final String destinationType;
    private final String descriptorName;
    private final Supplier<T> factory;
    private final List<TaskField<? super T>> fields;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byHeader = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private DumpTaskType(Builder<T> builder) {
        this.destinationType = builder.destinationType;
        this.descriptorName = builder.descriptorName;
        this.factory = builder.factory;
        this.fields = List.copyOf(builder.fields);
        for (int i = 0; i < fields.size(); i++) {
            byName.put(fields.get(i).apiName(), i);
            byName.put(fields.get(i).optionName(), i);
            byHeader.put(fields.get(i).headerName(), i);
        }
    }

    static <T extends DumpTask> Builder<T> of(String destinationType, String descriptorName, Supplier<T> factory) {
        return new Builder<>(destinationType, descriptorName, factory);
    }

    /** The word in <code>destination_type</code>, such as <code>DWS</code>. */
    public String destinationType() {
        return destinationType;
    }

    /** The name of the descriptor in the request, such as <code>dws_destination_descriptor</code>. */
    public String descriptorName() {
        return descriptorName;
    }

    /** All fields in their order on the wire. */
    public List<TaskField<? super T>> fields() {
        return fields;
    }

    /** The number of the field that bears this name in the API or as an option; -1 if there is none. */
    int fieldNamed(String name) {
        return byName.getOrDefault(name, -1);
    }

    /** The number of the field that a header of this name sets, without regard to case; -1 if there is none. */
    public int fieldOfHeader(String header) {
        return byHeader.getOrDefault(header, -1);
    }

    /** The names of all headers that set a field. */
    public Collection<String> headerNames() {
        return Collections.unmodifiableSet(((TreeMap<String, Integer>) byHeader).navigableKeySet());
    }

    /** A task without any value. */
    public T newTask() {
        return factory.get();
    }

    /** Room for the values of one source. */
    public FieldValues newValues() {
        return new FieldValues(fields.size());
    }

    /** The values of a task that serves as a message body. */
    public FieldValues valuesOf(T task) {
        FieldValues values = newValues();
        for (int i = 0; i < fields.size(); i++) {
            values.put(i, fields.get(i).get(task));
        }
        return values;
    }

    /** A task with the same values, for one endpoint to change on its own. */
    public T copyOf(T task) {
        T copy = newTask();
        for (TaskField<? super T> field : fields) {
            copyField(field, task, copy);
        }
        return copy;
    }

    private static <F extends DumpTask, S extends F> void copyField(TaskField<F> field, S from, S to) {
        field.set(to, field.get(from));
    }

    /**
     * The one place that decides which value a field gets: header before body before option (an endpoint's option has by
     * then replaced the component's) before the documented default. Every value that wins is checked; a value that another
     * one overrides is not looked at.
     *
     * @param  headers    values of the message's headers
     * @param  body       values of the message's body
     * @param  options    the endpoint's options
     * @param  violations takes every breach of a rule
     * @return            the task; valid if no violation was added
     */
    public T resolve(FieldValues headers, FieldValues body, T options, List<Violation> violations) {
        T task = newTask();
        for (int i = 0; i < fields.size(); i++) {
            TaskField<? super T> field = fields.get(i);
            Object value = headers.get(i);
            ValueSource source = ValueSource.HEADER;
            if (value == null) {
                value = body.get(i);
                source = ValueSource.BODY;
            }
            if (value == null) {
                value = field.get(options);
                source = ValueSource.OPTION;
            }
            if (value == null) {
                value = field.defaultValue();
                source = ValueSource.DEFAULT;
            }
            if (value != null) {
                Violation violation = field.accept(task, value, source);
                if (violation != null) {
                    violations.add(violation);
                }
            } else if (field.isMandatory()) {
                violations.add(Violation.of(
                        field.apiName(),
                        "is mandatory: set the option " + field.optionName() + ", the header " + field.headerName()
                                + " or " + field.apiName() + " in the body"));
            }
        }
        return task;
    }

    /** Checks the values that a task has; what it lacks may still come from a message. */
    public List<Violation> check(T options) {
        List<Violation> violations = new ArrayList<>();
        T scratch = newTask();
        for (TaskField<? super T> field : fields) {
            Object value = field.get(options);
            Violation violation = value == null ? null : field.accept(scratch, value, ValueSource.OPTION);
            if (violation != null) {
                violations.add(violation);
            }
        }
        return violations;
    }

    /** What speaks against values of a valid task that are sent all the same, one line each. */
    public List<String> doubts(T task) {
        List<String> doubts = new ArrayList<>(0);
        for (TaskField<? super T> field : fields) {
            String doubt = field.doubt(task);
            if (doubt != null) {
                doubts.add(field.apiName() + " " + doubt);
            }
        }
        return doubts;
    }

    /** The fields that are set, secrets masked. */
    String describe(T task) {
        StringBuilder text = new StringBuilder(destinationType.toUpperCase(Locale.ROOT)).append(" dump task {");
        String separator = "";
        for (TaskField<? super T> field : fields) {
            Object value = field.get(task);
            if (value != null) {
                text.append(separator).append(field.apiName()).append('=');
                text.append(field.isSecret() ? Violation.MASK : Violation.shown(value));
                separator = ", ";
            }
        }
        return text.append('}').toString();
    }

    static final class Builder<T extends DumpTask> {

        private final String destinationType;
        private final String descriptorName;
        private final Supplier<T> factory;
        private final List<TaskField<? super T>> fields = new ArrayList<>();

        private Builder(String destinationType, String descriptorName, Supplier<T> factory) {
            this.destinationType = destinationType;
            this.descriptorName = descriptorName;
            this.factory = factory;
        }

        Builder<T> with(List<? extends TaskField<? super T>> more) {
            fields.addAll(more);
            return this;
        }

        DumpTaskType<T> build() {
            return new DumpTaskType<>(this);
        }
    }
}
