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
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the fields of a task from a body that is an object: the full request (<code>destination_type</code> and descriptor)
 * or the bare descriptor, with the API's names (task_name) or the options' (taskName). Members of the descriptor's
 * <code>options</code> may also stand beside the other fields, as they do among the endpoint's options.
 *
 * @param <T> the model class
 */
public final class DescriptorReader<T extends DumpTask> {

    private static final String DESTINATION_TYPE = "destination_type";
    private static final String DESTINATION_TYPE_OPTION = FieldNames.optionName(DESTINATION_TYPE);
    private static final String OPTIONS = "options";

    private final DumpTaskType<T> type;
    private final String descriptorName;
    private final String descriptorOptionName;

    public DescriptorReader(DumpTaskType<T> type) {
        this.type = type;
        this.descriptorName = type.descriptorName();
        this.descriptorOptionName = FieldNames.optionName(descriptorName);
    }

    /** Reads a map; a value may be text, a number, a boolean, null, a map or a JSON node. */
    public FieldValues read(Map<?, ?> body, List<Violation> violations) {
        return read(Members.of(body), violations);
    }

    /** Reads a JSON node, which must be an object. */
    public FieldValues read(JsonNode body, List<Violation> violations) {
        Members members = Members.of(body);
        if (members == null) {
            violations.add(Violation.of("body", "must be a JSON object, was " + nameOf(body)));
            return type.newValues();
        }
        return read(members, violations);
    }

    private FieldValues read(Members request, List<Violation> violations) {
        FieldValues values = type.newValues();
        boolean descriptorSeen = false;
        boolean besideSeen = false;
        while (request.next()) {
            if (DESTINATION_TYPE.equals(request.name()) || DESTINATION_TYPE_OPTION.equals(request.name())) {
                checkDestination(request.value(), violations);
            } else if (descriptorName.equals(request.name()) || descriptorOptionName.equals(request.name())) {
                if (descriptorSeen) {
                    violations.add(repeated(request.name(), "body"));
                }
                descriptorSeen = true;
                readNested(request, values, request.name(), false, violations);
            } else {
                readField(request, values, null, false, violations);
                besideSeen |= isKnown(request.name());
            }
        }
        if (descriptorSeen && besideSeen) {
            refuseBeside(request.again(), violations);
        }
        return values;
    }

    private void refuseBeside(Members request, List<Violation> violations) {
        while (request.next()) {
            if (isKnown(request.name())) {
                violations.add(Violation.of(
                        Violation.shown(request.name()), "must stand in " + descriptorName + ", not beside it"));
            }
        }
    }

    private boolean isKnown(String name) {
        return type.fieldNamed(name) >= 0 || OPTIONS.equals(name);
    }

    private void readNested(
            Members outer, FieldValues values, String path, boolean inOptions, List<Violation> violations) {
        if (outer.value() == null) {
            return;
        }
        Members inner = Members.of(outer.value());
        if (inner == null) {
            violations.add(Violation.of(path, "must be an object"));
            return;
        }
        while (inner.next()) {
            readField(inner, values, path, inOptions, violations);
        }
    }

    private void readField(
            Members members, FieldValues values, String path, boolean inOptions, List<Violation> violations) {
        String name = members.name();
        if (OPTIONS.equals(name) && !inOptions) {
            readNested(members, values, OPTIONS, true, violations);
            return;
        }
        int field = type.fieldNamed(name);
        if (field < 0 || inOptions && !type.fields().get(field).isImportOption()) {
            violations.add(unknown(name, source(path), inOptions));
        } else if (members.value() != null && !values.put(field, members.value())) {
            violations.add(repeated(type.fields().get(field).apiName(), source(path)));
        }
    }

    /** Made for violations only: it would be garbage for every field of a good message. */
    private static String source(String path) {
        return path == null ? "body" : "body, in " + path;
    }

    private void checkDestination(Object value, List<Violation> violations) {
        if (value != null
                && !(value instanceof CharSequence && type.destinationType().equalsIgnoreCase(value.toString()))) {
            violations.add(Violation.ofValue(
                    DESTINATION_TYPE,
                    "must be " + type.destinationType() + ", the destination of the endpoint dis-dump:"
                            + type.destinationType().toLowerCase(Locale.ROOT),
                    Members.of(value) == null ? value : "an object", // which could hold the password
                    "body"));
        }
    }

    private Violation unknown(String name, String source, boolean inOptions) {
        List<String> known = new ArrayList<>();
        for (TaskField<? super T> field : type.fields()) {
            if (!inOptions || field.isImportOption()) {
                known.add(field.apiName());
                known.add(field.optionName());
            }
        }
        if (!inOptions) {
            known.addAll(List.of(OPTIONS, DESTINATION_TYPE, descriptorName));
        }
        String shown = Violation.shown(name);
        return Violation.ofPlace(shown, "unknown field `" + shown + "`" + FieldNames.suggestion(name, known), source);
    }

    private static Violation repeated(String name, String source) {
        return Violation.ofPlace(name, "is given more than once", source);
    }

    private static String nameOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case NULL, MISSING -> "null";
            case STRING -> "text";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            default -> node.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    /** The members of an object, whatever holds them; their values as plain Java objects. */
    private static final class Members {

        private final Iterable<? extends Map.Entry<?, ?>> all;
        private final Iterator<? extends Map.Entry<?, ?>> entries;
        private String name;
        private Object value;

        private Members(Iterable<? extends Map.Entry<?, ?>> all) {
            this.all = all;
            this.entries = all.iterator();
        }

        Members again() {
            return new Members(all);
        }

        /** @return null if the value is no object */
        static Members of(Object value) {
            if (value instanceof Map<?, ?> map) {
                return new Members(map.entrySet());
            }
            return value instanceof JsonNode node && node.isObject() ? new Members(node.properties()) : null;
        }

        boolean next() {
            if (!entries.hasNext()) {
                return false;
            }
            Map.Entry<?, ?> entry = entries.next();
            name = String.valueOf(entry.getKey());
            value = entry.getValue() instanceof JsonNode node ? plain(node) : entry.getValue();
            return true;
        }

        String name() {
            return name;
        }

        Object value() {
            return value;
        }

        private static Object plain(JsonNode node) {
            return switch (node.getNodeType()) {
                case STRING -> node.textValue();
                case NUMBER -> node.numberValue();
                case BOOLEAN -> node.booleanValue();
                case NULL, MISSING -> null;
                default -> node;
            };
        }
    }
}
