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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.util.IOHelper;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.disdump.camel.model.DescriptorReader;
import io.github.disdump.camel.model.DumpTask;
import io.github.disdump.camel.model.DumpTaskType;
import io.github.disdump.camel.model.FieldValues;
import io.github.disdump.camel.model.JsonBodyReader;
import io.github.disdump.camel.model.UnreadableBodyException;
import io.github.disdump.camel.model.Violation;

/**
 * Reads the values of a task's fields from a message body, and leaves the body as it was: a stream can be read again.
 *
 * @param <T> the model class
 */
final class BodyReader<T extends DumpTask> {

    /** Bytes of JSON that are read at most. A task definition has about one thousand. */
    static final int LONGEST_BODY = 1024 * 1024;

    private final DumpTaskType<T> type;
    private final Class<?> modelClass;
    private final DescriptorReader<T> descriptor;

    BodyReader(DumpTaskType<T> type) {
        this.type = type;
        this.modelClass = type.newTask().getClass();
        this.descriptor = new DescriptorReader<>(type);
    }

    @SuppressWarnings("unchecked")
    FieldValues read(Exchange exchange, List<Violation> violations) {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        if (body == null) {
            return type.newValues();
        }
        if (modelClass.isInstance(body)) {
            return type.valuesOf((T) body);
        }
        if (body instanceof Map<?, ?> map) {
            return descriptor.read(map, violations);
        }
        if (body instanceof JsonNode node) {
            return descriptor.read(node, violations);
        }
        try {
            return descriptor.read(json(exchange, message, body), violations);
        } catch (UnreadableBodyException e) {
            violations.add(Violation.of("body", e.getMessage()));
        } catch (IOException e) {
            violations.add(
                    Violation.of("body", "could not be read: " + e.getClass().getSimpleName()));
        }
        return type.newValues();
    }

    private Map<String, Object> json(Exchange exchange, Message message, Object body) throws IOException {
        if (body instanceof String text) {
            if (isTooLong(text)) {
                throw tooLong();
            }
            return parse(text);
        }
        byte[] bytes = body instanceof byte[] array ? array : bytes(exchange, message, body);
        if (bytes.length > LONGEST_BODY) {
            throw tooLong();
        }
        return parse(bytes);
    }

    private static byte[] bytes(Exchange exchange, Message message, Object body) throws IOException {
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        // Reading moves a buffer's position, but not that of its duplicate.
        InputStream in = stream(exchange, body instanceof ByteBuffer buffer ? buffer.duplicate() : body);
        byte[] bytes = null;
        try {
            bytes = in.readNBytes(LONGEST_BODY + 1);
        } finally {
            if (body instanceof StreamCache cache) {
                cache.reset();
            } else if (body instanceof InputStream || body instanceof Reader) {
                message.setBody(again(bytes, in));
            } else {
                IOHelper.close(in);
            }
        }
        return bytes;
    }

    /** A stream that was read is replaced by one that begins anew; beyond the limit the rest follows unread. */
    private static InputStream again(byte[] bytes, InputStream rest) {
        if (bytes == null) {
            return rest;
        }
        if (bytes.length > LONGEST_BODY) {
            return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
        }
        IOHelper.close(rest);
        return new InputStreamCache(bytes);
    }

    private static InputStream stream(Exchange exchange, Object body) {
        InputStream in = null;
        try {
            in = exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, body);
        } catch (TypeConversionException e) {
            // told below: what cannot be converted has no place among the forms of a body
        }
        if (in == null) {
            throw new UnreadableBodyException(
                    "must be a Map, JSON (text, bytes, stream, file or JsonNode) or a task object," + " was "
                            + body.getClass().getName());
        }
        return in;
    }

    private static Map<String, Object> parse(String text) {
        if (text.isBlank()) {
            throw empty();
        }
        return JsonBodyReader.read(text);
    }

    private static Map<String, Object> parse(byte[] bytes) {
        if (bytes.length == 0) {
            throw empty();
        }
        return JsonBodyReader.read(bytes);
    }

    private static UnreadableBodyException empty() {
        return new UnreadableBodyException(
                "is empty: send a JSON object, or set ignoreBody=true to use headers and options alone");
    }

    private static UnreadableBodyException tooLong() {
        return new UnreadableBodyException("is longer than " + LONGEST_BODY + " bytes");
    }

    /** Counts as UTF-8 would, but only where the number of characters leaves it open. */
    private static boolean isTooLong(String text) {
        if (text.length() <= LONGEST_BODY / 3) {
            return false;
        }
        long bytes = 0;
        for (int i = 0; i < text.length() && bytes <= LONGEST_BODY; i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes > LONGEST_BODY;
    }
}
