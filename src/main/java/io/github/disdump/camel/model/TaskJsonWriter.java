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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes a task as the body of the request, with the types of the API's tables. What is unset is left out.
 */
public final class TaskJsonWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** Room for the specification's example without growing. */
    private static final int USUAL_SIZE = 1024;

    private TaskJsonWriter() {}

    /** The request as UTF-8. */
    public static <T extends DumpTask> byte[] write(DumpTaskType<T> type, T task) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("destination_type", type.destinationType());
            json.writeObjectFieldStart(type.descriptorName());
            writeFields(json, type.fields(), task, false);
            if (hasImportOption(type.fields(), task)) {
                json.writeObjectFieldStart("options");
                writeFields(json, type.fields(), task, true);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: the target is memory
        }
        return bytes.toByteArray();
    }

    private static <T extends DumpTask> boolean hasImportOption(List<TaskField<? super T>> fields, T task) {
        for (TaskField<? super T> field : fields) {
            if (field.isImportOption() && field.get(task) != null) {
                return true;
            }
        }
        return false;
    }

    private static <T extends DumpTask> void writeFields(
            JsonGenerator json, List<TaskField<? super T>> fields, T task, boolean importOptions) throws IOException {
        for (TaskField<? super T> field : fields) {
            Object value = field.isImportOption() == importOptions ? field.get(task) : null;
            if (value == null) {
                continue;
            }
            json.writeFieldName(field.jsonName());
            if (field.form() == FieldForm.NUMBER) {
                json.writeNumber((Integer) value);
            } else {
                json.writeString(value.toString());
            }
        }
    }
}
