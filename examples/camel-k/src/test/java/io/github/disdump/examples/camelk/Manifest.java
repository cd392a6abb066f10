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
package io.github.disdump.examples.camelk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One file of those that are given to kubectl. */
record Manifest(Path file, JsonNode content) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Manifest read(Path file) throws IOException {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return new Manifest(file, JSON.valueToTree(yaml));
    }

    String kind() {
        return content.path("kind").asText();
    }

    /** The routes of an Integration, as YAML. */
    String flows() {
        return new Dump(DumpSettings.builder().build())
                .dumpToString(JSON.convertValue(content.at("/spec/flows"), List.class));
    }

    List<String> dependencies() {
        return texts(content.at("/spec/dependencies"));
    }

    /** What the Integration or Pipe gets its properties from, such as <code>secret:dis-dump</code>. */
    List<String> configs() throws IOException {
        JsonNode annotation = content.at("/metadata/annotations/trait.camel.apache.org~1mount.configs");
        return annotation.isMissingNode()
                ? texts(content.at("/spec/traits/mount/configs"))
                : texts(JSON.readTree(annotation.textValue()));
    }

    /** As it is named among the configs of an Integration. */
    String configName() {
        return kind().toLowerCase(Locale.ROOT) + ":"
                + content.at("/metadata/name").textValue();
    }

    /** The lines of properties of an Integration. */
    List<String> properties() {
        return texts(content.at("/spec/traits/camel/properties"));
    }

    /** The entries of a Secret or a ConfigMap. */
    Map<String, String> entries() {
        return JSON.convertValue(
                content.path(kind().equals("Secret") ? "stringData" : "data"),
                JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
