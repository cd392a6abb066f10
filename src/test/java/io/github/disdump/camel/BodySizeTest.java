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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** JSON of up to 1 MiB is read, and not a byte more of it, in every form. */
class BodySizeTest {

    private static final int LIMIT = 1024 * 1024;
    private static final String TOO_LONG = "body: is longer than 1048576 bytes";

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @TempDir
    Path directory;

    @Test
    void aBodyOfExactlyTheLimitIsSent() throws IOException {
        String json = padded(LIMIT);

        assertThatItIsSent(json);
        assertThatItIsSent(json.getBytes(StandardCharsets.UTF_8));
        assertThatItIsSent(stream(json));
        assertThatItIsSent(
                Files.writeString(directory.resolve("task.json"), json).toFile());
    }

    @Test
    void aBodyOfOneByteMoreIsRefused() throws IOException {
        assertThatItIsTooLong(padded(LIMIT + 1));
    }

    @Test
    void aBodyOfTwoMegabytesIsRefused() throws IOException {
        assertThatItIsTooLong(padded(2 * LIMIT));
    }

    @Test
    void anEndlessStreamIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(route.mistakes(endless)).contains(TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e4", "\u6570", "\ud83d\ude00", "a"})
    void theSizeOfTextIsThatOfItsUtf8(String character) {
        int bytes = character.getBytes(StandardCharsets.UTF_8).length;
        String start = "{\"dws_table_columns\":\"";
        String end = "\",\"x\":\"\"}";
        int room = LIMIT - start.length() - end.length();
        String json = start + character.repeat(room / bytes) + "a".repeat(room % bytes) + end;
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSize(LIMIT);

        assertThat(route.mistakes(json)).doesNotContain(TOO_LONG).contains("x (body): unknown field `x`");
        assertThat(route.mistakes(json + " ")).contains(TOO_LONG);
    }

    private void assertThatItIsTooLong(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        assertThat(route.mistakes(json)).contains(TOO_LONG);
        assertThat(route.mistakes(bytes)).contains(TOO_LONG);
        assertThat(route.mistakes(stream(json))).contains(TOO_LONG);
        assertThat(route.mistakes(new StringReader(json))).contains(TOO_LONG);
        assertThat(route.mistakes(
                        Files.write(directory.resolve("task.json"), bytes).toFile()))
                .contains(TOO_LONG);
    }

    private static void assertThatItIsSent(Object body) {
        route.create(RouteExtension.URI, body, Map.of());
        route.dis().removeTask("s1", "dwstask");
        route.dis().resetRequests();
    }

    private static String padded(int length) {
        String json = (String) BodyForm.JSON_FULL.of(CamelFixture.descriptor());
        return json + " ".repeat(length - json.length());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
