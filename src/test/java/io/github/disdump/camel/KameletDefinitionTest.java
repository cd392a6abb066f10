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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Kamelet keeps to the conventions of the Apache Kamelet Catalog (script/validator of apache/camel-kamelets), and its
 * properties are options of the component, described alike.
 */
class KameletDefinitionTest {

    private static final String FILE = "dis-dump-dws-sink.kamelet.yaml";
    private static final JsonNode KAMELET = kamelet();
    private static final ComponentModel COMPONENT = component();

    private static final Map<String, String> TYPES = Map.of(
            "string", "string",
            "enum", "string",
            "integer", "integer",
            "duration", "integer", // milliseconds
            "boolean", "boolean");

    static Set<Map.Entry<String, JsonNode>> properties() {
        return KAMELET.at("/spec/definition/properties").properties();
    }

    @Test
    void nameTypeAndTitleBelongTogether() {
        assertThat(KAMELET.path("apiVersion").textValue()).isEqualTo("camel.apache.org/v1");
        assertThat(KAMELET.path("kind").textValue()).isEqualTo("Kamelet");
        assertThat(KAMELET.at("/metadata/name").textValue() + ".kamelet.yaml").isEqualTo(FILE);
        assertThat(KAMELET.at("/metadata/labels/camel.apache.org~1kamelet.type").textValue())
                .isEqualTo("sink");
        assertThat(KAMELET.at("/spec/definition/title").textValue()).endsWith(" Sink");
        assertThat(KAMELET.at("/spec/definition/description").textValue()).startsWith(COMPONENT.getDescription());
        assertThat(KAMELET.at("/spec/definition/type").textValue()).isEqualTo("object");
        assertThat(KAMELET.at("/spec/template/from/uri").textValue()).isEqualTo("kamelet:source");
    }

    @Test
    void theAnnotationsAreThere() {
        assertThat(annotation("kamelet.support.level"))
                .isEqualTo(COMPONENT.getSupportLevel().name());
        assertThat(annotation("catalog.version")).isEqualTo(COMPONENT.getVersion());
        assertThat(annotation("provider")).isEqualTo(COMPONENT.getArtifactId());
        assertThat(annotation("kamelet.group")).isNotBlank();
        assertThat(annotation("kamelet.namespace")).isNotBlank();
    }

    @Test
    void theIconIsAPicture() throws Exception {
        String start = "data:image/svg+xml;base64,";
        assertThat(annotation("kamelet.icon")).startsWith(start);
        byte[] svg = Base64.getDecoder().decode(annotation("kamelet.icon").substring(start.length()));

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg))
                        .getDocumentElement()
                        .getNodeName())
                .isEqualTo("svg");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void aPropertyIsDescribedLikeItsOption(Map.Entry<String, JsonNode> property) {
        BaseOptionModel option = option(property.getKey());
        JsonNode schema = property.getValue();

        assertThat(schema.path("title").textValue()).isEqualTo(option.getDisplayName());
        assertThat(schema.path("description").textValue())
                .isEqualTo(option.getDescription()
                        + (option.getDefaultValue() == null ? "" : " Default: " + option.getDefaultValue() + "."));
        assertThat(schema.path("type").textValue()).isEqualTo(TYPES.get(option.getType()));
        assertThat(texts(schema.path("enum"))).isEqualTo(option.getEnums() == null ? List.of() : option.getEnums());
    }

    @ParameterizedTest
    @MethodSource("properties")
    void theTitleIsWrittenAsTheCatalogAsksFor(Map.Entry<String, JsonNode> property) {
        assertThat(property.getValue().path("title").textValue().split(" "))
                .allSatisfy(word -> assertThat(word).matches("[A-Z]\\w*"))
                .doesNotContain("The", "A", "An");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void secretsAndOnlyTheyArePasswords(Map.Entry<String, JsonNode> property) {
        boolean secret = option(property.getKey()).isSecret();
        List<String> descriptors = texts(property.getValue().path("x-descriptors"));

        assertThat("password".equals(property.getValue().path("format").textValue()))
                .isEqualTo(secret);
        assertThat(descriptors.contains("urn:alm:descriptor:com.tectonic.ui:password"))
                .isEqualTo(secret);
        if (secret) {
            assertThat(descriptors).contains("urn:camel:group:credentials");
        }
    }

    /** It would be set on the endpoint, and so go before what the component's options say. */
    @ParameterizedTest
    @MethodSource("properties")
    void noPropertyHasADefaultOrIsRequired(Map.Entry<String, JsonNode> property) {
        assertThat(property.getValue().has("default")).isFalse();
        assertThat(KAMELET.at("/spec/definition").has("required")).isFalse();
    }

    @Test
    void eachFieldOfATaskAndEachSecretCanBeSet() {
        assertThat(names())
                .containsAll(COMPONENT.getEndpointParameterOptions().stream()
                        .filter(option -> option.isSecret() || "task".equals(option.getConfigurationField()))
                        .map(BaseOptionModel::getName)
                        .toList());
    }

    @Test
    void eachPropertyBecomesItsOptionAndTextIsNotReadAsAUri() {
        JsonNode step = KAMELET.at("/spec/template/from/steps/0/to");

        assertThat(KAMELET.at("/spec/template/from/steps")).hasSize(1);
        assertThat(step.path("uri").textValue()).isEqualTo("dis-dump:dws");
        assertThat(step.path("parameters").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().textValue())))
                .isEqualTo(names().stream().collect(Collectors.toMap(name -> name, name -> {
                    String placeholder = "{{?" + name + "}}";
                    return "string".equals(option(name).getType()) ? "RAW(" + placeholder + ")" : placeholder;
                })));
    }

    @Test
    void theDependenciesAreThisVersionAndWhatRunsKamelets() {
        assertThat(texts(KAMELET.at("/spec/dependencies")))
                .containsExactly(
                        "camel:kamelet",
                        "mvn:" + COMPONENT.getGroupId() + ":" + COMPONENT.getArtifactId() + ":"
                                + COMPONENT.getVersion());
    }

    private static List<String> names() {
        return properties().stream().map(Map.Entry::getKey).toList();
    }

    private static BaseOptionModel option(String name) {
        return COMPONENT.getEndpointParameterOptions().stream()
                .filter(option -> option.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no option of the component: " + name));
    }

    private static String annotation(String name) {
        return KAMELET.at("/metadata/annotations/camel.apache.org~1" + name).asText();
    }

    private static List<String> texts(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).asText())
                .toList();
    }

    private static JsonNode kamelet() {
        return new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(resource("/kamelets/" + FILE)));
    }

    private static ComponentModel component() {
        return JsonMapper.generateComponentModel(resource("/META-INF/io/github/disdump/camel/dis-dump.json"));
    }

    private static String resource(String name) {
        try (InputStream text = KameletDefinitionTest.class.getResourceAsStream(name)) {
            assertThat(text).as(name).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
