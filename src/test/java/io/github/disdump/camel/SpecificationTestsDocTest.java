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
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each line of the specification has a test, and the table in the documentation says which. */
class SpecificationTestsDocTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("project.basedir", "")).resolve("docs/specification-tests.md");

    private static final Map<String, Set<String>> TESTS = new TreeMap<>();

    @BeforeAll
    static void collectFacts() throws Exception {
        Path classes = Path.of(SpecificationTestsDocTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes.resolve("io/github/disdump/camel"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Test.class")).toList()) {
                collect(className(classes.relativize(file)));
            }
        }
    }

    private static String className(Path file) {
        String name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
        return name.substring(0, name.length() - ".class".length());
    }

    private static void collect(String className) throws ClassNotFoundException {
        Class<?> type = Class.forName(className, false, SpecificationTestsDocTest.class.getClassLoader());
        for (Method method : type.getDeclaredMethods()) {
            for (SpecificationFact fact : method.getAnnotationsByType(SpecificationFact.class)) {
                TESTS.computeIfAbsent(fact.value(), line -> new TreeSet<>())
                        .add(type.getSimpleName() + "#" + method.getName());
            }
        }
    }

    @Test
    void noLineIsListedTwice() {
        assertThat(SpecificationLines.ALL).doesNotHaveDuplicates();
    }

    @Test
    void eachLineOfTheSpecificationHasATest() {
        assertThat(SpecificationLines.ALL).allSatisfy(line -> assertThat(TESTS).containsKey(line));
    }

    @Test
    void noTestNamesALineThatTheSpecificationDoesNotHave() {
        Set<String> unknown = new HashSet<>(TESTS.keySet());
        SpecificationLines.ALL.forEach(unknown::remove);
        assertThat(unknown).isEmpty();
    }

    @Test
    void theDocumentIsUpToDate() throws IOException {
        String text = document();
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT)
                .as("run: mvn test -Dtest=SpecificationTestsDocTest -Dupdate.docs=true")
                .hasContent(text);
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # The specification and its tests

                Each fact of the API page "Adding DWS Dump Tasks" (2024-10-21), in the order of the page, and the tests that prove
                it. This file is written by `mvn test -Dtest=SpecificationTestsDocTest -Dupdate.docs=true`; a build fails when it
                does not fit the tests, or when a fact has none.

                | fact | tests |
                |---|---|
                """);
        for (String line : SpecificationLines.ALL) {
            text.append("| ").append(line).append(" | ").append(cell(line)).append(" |\n");
        }
        return text.toString();
    }

    private static String cell(String line) {
        List<String> tests = TESTS.getOrDefault(line, Set.of()).stream()
                .map(test -> "`" + test + "`")
                .toList();
        return String.join("<br>", tests);
    }
}
