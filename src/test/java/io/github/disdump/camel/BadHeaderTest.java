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
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Headers that are unknown, or whose text could break out of the path or of an HTTP header. */
class BadHeaderTest {

    private static final String SLASHES = "must not contain slashes, control characters or line breaks";
    private static final String RELATIVE = "must not be or contain a relative path";

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", ".", "a..b", "..\\"})
    void aNameThatIsARelativePathIsRefused(String name) {
        assertThatNamesAreRefused(name, name, RELATIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a/b", "a\\b"})
    void aNameWithASlashIsRefused(String name) {
        assertThatNamesAreRefused(name, name, SLASHES);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\n', '\r', '\t', '\0', '\u007f', '\u0085', '\u2028', '\u2029'})
    void aNameWithAControlCharacterIsRefusedAndShownWithoutIt(char character) {
        assertThatNamesAreRefused("a" + character + "b", "a?b", SLASHES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptyNameIsRefusedAndNotReplacedByTheOption(String name) {
        assertThatNamesAreRefused(name, name.replace('\t', '?'), "must not be empty");
    }

    @Test
    void halfASurrogatePairIsNoName() {
        assertThatNamesAreRefused("a\ud800", "a\ud800", SLASHES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "token\r\nX-Evil: 1", "a\0", "t\u00f6ken", "a\u007f"})
    void aTokenThatCouldBreakOutOfItsHeaderIsRefusedAndNotTold(String token) {
        assertThat(mistakes(DisDumpConstants.AUTH_TOKEN, token))
                .containsExactly("authToken = 'xxxxxx' (header CamelDisDumpAuthToken): must be printable ASCII without"
                        + " line breaks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyTokenIsRefusedAndNotReplacedByTheOption(String token) {
        assertThat(mistakes(DisDumpConstants.AUTH_TOKEN, token))
                .containsExactly("authToken = 'xxxxxx' (header CamelDisDumpAuthToken): must not be empty");
    }

    @ParameterizedTest
    @CsvSource({
        "CamelDisDumpTastName, CamelDisDumpTaskName",
        "CamelDisDumpTask_Name, CamelDisDumpTaskName",
        "cameldisdumpstrem, CamelDisDumpStream",
        "CamelDisDumpErrorTabelName, CamelDisDumpErrorTableName"
    })
    void anUnknownHeaderOfThisComponentIsRefusedWithTheNameThatMayBeMeant(String header, String meant) {
        assertThat(mistakes(header, "x"))
                .containsExactly(header + " (header): unknown header `" + header + "`, did you mean `" + meant + "`?");
    }

    @Test
    void anUnknownHeaderThatIsLikeNoOtherIsRefusedWithoutSuggestion() {
        assertThat(mistakes("CamelDisDumpSomethingElse", "x"))
                .containsExactly("CamelDisDumpSomethingElse (header): unknown header `CamelDisDumpSomethingElse`");
    }

    /** A context can be told that headers know case; a secret under another spelling could not be removed after its use. */
    @ParameterizedTest
    @ValueSource(
            strings = {"camelDisDumpUserPassword", "camelDisDumpStream", "cameldisdumpauthtoken", "camelDisDumpIfExists"
            })
    void whereHeadersKnowCaseAnotherSpellingIsAnUnknownHeader(String header) throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(route.dis())) {
            camel.context().setCaseInsensitiveHeaders(false);

            assertThat(camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor(), Map.of(header, "x"))
                            .getException())
                    .isInstanceOf(DisDumpValidationException.class)
                    .hasMessageContaining("unknown header `" + header + "`, did you mean `CamelDisDump");
        }
        assertThat(route.dis().requests(Kind.CREATE)).isEmpty();
    }

    @Test
    void whereHeadersKnowCaseNoSecondSpellingOfASecretStaysBehind() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(route.dis())) {
            camel.context().setCaseInsensitiveHeaders(false);
            Map<String, Object> both = Map.of(
                    DisDumpConstants.AUTH_TOKEN, route.dis().issueToken(), "cameldisdumpauthtoken", "another-token");

            assertThat(camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor(), both)
                            .getException())
                    .hasMessageContaining("unknown header `cameldisdumpauthtoken`")
                    .hasMessageNotContaining("another-token");
        }
    }

    @Test
    void aHeaderThatBreaksTheRuleOfItsFieldIsRefused() {
        assertThat(mistakes("CamelDisDumpTaskName", "a\nb"))
                .containsExactly("task_name = 'a?b' (header CamelDisDumpTaskName): must consist of letters, digits,"
                        + " hyphens and underscores");
        assertThat(mistakes("CamelDisDumpDeliverTimeInterval", 901))
                .containsExactly("deliver_time_interval = '901' (header CamelDisDumpDeliverTimeInterval): must be a"
                        + " whole number from 30 to 900 (seconds)");
        assertThat(mistakes("CamelDisDumpUserPassword", 4711))
                .containsExactly(
                        "user_password = 'xxxxxx' (header CamelDisDumpUserPassword): must be text," + " was a number");
        assertThat(mistakes("CamelDisDumpDwsSchema", List.of("a")))
                .containsExactly("dws_schema (header CamelDisDumpDwsSchema): must be text, was a list");
    }

    @Test
    void whatIsNoTextIsNoName() {
        for (Object value : List.of(List.of("x"), Map.of(), new Object(), 1.5, true, broken())) {
            assertThat(mistakes(DisDumpConstants.STREAM, value))
                    .containsExactly("stream (header CamelDisDumpStream): must be text");
            assertThat(mistakes(DisDumpConstants.PROJECT_ID, value))
                    .containsExactly("projectId (header CamelDisDumpProjectId): must be text");
            assertThat(mistakes(DisDumpConstants.AUTH_TOKEN, value))
                    .containsExactly("authToken = 'xxxxxx' (header CamelDisDumpAuthToken): must be text");
        }
    }

    @Test
    void namesAndTokensMayBeBytesAsBrokersHaveThem() {
        String token = route.dis().issueToken();

        route.create(
                RouteExtension.URI,
                CamelFixture.descriptor(),
                Map.of(DisDumpConstants.STREAM, "s2".getBytes(), DisDumpConstants.AUTH_TOKEN, token.getBytes()));

        assertThat(route.dis().tasks("s2")).hasSize(1);
        assertThat(route.onlyRequest().header("X-Auth-Token")).contains(token);
    }

    private static void assertThatNamesAreRefused(String name, String shown, String rule) {
        assertThat(mistakes(DisDumpConstants.STREAM, name))
                .containsExactly("stream = '" + shown + "' (header CamelDisDumpStream): " + rule);
        assertThat(mistakes(DisDumpConstants.PROJECT_ID, name))
                .containsExactly("projectId = '" + shown + "' (header CamelDisDumpProjectId): " + rule);
    }

    private static List<String> mistakes(String header, Object value) {
        return route.mistakes(RouteExtension.URI, CamelFixture.descriptor(), Map.of(header, value));
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };
    }
}
