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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ResourceHelper;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.docs.Page.Block;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes that the documentation prints, in Java, YAML or XML. */
final class DocumentedRoutes {

    private static final Path SOURCES = Path.of("src/test/java");
    private static final Pattern DESTINATION =
            Pattern.compile("dis-dump:dws|disDump\\(\"dws\"\\)|kamelet:dis-dump-dws-sink");

    private DocumentedRoutes() {}

    static boolean areIn(Block block) throws IOException {
        return switch (block.language()) {
            case "java" -> RouteBuilder.class.isAssignableFrom(holder(block));
            case "yaml" -> !block.text().startsWith("camel:");
            case "xml" -> block.text().startsWith("<routes");
            default -> false;
        };
    }

    /** A route builder, or a resource that the routes loader reads. */
    static Object of(Block block) throws Exception {
        return block.language().equals("java")
                ? (RoutesBuilder) holder(block).getDeclaredConstructor().newInstance()
                : ResourceHelper.fromString("documented." + block.language(), block.text());
    }

    /** Sends each route the example's definition; each call of the component must create a task. */
    static void run(Block block, DisSimulator dis) throws Exception {
        try (DocumentedContext camel = DocumentedContext.asInTheReadme(dis)) {
            camel.add(of(block));
            camel.sendToEveryRoute(DocumentedContext.exampleDefinition());
        }
        assertCreated(dis, block, calls(block));
    }

    /** The same from another class loader, to which a block is a line of a page. */
    static void run(String page, int line) throws Exception {
        Block block = Page.read(Path.of(page)).blocks().stream()
                .filter(candidate -> candidate.line() == line)
                .findFirst()
                .orElseThrow();
        try (DisSimulator dis = DisSimulator.start()) {
            run(block, dis);
        }
    }

    static void assertCreated(DisSimulator dis, Block block, int tasks) {
        assertThat(dis.requests())
                .as("tasks created by %s", block)
                .filteredOn(request -> request.path().endsWith("/transfer-tasks"))
                .hasSize(tasks)
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(201));
        dis.reset();
    }

    /** Java is not compiled here: it must be a piece of a class that is compiled, and that is a route or a test. */
    static Class<?> holder(Block block) throws IOException {
        List<String> holders = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(SOURCES.resolve("io/github/disdump/examples"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                if (withoutMargin(Files.readString(source)).contains(withoutMargin(block.text()))) {
                    holders.add(SOURCES.relativize(source)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'));
                }
            }
        }
        assertThat(holders).as("%s is a piece of an example", block).hasSize(1);
        try {
            return Class.forName(holders.get(0));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Indentation does not count: a block may be a piece from the middle of a class. */
    private static String withoutMargin(String code) {
        return code.lines().map(String::strip).reduce("", (text, line) -> text + line + "\n");
    }

    private static int calls(Block block) {
        Matcher destination = DESTINATION.matcher(block.text());
        int count = 0;
        while (destination.find()) {
            count++;
        }
        assertThat(count).as("%s calls the component", block).isPositive();
        return count;
    }
}
