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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** The developer console, as camel-console finds and shows it. */
class DevConsoleTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private CamelFixture camel;

    @BeforeEach
    void start() throws Exception {
        camel = CamelFixture.withPassword(dis);
        camel.component().getConfiguration().setPassword("SECRET-iam");
        dis.changePassword("account", "user", "SECRET-iam");
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:in").to("dis-dump:dws?stream=s1&userPassword=SECRET-a");
                from("direct:unused").to("dis-dump:dws?userPassword=RAW{SECRET-b)}");
            }
        });
        camel.send("direct:in", descriptor());
        camel.send("direct:in", descriptor());
    }

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void itIsAmongTheConsolesThatCamelLoadsFromTheClassPath() {
        DevConsoleRegistry consoles =
                camel.context().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        consoles.loadDevConsoles();

        assertThat(consoles.getConsole("dis-dump").orElseThrow().getDisplayName())
                .isEqualTo("DIS Dump Tasks");
    }

    @Test
    void asJsonItHasAllThatTheMBeansHave() throws Exception {
        JsonObject json = (JsonObject)
                Jsoner.deserialize(((JsonObject) console().call(DevConsole.MediaType.JSON, Map.of())).toJson());

        JsonArray endpoints = (JsonArray) json.get("endpoints");
        assertThat(endpoints).hasSize(2);
        JsonObject used = endpoint(endpoints, "s1");
        assertThat(used)
                .containsEntry("service", dis.baseUrl())
                .containsEntry("state", "Started")
                .containsKeys("tokenAge", "connectionsInUse", "idleConnections");
        assertThat(numbers(used))
                .isEqualTo(Map.of(
                        "created", 1L,
                        "reconciled", 0L,
                        "replaced", 0L,
                        "alreadyExists", 0L,
                        "refused", 1L,
                        "failed", 0L,
                        "retried", 0L));
        assertThat(numbers(endpoint(endpoints, null)).values()).containsOnly(0L);
        new LeakSearch().in("json", json).findsNothing();
    }

    @Test
    void asTextItSaysTheSame() {
        String text = text();

        assertThat(text.lines().map(String::strip))
                .contains(
                        "dis-dump://dws?stream=s1&userPassword=xxxxxx",
                        "service: " + dis.baseUrl(),
                        "stream: s1",
                        "created: 1",
                        "refused: 1",
                        "failed: 0");
        new LeakSearch().in("text", text).findsNothing();
    }

    @Test
    void asTextItHasTheNamesThatItHasAsJson() {
        JsonObject json = (JsonObject) console().call(DevConsole.MediaType.JSON, Map.of());
        List<?> endpoints = (List<?>) json.get("endpoints");
        List<String> names = endpoints.stream()
                .flatMap(endpoint -> ((Map<?, ?>) endpoint).keySet().stream())
                .map(Object::toString)
                .filter(name -> !name.equals("uri")) // the heading
                .toList();

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(factNames(text())).containsExactlyElementsOf(names);
    }

    @Test
    void theMonitoringPageShowsTheTextOfAnEndpoint() throws IOException {
        String page = Files.readString(Path.of("docs/monitoring.md"));
        String printed = page.substring(page.indexOf("```text\n    dis-dump://") + 8);
        List<String> facts = factNames(printed.substring(0, printed.indexOf("```")));

        assertThat(facts).hasSizeGreaterThan(10);
        assertThat(factNames(text().substring(0, text().indexOf("\n    dis-dump://", 1) + 1)))
                .isEqualTo(facts);
        assertThat(text()).startsWith("    dis-dump://dws?");
    }

    @Test
    void withoutAnEndpointItIsEmptyAndCreatesNoComponent() {
        try (DefaultCamelContext empty = new DefaultCamelContext()) {
            empty.start();
            DisDumpDevConsole console = new DisDumpDevConsole();
            console.setCamelContext(empty);

            assertThat(console.call(DevConsole.MediaType.TEXT, Map.of())).isEqualTo("");
            assertThat(console.call(DevConsole.MediaType.JSON, Map.of())).isEqualTo(Map.of("endpoints", List.of()));
            assertThat(empty.hasComponent("dis-dump")).isNull();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String text() {
        return (String) console().call(DevConsole.MediaType.TEXT, Map.of());
    }

    /** Of the lines below an endpoint; their indentation counts. */
    private static List<String> factNames(String text) {
        return Pattern.compile("(?m)^ {8}(\\w+): ")
                .matcher(text)
                .results()
                .map(fact -> fact.group(1))
                .toList();
    }

    private DevConsole console() {
        return camel.context()
                .getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("dis-dump");
    }

    private static JsonObject endpoint(JsonArray endpoints, String stream) {
        return endpoints.stream()
                .map(JsonObject.class::cast)
                .filter(endpoint -> Objects.equals(stream, endpoint.get("stream")))
                .findFirst()
                .orElseThrow();
    }

    /** The counters. */
    private static Map<String, Long> numbers(JsonObject endpoint) {
        return new TaskStatistics()
                .all().keySet().stream().collect(Collectors.toMap(name -> name, name -> endpoint.getLong(name)));
    }
}
