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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Task definitions that a route picks up as files. */
class FileBodyTest {

    private static final String SCHEMA = "gr\u00f6\u00dfe";

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @TempDir
    Path directory;

    @Test
    void aFileOfARouteIsSentAndCanStillBeCopiedAfterwards() throws Exception {
        byte[] json = json().getBytes(StandardCharsets.UTF_8);
        Files.write(directory.resolve("task.json"), json);

        run("file:" + directory + "?noop=true&initialDelay=0&delay=50");

        assertThat(route.onlyRequest().json().findValue("dws_schema").textValue())
                .isEqualTo(SCHEMA);
        assertThat(directory.resolve("done/task.json")).hasBinaryContent(json);
    }

    @Test
    void theCharsetOfTheFileEndpointIsKept() throws Exception {
        Files.write(directory.resolve("task.json"), json().getBytes(StandardCharsets.ISO_8859_1));

        run("file:" + directory + "?noop=true&initialDelay=0&delay=50&charset=ISO-8859-1");

        assertThat(route.onlyRequest().json().findValue("dws_schema").textValue())
                .isEqualTo(SCHEMA);
    }

    private void run(String from) throws Exception {
        NotifyBuilder done =
                new NotifyBuilder(route.camel().context()).whenDone(1).create();
        route.camel().context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(RouteExtension.URI).to("file:" + directory.resolve("done"));
            }
        });
        route.camel().context().start();
        assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
    }

    private static String json() {
        Map<String, Object> task = CamelFixture.descriptor();
        task.put("dws_schema", SCHEMA);
        return (String) BodyForm.JSON_FULL.of(task);
    }
}
