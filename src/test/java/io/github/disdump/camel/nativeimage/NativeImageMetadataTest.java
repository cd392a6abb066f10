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
package io.github.disdump.camel.nativeimage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What GraalVM must know to build a native image: an image without it fails at run time only. */
class NativeImageMetadataTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path METADATA = CLASSES.resolve("META-INF/native-image/io.github.disdump/camel-dis-dump");

    @Test
    void everyClassThatCamelFindsOrLooksIntoIsListed() throws Exception {
        Map<String, JsonNode> listed = listed();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> needed : ReflectiveAccess.of(CLASSES).entrySet()) {
            String entry = entry(ReflectiveAccess.load(needed.getKey()));
            if (!new ObjectMapper().readTree(entry).equals(listed.get(needed.getKey()))) {
                wrong.add(entry + "  (" + needed.getValue() + ")");
            }
        }

        assertThat(wrong).as("entries that reflect-config.json lacks").isEmpty();
    }

    @Test
    void noClassIsListedInVain() throws Exception {
        assertThat(listed().keySet()).isSubsetOf(ReflectiveAccess.of(CLASSES).keySet());
    }

    @Test
    void everyResourceThatCamelReadsIsListed() throws IOException {
        List<Pattern> patterns = patterns();

        assertThat(resources())
                .hasSizeGreaterThan(5)
                .allSatisfy(resource -> assertThat(patterns)
                        .as("pattern in resource-config.json for %s", resource)
                        .anyMatch(pattern -> pattern.matcher(resource).matches()));
    }

    @Test
    void noPatternMatchesNothing() throws IOException {
        List<String> resources = resources();

        assertThat(patterns())
                .allSatisfy(pattern -> assertThat(resources)
                        .as(pattern.pattern())
                        .anyMatch(resource -> pattern.matcher(resource).matches()));
    }

    private static String entry(Class<?> type) {
        return "{\"name\": \"" + type.getName() + "\""
                + (ReflectiveAccess.isCreatable(type) ? ", \"allPublicConstructors\": true" : "")
                + ", \"allPublicMethods\": true}";
    }

    private static Map<String, JsonNode> listed() throws IOException {
        Map<String, JsonNode> listed = new TreeMap<>();
        for (JsonNode entry : read("reflect-config.json")) {
            listed.put(entry.path("name").textValue(), entry);
        }
        return listed;
    }

    private static List<Pattern> patterns() throws IOException {
        List<Pattern> patterns = new ArrayList<>();
        for (JsonNode include : read("resource-config.json").path("resources").path("includes")) {
            patterns.add(Pattern.compile(include.path("pattern").textValue()));
        }
        return patterns;
    }

    /** Service files, the component's description and the Kamelet. What lies below META-INF/spring is for Spring's own tools. */
    private static List<String> resources() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.startsWith("META-INF/services/")
                            || file.startsWith("kamelets/")
                            || file.matches("META-INF/io/.*\\.json"))
                    .toList();
        }
    }

    private static JsonNode read(String name) throws IOException {
        return new ObjectMapper().readTree(METADATA.resolve(name).toFile());
    }
}
