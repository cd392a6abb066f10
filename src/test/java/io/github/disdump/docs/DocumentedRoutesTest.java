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

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
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
            camel.add(DocumentedRoutes.of(block));
            return camel.routeDefinitions().stream()
                    .map(route -> route.getInput() + " -> " + route.getOutputs())
                    .collect(Collectors.joining("\n"));
        }
    }

    private void check(Block block) throws Exception {
        switch (block.language()) {
            case "java" -> checkJava(block);
            case "yaml" -> {
                if (DocumentedRoutes.areIn(block)) {
                    DocumentedRoutes.run(block, dis.simulator());
                } else {
                    DocumentedSpringBoot.run(dis.simulator(), block);
                    assertCreated(block, 1);
                }
            }
            case "xml" -> {
                if (block.text().stripLeading().startsWith("<dependency>")) {
                    DocumentedDependencies.check(block);
                } else if (block.text().stripLeading().startsWith("<plugin>")) {
                    DocumentedDependencies.checkPlugin(block);
                } else {
                    DocumentedRoutes.run(block, dis.simulator());
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
        if (DocumentedRoutes.areIn(block)) {
            DocumentedRoutes.run(block, dis.simulator());
        } else {
            assertThat(DocumentedRoutes.holder(block).getSimpleName())
                    .as("an example is a route or a test")
                    .endsWith("Test");
        }
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

    private void assertCreated(Block block, int tasks) {
        DocumentedRoutes.assertCreated(dis.simulator(), block, tasks);
    }
}
