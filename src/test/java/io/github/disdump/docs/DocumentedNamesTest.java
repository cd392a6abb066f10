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
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.DisDumpValidationException;
import io.github.disdump.camel.model.Violation;

import static org.assertj.core.api.Assertions.assertThat;

/** The names that the documentation mentions exist: headers, options, getters, faults, files and commands. */
class DocumentedNamesTest {

    private static final ComponentModel COMPONENT = model("/META-INF/io/github/disdump/camel/dis-dump.json");
    private static final ComponentModel HTTP = model("/META-INF/org/apache/camel/component/http/http.json");

    private final List<Page> pages = Page.all();
    private final String text = pages.stream().map(Page::text).collect(Collectors.joining("\n"));

    @Test
    void headers() {
        // the example of a slip in the decision on unknown headers
        Set<String> slips = Set.of("CamelDisDumpTaskname2");
        Set<String> known = COMPONENT.getEndpointHeaders().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());

        assertThat(found("CamelDisDump[A-Z]\\w*"))
                .hasSizeGreaterThan(5)
                .allSatisfy(header -> assertThat(known.contains(header) || slips.contains(header))
                        .as(header)
                        .isTrue());
    }

    @Test
    void environmentVariablesOfTheQuickstartAreOptions() {
        assertThat(found("DIS_DUMP_[A-Z_]*[A-Z]"))
                .hasSizeGreaterThan(5)
                .allSatisfy(variable -> assertThat(options())
                        .contains(camelCase(
                                variable.substring("DIS_DUMP_".length()).toLowerCase(Locale.ROOT), '_')));
    }

    @Test
    void propertiesAreOptions() {
        Set<String> known = options();
        known.addAll(Set.of("enabled", "customizer")); // switches of the auto-configuration
        assertThat(found("camel\\.component\\.dis-dump\\.[a-z-]+"))
                .hasSizeGreaterThan(5)
                .allSatisfy(property ->
                        assertThat(known).contains(camelCase(property.substring(property.lastIndexOf('.') + 1), '-')));
    }

    @Test
    void coordinatesHaveTheVersionOfThisBuild() {
        assertThat(found("camel-dis-dump:[0-9][\\w.-]*")).containsExactly("camel-dis-dump:" + COMPONENT.getVersion());
    }

    @Test
    void httpOptionsAreThoseOfCamelsHttpEndpoint() {
        Set<String> known = HTTP.getEndpointParameterOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        // camel-http describes them as options of its component, but takes them from the endpoint's URI as well
        known.addAll(Set.of("connectTimeout", "connectionRequestTimeout", "responseTimeout", "soTimeout"));

        assertThat(found("(?<=`http\\.)[a-zA-Z]+(?=[`=])"))
                .hasSizeGreaterThan(5)
                .isSubsetOf(known);
    }

    @Test
    void gettersOfExceptions() {
        Set<String> known = Stream.of(
                        DisDumpException.class,
                        DisDumpValidationException.class,
                        DisDumpAuthenticationException.class,
                        DisDumpServiceException.class,
                        Violation.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());
        String errors = Page.read(Path.of("docs/errors.md")).text()
                + Page.read(Path.of("README.md")).text();

        assertThat(Page.found("(?<=`)(get|is)[A-Z]\\w*(?=\\(\\)`)", errors))
                .hasSizeGreaterThan(6)
                .isSubsetOf(known);
    }

    @Test
    void optionsOnTheErrorsPage() {
        assertThat(Page.found(
                        "(?<=`)[a-z]+[A-Z]\\w*(?=[`=])",
                        Page.read(Path.of("docs/errors.md")).text()))
                .hasSizeGreaterThan(10)
                .isSubsetOf(options());
    }

    @Test
    void classesOfTheProject() throws IOException {
        Set<String> known = new TreeSet<>();
        known.add("Created"); // an attribute of the MBean, see MonitoringPageTest
        for (String root : List.of("src/main/java", "src/test/java", "examples")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> known.add(name.replace(".java", "")));
            }
        }

        assertThat(found("(?<=`)(Dis|Dws|Dump|Fault|Http|Signature|Error|Documented|Component|Exchange|Body|Create)"
                        + "[A-Za-z]*(?=`)"))
                .hasSizeGreaterThan(10)
                .isSubsetOf(known);
    }

    @Test
    void membersOfTheSimulator() {
        Set<String> known = Stream.of(
                        "DisSimulator", "DisSimulatorBuilder", "DisSimulatorExtension", "Fault", "Behaviour")
                .flatMap(name -> Arrays.stream(simulatorClass(name).getMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());
        String page = Page.read(Path.of("docs/simulator.md")).text();

        assertThat(Page.found("(?<=`)[a-z][a-zA-Z]{4,}(?=(\\([^`]*\\))?`)", page))
                .filteredOn(name -> !options().contains(name))
                .hasSizeGreaterThan(30)
                .isSubsetOf(known);
    }

    @Test
    void linksLeadToFiles() {
        for (Page page : pages) {
            Stream.concat(
                            Page.found("(?<=]\\()[^)#\\s]+(?=[)#])", page.text()).stream(),
                            Page.found("(?<=link:)[^\\[#\\s]+(?=[\\[#])", page.text()).stream())
                    .filter(link -> !link.startsWith("https://"))
                    .forEach(link -> assertThat(page.path().resolveSibling(link).normalize())
                            .as("link in %s", page.path())
                            .exists());
        }
    }

    @Test
    void crossReferencesLeadToHeadings() {
        for (Page page : pages) {
            Set<String> headings = Page.found("(?m)(?<=^={2,4} ).*$", page.text()).stream()
                    .map(heading -> "_" + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
                    .collect(Collectors.toSet());
            assertThat(Page.found("(?<=<<)\\w+(?=>>)", page.text()))
                    .as("%s", page.path())
                    .isSubsetOf(headings);
        }
    }

    @Test
    void mavenCommandsAreRunByContinuousIntegration() {
        Set<String> run = Stream.concat(
                        Page.found(
                                "(?m)^ *mvn .*?(?= \\||$)",
                                Page.read(Path.of(".ci/run")).text())
                                .stream(),
                        takenOutOfThePages().stream().map(command -> command.substring(command.indexOf(' ') + 1)))
                .map(DocumentedNamesTest::essence)
                .collect(Collectors.toSet());

        assertThat(found("(?m)(?<=^|`)mvn [^`\\n]+"))
                .hasSizeGreaterThan(3)
                .allSatisfy(command -> assertThat(run).as(command).contains(essence(command)));
        assertThat(run).containsAll(LONG_RUNS.values());
    }

    /** What takes long or does not end is run by hand; what stands behind the arrow shows that it starts and works. */
    private static final Map<String, String> LONG_RUNS = Map.of(
            "mvn test -Psoak -Dupdate.docs=true", "mvn test -Psoak -Dsoak.minutes=1",
            "mvn test-compile -Pmutation",
                    "mvn test-compile -Pmutation -Dmutated.classes=io.github.disdump.camel.model.FieldForm",
            "mvn test-compile exec:exec -Pbench -Dupdate.docs=true", "mvn test-compile -Pbench");

    @Test
    void consoleCommandsAreRunByContinuousIntegration() {
        Set<String> commands = pages.stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.language().matches("console|(ba|z)?sh|shell|shell-session"))
                .flatMap(block -> block.text()
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> block.page() + " " + line))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = new TreeSet<>(takenOutOfThePages());
        known.addAll(NOT_RUN.keySet());
        assertThat(commands)
                .as("run by .ci/commands, or not run for a reason that stands here")
                .filteredOn(command -> !command.matches("\\S+ mvn .*")) // the test above
                .filteredOn(command -> known.stream().noneMatch(command::startsWith))
                .isEmpty();
        assertThat(known)
                .as("still printed")
                .filteredOn(start -> commands.stream().noneMatch(command -> command.startsWith(start)))
                .isEmpty();
    }

    /** How commands begin that nothing runs, after their page, and why. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "examples/camel-k/README.md kubectl ", "asks for a cluster; CamelKTest runs the files",
            "examples/camel-k/README.md kamel ", "asks for a cluster",
            "examples/camel-k/README.md camel ", "a tool of its own, which loads what it needs from afar",
            "examples/kafka/README.md export ", "asks for a broker elsewhere; KilledReplicaTest has its own");

    /** What .ci/commands runs: the page, and how its command begins. */
    private static Set<String> takenOutOfThePages() {
        return Pattern.compile("(?m)^ *printed (\\S+) '([^'\n]+)'")
                .matcher(Page.read(Path.of(".ci/commands")).text())
                .results()
                .map(call -> call.group(1) + " " + call.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without what only changes the output, and without a clean start. */
    private static String essence(String command) {
        String essence = command.strip().replaceAll(" (-q|-B|clean)(?= )", "");
        return LONG_RUNS.getOrDefault(essence, essence);
    }

    private static Set<String> options() {
        return COMPONENT.getComponentOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
    }

    private static String camelCase(String words, char separator) {
        return Pattern.compile(separator + "(.)")
                .matcher(words)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static Class<?> simulatorClass(String name) {
        try {
            return Class.forName("io.github.disdump.camel.simulator." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> found(String regex) {
        return Page.found(regex, text);
    }

    private static ComponentModel model(String resource) {
        try (InputStream json = DocumentedNamesTest.class.getResourceAsStream(resource)) {
            return JsonMapper.generateComponentModel(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
