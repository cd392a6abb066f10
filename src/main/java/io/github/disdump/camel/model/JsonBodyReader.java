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

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads JSON text from outside, strictly and within bounds: one object, no repeated name, nothing behind it. What cannot be
 * read is told with line and column but never with the text itself, which may hold a password.
 */
public final class JsonBodyReader {

    /** The descriptor needs three levels; more than this is no task definition. */
    private static final int MAX_DEPTH = 16;

    private static final int MAX_NUMBER_LENGTH = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private static final ObjectReader READER = JsonMapper.builder(JSON)
            .build()
            .readerForMapOf(Object.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Files from Windows begin with it; read as bytes, Jackson skips it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String DUPLICATE = "Duplicate field '";

    private JsonBodyReader() {}

    /** Opens a parser on one of the forms of a body. */
    @FunctionalInterface
    private interface Source {
        JsonParser open() throws IOException;
    }

    /** @throws UnreadableBodyException with the place, if the text is not one JSON object */
    public static Map<String, Object> read(String text) {
        return read(() -> JSON.createParser(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
    }

    /** @throws UnreadableBodyException with the place, if the bytes are not one JSON object in UTF-8, 16 or 32 */
    public static Map<String, Object> read(byte[] bytes) {
        return read(() -> JSON.createParser(bytes));
    }

    private static Map<String, Object> read(Source source) {
        try (JsonParser parser = source.open()) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new UnreadableBodyException("must be a JSON object, was " + nameOf(first));
            }
            return READER.readValue(parser);
        } catch (JsonEOFException e) {
            throw new UnreadableBodyException("is not whole: the JSON ends too early" + at(e));
        } catch (StreamConstraintsException e) {
            throw new UnreadableBodyException("goes beyond what is read as JSON (depth " + MAX_DEPTH + ", numbers of "
                    + MAX_NUMBER_LENGTH + " characters)" + at(e));
        } catch (JsonProcessingException e) {
            throw new UnreadableBodyException(repeatedName(e) + at(e));
        } catch (IOException e) {
            throw new UnreadableBodyException("could not be read as JSON");
        }
    }

    private static String repeatedName(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith(DUPLICATE)) {
            return "repeats the field `" + Violation.shown(message.substring(DUPLICATE.length(), message.length() - 1))
                    + "`";
        }
        return "is not valid JSON";
    }

    private static String at(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return place == null ? "" : ", at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static String nameOf(JsonToken token) {
        if (token == null) {
            return "empty";
        }
        return switch (token) {
            case START_ARRAY -> "a list";
            case VALUE_NULL -> "null";
            case VALUE_STRING -> "text";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> token.name();
        };
    }
}
