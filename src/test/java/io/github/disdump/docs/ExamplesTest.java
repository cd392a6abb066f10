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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each example can be found, and read in a minute. */
class ExamplesTest {

    static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("examples"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void theTableOfTheReadmeHasEachExampleOnce() throws IOException {
        List<String> rows = Pattern.compile("(?m)^\\| \\[([\\w-]+)\\]\\(examples/\\1/README\\.md\\) \\| \\S.*\\|$")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(examples().stream()
                        .map(example -> example.getFileName().toString())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasAShortReadmeWithACommandThatRunsIt(Path example) throws IOException {
        List<String> readme = Files.readAllLines(example.resolve("README.md"));

        assertThat(readme).hasSizeBetween(10, 50);
        assertThat(readme).anyMatch(line -> line.startsWith("mvn "));
    }
}
