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
package io.github.disdump.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables and the head of the component's page are those of the component's generated description. */
class ComponentPageTest {

    private static final Path PAGE = Path.of("docs/dis-dump-component.adoc");
    private static final String COMMAND = "mvn test -Dtest=ComponentPageTest -Dupdate.docs=true";

    private final ComponentModel component = description();

    @Test
    void theTablesAreThoseOfTheComponent() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page;
        for (Map.Entry<String, String> table : tables().entrySet()) {
            expected = replaced(expected, table.getKey(), table.getValue());
        }
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).as("%s is written by: %s", PAGE, COMMAND).isEqualTo(expected);
        }
    }

    @Test
    void theHeadIsThatOfTheComponent() throws IOException {
        assertThat(Files.readString(PAGE))
                .startsWith("= " + component.getTitle() + " Component\n")
                .contains("*Since " + component.getFirstVersion() + "*")
                .contains("*Support level: " + component.getSupportLevel() + "*")
                .contains("\n" + component.getSyntax() + "[?options]\n")
                .satisfies(page -> assertThat(page.replaceAll("\\s+", " ")).contains(component.getDescription()));
    }

    private Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put(
                "component options",
                "== Component options\n\nThe component has "
                        + component.getComponentOptions().size() + " options.\n\n"
                        + options(component.getComponentOptions()));
        tables.put(
                "endpoint options",
                "=== Path parameters\n\n" + options(component.getEndpointPathOptions())
                        + "\n=== Query parameters\n\nThe endpoint has "
                        + component.getEndpointParameterOptions().size() + " options.\n\n"
                        + options(component.getEndpointParameterOptions()));
        tables.put(
                "headers",
                "The component has " + component.getEndpointHeaders().size() + " message headers.\n\n"
                        + headers(component.getEndpointHeaders()));
        return tables;
    }

    private static String options(List<? extends BaseOptionModel> options) {
        return table("2,5,^1,2", "Name | Description | Default | Type", options, option -> {
            String name = option.isMultiValue() ? option.getPrefix() + "*" : option.getName();
            return List.of(
                    "`" + name + "` (" + option.getGroup() + ")",
                    (option.isRequired() ? "*Required* " : "") + description(option),
                    option.getDefaultValue() == null
                            ? ""
                            : option.getDefaultValue().toString(),
                    simple(option.getJavaType()));
        });
    }

    private static String headers(List<? extends BaseOptionModel> headers) {
        return table(
                "3,5,1",
                "Name | Description | Type",
                headers,
                header -> List.of(
                        "`" + header.getName() + "` (" + header.getGroup() + ")",
                        description(header),
                        simple(header.getJavaType())));
    }

    private static String table(
            String columns,
            String head,
            List<? extends BaseOptionModel> rows,
            java.util.function.Function<BaseOptionModel, List<String>> cells) {
        return rows.stream()
                .map(row -> cells.apply(row).stream()
                        .map(cell -> ("| " + cell.replace("|", "\\|")).strip())
                        .collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining(
                        "\n",
                        "[width=\"100%\",cols=\"" + columns + "\",options=\"header\"]\n|===\n| " + head + "\n\n",
                        "|===\n"));
    }

    private static String description(BaseOptionModel option) {
        String values = option.getEnums() == null || option.getEnums().isEmpty()
                ? ""
                : " Enum values: "
                        + option.getEnums().stream()
                                .map(value -> "`" + value + "`")
                                .collect(Collectors.joining(", "))
                        + ".";
        return option.getDescription()
                        .replace("https://", "\\https://") // an address to read, not a link
                        .replace(" This is a multi-value option with prefix: http.", "")
                + (option.getDescription().endsWith(".") ? "" : ".")
                + values;
    }

    private static String simple(String javaType) {
        return javaType.replaceAll("[a-z]+\\.", "");
    }

    private static String replaced(String page, String marker, String table) {
        String start = "// " + marker + ": START\n";
        String end = "// " + marker + ": END\n";
        assertThat(page).containsOnlyOnce(start).containsOnlyOnce(end);
        return page.substring(0, page.indexOf(start) + start.length()) + table + page.substring(page.indexOf(end));
    }

    private static ComponentModel description() {
        try (InputStream json =
                ComponentPageTest.class.getResourceAsStream("/META-INF/io/github/disdump/camel/dis-dump.json")) {
            return JsonMapper.generateComponentModel(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
