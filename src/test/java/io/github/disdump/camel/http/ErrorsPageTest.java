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
package io.github.disdump.camel.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.hc.core5.http.Header;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of errors says of each code what the component does with it. */
class ErrorsPageTest {

    private static final Path PAGE = Path.of("docs/errors.md");
    private static final Pattern CODE = Pattern.compile("(DIS|APIGW|IAM)\\.\\d{4}");
    private static final Pattern SECTION = Pattern.compile("## (.*)");
    private static final Pattern ROW = Pattern.compile("\\| ([\\d, ]+) \\| ([^|]+) \\| .* \\| (yes|no) \\|");

    private record Row(String section, int status, String code, boolean retryable) {

        ErrorAnswer answer() {
            String body = "{\"errorCode\":\"" + code + "\",\"message\":\"text\"}";
            return ErrorAnswer.of(
                    new HttpAnswer(status, new Header[0], body.getBytes(StandardCharsets.UTF_8)), List.of());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRowSaysWhetherTheSameRequestMaySucceedLater() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(),
                        () -> assertThat(row.answer().isRetryable()).isEqualTo(row.retryable())));
    }

    /** An answer of IAM is an authentication exception by its place, not by its code. */
    @TestFactory
    Stream<DynamicTest> everyRowStandsUnderItsException() throws IOException {
        return rows().stream()
                .filter(row -> !row.section().equals("Refused by IAM"))
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(),
                        () -> assertThat(row.answer().refusesToken())
                                .isEqualTo(row.section().equals("Credentials refused"))));
    }

    @Test
    void noCodeStandsInTwoRowsOfOneStatus() throws IOException {
        assertThat(rows()).extracting(row -> row.status() + row.code()).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeThatTheComponentKnowsIsOnThePage() throws IOException {
        Set<String> known = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                known.addAll(codes(Files.readString(source)));
            }
        }
        assertThat(known).isNotEmpty();
        assertThat(codes(Files.readString(PAGE))).containsAll(known);
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(PAGE)) {
            Matcher heading = SECTION.matcher(line);
            Matcher cells = ROW.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (cells.matches()) {
                for (String status : cells.group(1).split(",")) {
                    for (String code : codes(cells.group(2))) {
                        boolean retryable = cells.group(3).equals("yes");
                        rows.add(new Row(section, Integer.parseInt(status.strip()), code, retryable));
                    }
                }
            } else {
                assertThat(line).as("a row that cannot be read").doesNotContainPattern("^\\|[^|]*\\|[^|]*" + CODE);
            }
        }
        assertThat(rows).hasSizeGreaterThan(80);
        return rows;
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(MatchResult::group).toList();
    }
}
