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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.docs.Page.Block;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every piece of code in the documentation does what it says: each route, each set of properties and each body creates a
 * task in the simulator. A language that nobody can check here may not be used.
 */
class DocumentedRoutesTest {

    private static final Path EXAMPLES = Path.of("src/test/java");
    private static final Pattern DESTINATION =
            Pattern.compile("dis-dump:dws|disDump\\(\"dws\"\\)|kamelet:dis-dump-dws-sink");

    @RegisterExtension
    final DisSimulatorExtension dis = new DisSimulatorExtension();

    @TestFactory
    Stream<DynamicTest> everyBlockOfCodeWorks() {
        return Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> check(block)));
    }

    @Test
    void theRouteOfTheReadmeIsTheSameInThreeLanguages() throws Exception {
        Map<String, String> models = new TreeMap<>();
        for (Block block : Page.read(Path.of("README.md")).blocks()) {
            if (block.text().contains("direct:task-definition")) {
                models.put(block.language(), model(block));
            }
        }

        assertThat(models).containsOnlyKeys("java", "yaml", "xml");
        assertThat(models.get("java")).contains("direct:task-definition", "dis-dump:dws?stream=orders", "Outcome");
        assertThat(models.values()).containsOnly(models.get("java"));
    }

    /** Where the routes come from and what they do, step by step. */
    private String model(Block block) throws Exception {
        try (DocumentedContext camel = DocumentedContext.asInTheReadme(dis.simulator())) {
            camel.add(block.language().equals("java") ? route(block) : resource(block, block.language()));
            return camel.routeDefinitions().stream()
                    .map(route -> route.getInput() + " -> " + route.getOutputs())
                    .collect(Collectors.joining("\n"));
        }
    }

    private void check(Block block) throws Exception {
        switch (block.language()) {
            case "java" -> checkJava(block);
            case "yaml" -> {
                if (block.text().startsWith("camel:")) {
                    DocumentedSpringBoot.run(dis.simulator(), block);
                    assertCreated(block, 1);
                } else {
                    runRoutes(block, resource(block, "yaml"));
                }
            }
            case "xml" -> {
                if (block.text().stripLeading().startsWith("<dependency>")) {
                    DocumentedDependencies.check(block);
                } else if (block.text().stripLeading().startsWith("<plugin>")) {
                    DocumentedDependencies.checkPlugin(block);
                } else {
                    runRoutes(block, resource(block, "xml"));
                }
            }
            case "properties" -> runProperties(block);
            case "json" -> sendBody(block);
            case "console", "text" -> {
                // output, and commands: see DocumentedNamesTest
            }
            default -> throw new AssertionError(block + ": nobody knows how to check this language");
        }
    }

    private void checkJava(Block block) throws Exception {
        Class<?> holder = holder(block);
        if (RouteBuilder.class.isAssignableFrom(holder)) {
            runRoutes(block, route(block));
        } else {
            assertThat(holder.getSimpleName())
                    .as("an example is a route or a test")
                    .endsWith("Test");
        }
    }

    private static RoutesBuilder route(Block block) throws Exception {
        return (RoutesBuilder) holder(block).getDeclaredConstructor().newInstance();
    }

    /** Java is not compiled here: it must be a piece of a class that is compiled, and that is a route or a test. */
    private static Class<?> holder(Block block) throws Exception {
        List<String> holders = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(EXAMPLES.resolve("io/github/disdump/examples"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                if (withoutMargin(Files.readString(source)).contains(withoutMargin(block.text()))) {
                    holders.add(EXAMPLES.relativize(source)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'));
                }
            }
        }
        assertThat(holders).as("%s is a piece of an example", block).hasSize(1);
        return Class.forName(holders.get(0));
    }

    /** Indentation does not count: a block may be a piece from the middle of a class. */
    private static String withoutMargin(String code) {
        return code.lines().map(String::strip).reduce("", (text, line) -> text + line + "\n");
    }

    private static Resource resource(Block block, String extension) {
        return ResourceHelper.fromString("documented." + extension, block.text());
    }

    private void runRoutes(Block block, Object routes) throws Exception {
        try (DocumentedContext camel = DocumentedContext.asInTheReadme(dis.simulator())) {
            camel.add(routes);
            camel.sendToEveryRoute(DocumentedContext.exampleDefinition());
        }
        assertCreated(block, occurrences(block));
    }

    private void runProperties(Block block) throws Exception {
        try (DocumentedContext camel = DocumentedContext.with(dis.simulator(), block.text())) {
            camel.add(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:task-definition").to("dis-dump:dws?stream=orders");
                }
            });
            camel.sendToEveryRoute(DocumentedContext.exampleDefinition());
        }
        assertCreated(block, 1);
    }

    private void sendBody(Block block) throws Exception {
        try (DocumentedContext camel = DocumentedContext.asInTheReadme(dis.simulator())) {
            camel.add(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:task-definition").to("dis-dump:dws?stream=orders");
                }
            });
            camel.sendToEveryRoute(block.text());
        }
        assertCreated(block, 1);
    }

    private void assertCreated(Block block, int tasks) throws IOException {
        assertThat(dis.simulator().requests())
                .as("tasks created by %s", block)
                .filteredOn(request -> request.path().endsWith("/transfer-tasks"))
                .hasSize(tasks)
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(201));
        dis.simulator().reset();
    }

    private static int occurrences(Block block) {
        Matcher destination = DESTINATION.matcher(block.text());
        int count = 0;
        while (destination.find()) {
            count++;
        }
        assertThat(count).as("%s calls the component", block).isPositive();
        return count;
    }
}
