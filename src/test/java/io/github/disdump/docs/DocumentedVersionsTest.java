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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The versions that pages, poms and manifests name are those that are built and tested. */
class DocumentedVersionsTest {

    private final String pom = read("pom.xml");
    private final String version = only("(?<=<artifactId>camel-dis-dump</artifactId>\\s{1,9}<version>)[^<]+", pom);
    private final String camel = property(pom, "camel.version");
    private final String springBoot = property(pom, "spring-boot.version");
    private final String quarkus = property(read("examples/quarkus/pom.xml"), "quarkus.version");
    private final String pages = Page.all().stream().map(Page::text).collect(Collectors.joining("\n"));

    @Test
    void theTableOfTheReadme() {
        String row = only("(?m)^\\| 0\\.\\d+ \\|.*", read("README.md"));

        assertThat(List.of(row.replace(" LTS", "").replace(", JVM mode", "").split(" *\\| *")))
                .containsExactly("", line(version), line(camel), "17, 25", line(springBoot), line(quarkus));
        assertThat(property(pom, "maven.compiler.release")).isEqualTo("17");
    }

    @Test
    void theSentencesOfThePages() {
        assertThat(Page.found("(?<=[^-]Spring Boot )\\d+\\.\\d+", pages)).containsOnly(line(springBoot));
        assertThat(Page.found("(?<=Quarkus )\\d+\\.\\d+", pages)).containsOnly(line(quarkus));
        assertThat(Page.found("(?<=Camel )\\d+\\.\\d+", pages)).containsOnly(line(camel));
    }

    @Test
    void theExamplesAreTestedWithThisBuildOnTheseVersions() throws IOException {
        assertThat(examplePoms()).hasSizeGreaterThan(3).allSatisfy(file -> {
            String example = read(file);
            assertThat(property(example, "camel-dis-dump.version")).isEqualTo(version);
            assertThat(Page.found("(?<=<camel\\.version>)[^<]+", example)).isSubsetOf(camel);
            assertThat(Page.found("(?<=<spring-boot\\.version>)[^<]+", example)).isSubsetOf(springBoot);
        });
    }

    @Test
    void coordinatesInManifestsAndInTheKamelet() throws IOException {
        for (String root : List.of("examples", "src/main/resources/kamelets")) {
            assertThat(files(root, ".*\\.ya?ml").stream()
                            .flatMap(file -> Page.found("(?<=camel-dis-dump:)[^\\s\"']+", read(file)).stream()))
                    .as("camel-dis-dump in %s", root)
                    .isNotEmpty()
                    .containsOnly(version);
        }
    }

    /** The first two numbers. */
    private static String line(String version) {
        return only("^\\d+\\.\\d+", version);
    }

    private static String property(String pom, String name) {
        return only("(?<=<" + Pattern.quote(name) + ">)[^<$]+", pom);
    }

    private static List<String> examplePoms() throws IOException {
        return files("examples", "examples/[^/]+/pom\\.xml");
    }

    private static List<String> files(String root, String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.map(Path::toString)
                    .filter(file -> file.matches(name) && !file.contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    private static String only(String regex, String text) {
        Set<String> found = Page.found(regex, text);
        assertThat(found).as(regex).hasSize(1);
        return found.iterator().next();
    }

    private static String read(String file) {
        return Page.read(Path.of(file)).text();
    }
}
