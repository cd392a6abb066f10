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

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What tools show of the component: each option and each header is described whole, and as it is. */
class OptionMetadataTest {

    private static final ComponentModel COMPONENT = description("/META-INF/io/github/disdump/camel/dis-dump.json");

    private static final Set<String> GROUPS = Set.of(
            "common",
            "dws",
            "import",
            "retry",
            "wait",
            "security",
            "security (advanced)",
            "advanced",
            "producer",
            "health",
            "producer (advanced)");

    static Stream<BaseOptionModel> options() {
        return Stream.of(
                        COMPONENT.getComponentOptions(),
                        COMPONENT.getEndpointPathOptions(),
                        COMPONENT.getEndpointParameterOptions())
                .flatMap(List::stream);
    }

    static Stream<BaseOptionModel> optionsAndHeaders() {
        return Stream.concat(options(), COMPONENT.getEndpointHeaders().stream());
    }

    static Stream<BaseOptionModel> headersThatOverrideAnOption() {
        return COMPONENT.getEndpointHeaders().stream()
                .<BaseOptionModel>map(header -> header)
                .filter(header -> optionOf(header) != null);
    }

    @ParameterizedTest
    @MethodSource("optionsAndHeaders")
    void isDescribedAndInAGroup(BaseOptionModel option) {
        assertThat(option.getDescription()).as("description").matches("(?s)[A-Z].{14,}");
        assertThat(option.getGroup()).as("group").isIn(GROUPS);
        assertThat(option.getLabel()).as("label").isNotBlank();
        assertThat(option.getJavaType()).as("type").isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("options")
    void hasANameForPeopleWithTheAcronymsInCapitals(BaseOptionModel option) {
        assertThat(option.getDisplayName()).isNotBlank();
        assertThat(option.getDisplayName().split(" "))
                .doesNotContain("Dws", "Iam", "Kms", "Obs", "Http")
                .allSatisfy(word -> assertThat(word).matches("[A-Z]\\w*"));
        assertThat(option.getDisplayName().replace(" ", ""))
                .as("the words of the option's name")
                .isEqualToIgnoringCase(option.getName());
    }

    /** Where a value has a form that a rule alone does not show. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    region          | [a-z]{2}-[a-z]+-\\d
                    endpoint        | https://dis\\.[a-z0-9.-]+[a-z]
                    iamEndpoint     | https://iam\\.[a-z0-9.-]+[a-z]
                    http            | http\\.[a-zA-Z]+=\\w+ or http\\.[a-zA-Z]+=#\\w+
                    dwsTableColumns | \\w+,\\w+
                    """)
    void hasAnExampleInItsDescription(String name, String example) {
        assertThat(options().filter(option -> option.getName().equals(name)))
                .as("of the component and of the endpoint")
                .hasSize(2)
                .allSatisfy(option ->
                        assertThat(option.getDescription()).containsPattern("such as " + example + "(?=[. ])"));
    }

    @Test
    void theSecretsAreMarkedAndNothingElseIs() {
        assertThat(secrets(COMPONENT.getComponentOptions()))
                .containsExactlyInAnyOrder(
                        "authToken", "password", "accessKey", "secretKey", "sessionToken", "userPassword")
                .isEqualTo(secrets(COMPONENT.getEndpointParameterOptions()));
        assertThat(secrets(COMPONENT.getEndpointHeaders()))
                .containsExactlyInAnyOrder("CamelDisDumpAuthToken", "CamelDisDumpUserPassword");
    }

    @ParameterizedTest
    @MethodSource("headersThatOverrideAnOption")
    void aHeaderIsDescribedLikeItsOption(BaseOptionModel header) {
        BaseOptionModel option = Objects.requireNonNull(optionOf(header));

        assertThat(header.getGroup()).as("group").isEqualTo(option.getGroup());
        assertThat(header.getEnums()).as("enum").isEqualTo(option.getEnums());
        assertThat(simple(header.getJavaType())).as("type").isEqualTo(simple(option.getJavaType()));
        assertThat(header.isSecret()).as("secret").isEqualTo(option.isSecret());
    }

    @Test
    void eachFieldOfTheTaskHasAHeader() {
        assertThat(headersThatOverrideAnOption().map(header -> optionOf(header).getName()))
                .containsAll(COMPONENT.getComponentOptions().stream()
                        .filter(option -> "task".equals(option.getConfigurationField()))
                        .map(BaseOptionModel::getName)
                        .toList());
    }

    @Test
    void theDefaultsAreThoseThatANewComponentHas() throws IOException {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            DisDumpComponent component = context.getComponent(DisDumpConstants.SCHEME, DisDumpComponent.class);
            PropertyConfigurerGetter values = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
            Map<String, String> described = COMPONENT.getComponentOptions().stream()
                    .filter(option -> option.getDefaultValue() != null)
                    .collect(Collectors.toMap(
                            BaseOptionModel::getName,
                            option -> option.getDefaultValue().toString()));
            Map<String, String> real = COMPONENT.getComponentOptions().stream()
                    .filter(option -> !"object".equals(option.getType()))
                    .filter(option -> values.getOptionValue(component, option.getName(), false) != null)
                    .collect(Collectors.toMap(
                            BaseOptionModel::getName,
                            option -> values.getOptionValue(component, option.getName(), false)
                                    .toString()));
            // The one default of a field: it is filled in last, behind header, body and both kinds of options.
            real.put("deliverTimeInterval", "300");

            assertThat(described).isEqualTo(real);
        }
    }

    /** As the plug-ins of editors do it: from the list of a jar's components by the class to the description. */
    @Test
    void aToolThatKnowsOnlyTheJarFindsTheDescription() throws IOException {
        Properties jar = properties("/META-INF/services/org/apache/camel/component.properties");
        assertThat(jar.getProperty("components")).isEqualTo("dis-dump");
        String type = properties("/META-INF/services/org/apache/camel/component/dis-dump")
                .getProperty("class");
        ComponentModel found = description(
                "/META-INF/" + type.substring(0, type.lastIndexOf('.')).replace('.', '/') + "/dis-dump.json");

        assertThat(found.getJavaType()).isEqualTo(DisDumpComponent.class.getName());
        assertThat(found.getGroupId() + ":" + found.getArtifactId() + ":" + found.getVersion())
                .isEqualTo(jar.getProperty("groupId") + ":" + jar.getProperty("artifactId") + ":"
                        + jar.getProperty("version"));
    }

    private static BaseOptionModel optionOf(BaseOptionModel header) {
        return COMPONENT.getComponentOptions().stream()
                .filter(option -> header.getName().equalsIgnoreCase("CamelDisDump" + option.getName()))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> secrets(List<? extends BaseOptionModel> options) {
        return options.stream()
                .filter(BaseOptionModel::isSecret)
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
    }

    private static String simple(String javaType) {
        return javaType.substring(javaType.lastIndexOf('.') + 1);
    }

    private static ComponentModel description(String resource) {
        return read(resource, JsonMapper::generateComponentModel);
    }

    private static Properties properties(String resource) {
        return read(resource, text -> {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return properties;
        });
    }

    /** What becomes of a text. */
    private interface Reading<T> {
        T apply(String text) throws IOException;
    }

    private static <T> T read(String resource, Reading<T> reader) {
        try (InputStream text = OptionMetadataTest.class.getResourceAsStream(resource)) {
            assertThat(text).as(resource).isNotNull();
            return reader.apply(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
