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
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The body is the route's own: it can be read after the call as before it. */
class BodyStaysTest {

    private static final String JSON = (String) BodyForm.JSON_FULL.of(CamelFixture.descriptor());

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void aBodyInMemoryIsTheSameObjectAsBefore(BodyForm form) {
        Object body = form.of(CamelFixture.descriptor());

        Exchange exchange = route.create(RouteExtension.URI, body, Map.of());

        assertThat(exchange.getMessage().getBody()).isSameAs(body);
        assertThat(body).usingRecursiveComparison().isEqualTo(form.of(CamelFixture.descriptor()));
    }

    @Test
    void aFileIsTheSameFile() throws IOException {
        Path file = Files.writeString(directory.resolve("task.json"), JSON);
        assertThatItServesTwice(file.toFile());

        assertThat(file).hasContent(JSON);
    }

    @Test
    void bytesServeTwice() {
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);

        assertThat(assertThatItServesTwice(bytes)).isSameAs(bytes);
        assertThat(bytes).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBufferOfBytesServesTwice() {
        assertThatItServesTwice(ByteBuffer.wrap(JSON.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aStreamServesTwice() throws IOException {
        InputStream after = (InputStream) assertThatItServesTwice(stream(JSON));

        assertThat(after.readAllBytes()).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aReaderServesTwice() throws IOException {
        InputStream after = (InputStream) assertThatItServesTwice(new StringReader(JSON));

        assertThat(after.readAllBytes()).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aStreamCacheIsReadFromItsBeginningAndPutBackThere() throws IOException {
        InputStreamCache cache = new InputStreamCache(JSON.getBytes(StandardCharsets.UTF_8));
        assertThat(cache.skip(10)).isEqualTo(10);

        assertThat(assertThatItServesTwice(cache)).isSameAs(cache);
        assertThat(cache.readAllBytes()).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aStreamThatWasReadWholeIsClosed() {
        boolean[] closed = new boolean[1];
        InputStream stream = new FilterInputStream(stream(JSON)) {
            @Override
            public void close() throws IOException {
                closed[0] = true;
                super.close();
            }
        };

        route.create(RouteExtension.URI, stream, Map.of());

        assertThat(closed[0]).isTrue();
    }

    @Test
    void aStreamThatIsTooLongIsStillWhole() throws IOException {
        byte[] long2m = new byte[2 * 1024 * 1024];
        Arrays.fill(long2m, (byte) ' ');
        long2m[long2m.length - 1] = 'x';

        Exchange exchange = route.camel().send(RouteExtension.URI, new ByteArrayInputStream(long2m));

        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpValidationException.class);
        InputStream after = exchange.getMessage().getBody(InputStream.class);
        assertThat(after.readAllBytes()).isEqualTo(long2m);
    }

    @Test
    void aStreamThatBreaksIsAMistakeOfTheBody() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };

        Exchange exchange = route.camel().send(RouteExtension.URI, broken);

        assertThat(exchange.getException(DisDumpValidationException.class).getViolations())
                .first()
                .hasToString("body: could not be read: IOException");
        assertThat(exchange.getMessage().getBody()).isSameAs(broken);
        assertThat(route.dis().requests()).isEmpty();
    }

    @Test
    void anIgnoredBodyIsNotTouched() {
        route.camel().withTaskOptions();
        for (Object body : List.of("no JSON", stream("{}"), 7, new byte[0], Map.of("unknown", 1))) {
            route.dis().resetRequests();
            String name = "t" + body.hashCode();

            Exchange exchange = route.create(
                    RouteExtension.URI + "&ignoreBody=true", body, Map.of(DisDumpConstants.TASK_NAME, name));

            assertThat(exchange.getMessage().getBody()).isSameAs(body);
            assertThat(route.onlyRequest().json().findValue("task_name").textValue())
                    .isEqualTo(name);
        }
    }

    @Test
    void anIgnoredBodyGivesNoField() {
        route.camel().withTaskOptions();

        assertThat(route.mistakes(RouteExtension.URI + "&ignoreBody=true", CamelFixture.descriptor(), Map.of()))
                .containsExactly("task_name: is mandatory: set the option taskName, the header CamelDisDumpTaskName or"
                        + " task_name in the body");
    }

    /** Sends the body, then what the body has become with another task name; returns what it is in the end. */
    private static Object assertThatItServesTwice(Object body) {
        JsonNode expected =
                route.requestOf(RouteExtension.URI, BodyForm.MAP_FULL.of(CamelFixture.descriptor()), Map.of());
        route.dis().removeTask("s1", "dwstask");
        route.dis().resetRequests();

        Exchange first = route.create(RouteExtension.URI, body, Map.of());
        assertThat(route.onlyRequest().json()).isEqualTo(expected);
        route.dis().removeTask("s1", "dwstask");
        route.dis().resetRequests();

        Exchange second = route.create(RouteExtension.URI, first.getMessage().getBody(), Map.of());
        assertThat(route.onlyRequest().json()).isEqualTo(expected);
        return second.getMessage().getBody();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
