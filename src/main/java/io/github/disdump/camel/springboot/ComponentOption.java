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
package io.github.disdump.camel.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.camel.util.StringHelper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One option of the component, of its generated description.
 *
 * @param name     in camelCase
 * @param type     the kind of value: string, integer, boolean, duration, enum or object
 * @param javaType the class of the value
 * @param words    the words that are allowed; empty if it is no enum
 * @param replacesOthers whether it replaces an object that holds other options
 */
record ComponentOption(String name, String type, String javaType, List<String> words, boolean replacesOthers) {

    private static final String DESCRIPTION = "/META-INF/io/github/disdump/camel/dis-dump.json";

    /** All options, those that replace an object with other options first. */
    static List<ComponentOption> all() {
        List<ComponentOption> objects = new ArrayList<>();
        List<ComponentOption> single = new ArrayList<>();
        description().get("componentProperties").properties().forEach(entry -> {
            ComponentOption option = of(entry.getKey(), entry.getValue());
            (option.replacesOthers ? objects : single).add(option);
        });
        objects.addAll(single);
        return objects;
    }

    private static ComponentOption of(String name, JsonNode option) {
        List<String> words = new ArrayList<>();
        option.path("enum").forEach(word -> words.add(word.textValue()));
        String type = option.get("type").textValue();
        return new ComponentOption(
                name,
                type,
                option.get("javaType").textValue(),
                words,
                type.equals("object") && !option.has("configurationField"));
    }

    private static JsonNode description() {
        try (InputStream json = ComponentOption.class.getResourceAsStream(DESCRIPTION)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name in a property: <code>project-id</code>. */
    String propertyName() {
        return StringHelper.camelCaseToDash(name);
    }

    /** Whether every text is a value, so that nothing is converted. */
    boolean isText() {
        return javaType.equals(String.class.getName());
    }

    /** What a value must be. */
    String rule() {
        return switch (type) {
            case "boolean" -> "must be true or false";
            case "integer" -> "must be a whole number";
            case "duration" -> "must be a duration such as 5s, or milliseconds";
            case "enum" -> "must be one of " + String.join(", ", words);
            default -> "must refer to a bean of the type " + javaType + ", such as #bean:name";
        };
    }
}
