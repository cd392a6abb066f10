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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.ComponentOptionModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepository;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepositoryJsonBuilder;
import org.springframework.boot.configurationmetadata.ValueHint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** IDEs know the properties: the metadata of Spring Boot are written from the component's generated description. */
class SpringConfigurationMetadataTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");
    private static final String COMMAND = "mvn test -Dtest=SpringConfigurationMetadataTest -Dupdate.docs=true";
    private static final String PREFIX = "camel.component.dis-dump";

    private final ComponentModel component = description();

    @Test
    void theFileIsThatOfTheComponent() throws IOException {
        String expected = written();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(FILE, expected);
        } else {
            assertThat(FILE).as("%s is written by: %s", FILE, COMMAND).content().isEqualTo(expected);
        }
    }

    @Test
    void eachOptionIsAPropertyWithItsDescription() throws IOException {
        Map<String, ConfigurationMetadataProperty> properties = read().getAllProperties();

        assertThat(component.getComponentOptions())
                .hasSizeGreaterThan(50)
                .allSatisfy(option -> assertThat(properties.get(PREFIX + "." + dashed(option)))
                        .satisfies(property -> assertThat(property.getDescription())
                                .startsWith(option.getDescription().substring(0, 10)))
                        .satisfies(property -> assertThat(text(property.getDefaultValue()))
                                .isEqualTo(text(option.getDefaultValue()))));
        assertThat(properties)
                .hasSize(component.getComponentOptions().size() + 2)
                .containsKeys(
                        PREFIX + ".enabled",
                        PREFIX + ".customizer.enabled",
                        PREFIX + ".auth-token",
                        PREFIX + ".password",
                        PREFIX + ".access-key",
                        PREFIX + ".secret-key",
                        PREFIX + ".session-token",
                        PREFIX + ".user-password");
    }

    @Test
    void aPropertyHasTheTypeOfItsText() throws IOException {
        Map<String, ConfigurationMetadataProperty> properties = read().getAllProperties();

        assertThat(properties.get(PREFIX + ".max-retries").getType()).isEqualTo("java.lang.Integer");
        assertThat(properties.get(PREFIX + ".retry-delay").getType()).isEqualTo("java.time.Duration");
        assertThat(properties.get(PREFIX + ".ignore-body").getType()).isEqualTo("java.lang.Boolean");
        assertThat(properties.get(PREFIX + ".if-exists").getType())
                .isEqualTo("io.github.disdump.camel.DisDumpIfExists");
        assertThat(properties.get(PREFIX + ".consumer-strategy").getType()).isEqualTo("java.lang.String");
        assertThat(properties.get(PREFIX + ".http").getType())
                .isEqualTo("java.util.Map<java.lang.String,java.lang.String>");
        assertThat(properties.get(PREFIX + ".authenticator").getType()).isEqualTo("java.lang.String");
        assertThat(properties.get(PREFIX + ".authenticator").getDescription())
                .endsWith(" A reference to a bean of the type io.github.disdump.camel.auth.Authenticator, such as "
                        + "#bean:name.");
    }

    @Test
    void theWordsOfAnEnumAreOffered() throws IOException {
        Map<String, ConfigurationMetadataProperty> properties = read().getAllProperties();

        assertThat(words(properties.get(PREFIX + ".if-exists")))
                .containsExactly("fail", "ignore", "ignoreSame", "replace");
        assertThat(words(properties.get(PREFIX + ".consumer-strategy"))).containsExactly("LATEST", "TRIM_HORIZON");
        assertThat(words(properties.get(PREFIX + ".stream"))).isEmpty();
    }

    private static List<Object> words(ConfigurationMetadataProperty property) {
        return property.getHints().getValueHints().stream()
                .map(ValueHint::getValue)
                .toList();
    }

    /** As an IDE reads it. */
    private ConfigurationMetadataRepository read() throws IOException {
        return ConfigurationMetadataRepositoryJsonBuilder.create(
                        new ByteArrayInputStream(written().getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private String written() throws IOException {
        ObjectNode metadata = new ObjectMapper().createObjectNode();
        String source = DisDumpComponentAutoConfiguration.class.getName();
        ArrayNode groups = metadata.putArray("groups");
        groups.addObject().put("name", PREFIX).put("sourceType", source);
        groups.addObject().put("name", PREFIX + ".customizer").put("sourceType", source);
        ArrayNode properties = metadata.putArray("properties");
        ArrayNode hints = metadata.putArray("hints");
        addSwitch(properties, "customizer.enabled", "Whether the properties are set on the component.");
        addSwitch(properties, "enabled", "Whether to enable the auto-configuration of the dis-dump component.");
        component.getComponentOptions().forEach(option -> {
            String name = PREFIX + "." + dashed(option);
            addProperty(properties, name, option);
            if (option.getEnums() != null && !option.getEnums().isEmpty()) {
                ArrayNode values = hints.addObject().put("name", name).putArray("values");
                option.getEnums().forEach(word -> values.addObject().put("value", word));
            }
        });
        return metadata.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static void addSwitch(ArrayNode properties, String name, String description) {
        properties
                .addObject()
                .put("name", PREFIX + "." + name)
                .put("type", Boolean.class.getName())
                .put("description", description)
                .put("defaultValue", true);
    }

    private static void addProperty(ArrayNode properties, String name, ComponentOptionModel option) {
        boolean reference = option.getType().equals("object") && !option.isMultiValue();
        ObjectNode property = properties
                .addObject()
                .put("name", name)
                .put("type", type(option))
                .put(
                        "description",
                        sentence(option.getDescription())
                                + (reference
                                        ? " A reference to a bean of the type " + option.getJavaType()
                                                + ", such as #bean:name."
                                        : ""));
        if (option.getDefaultValue() != null) {
            property.putPOJO("defaultValue", option.getDefaultValue());
        }
        if (option.isDeprecated()) {
            property.putObject("deprecation")
                    .put("level", "warning")
                    .put("reason", Objects.requireNonNullElse(option.getDeprecationNote(), ""));
        }
    }

    private static String sentence(String description) {
        return description
                .replace(" This is a multi-value option with prefix: http.", "")
                .replaceFirst("[^.]$", "$0.");
    }

    private static String type(ComponentOptionModel option) {
        return switch (option.getType()) {
            case "boolean" -> Boolean.class.getName();
            case "integer" -> Integer.class.getName();
            case "duration" -> java.time.Duration.class.getName();
            case "object" ->
                option.isMultiValue() ? "java.util.Map<java.lang.String,java.lang.String>" : String.class.getName();
            default -> option.getJavaType();
        };
    }

    private static String dashed(ComponentOptionModel option) {
        return StringHelper.camelCaseToDash(option.getName());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static ComponentModel description() {
        try (InputStream json = SpringConfigurationMetadataTest.class.getResourceAsStream(
                "/META-INF/io/github/disdump/camel/dis-dump.json")) {
            return JsonMapper.generateComponentModel(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
