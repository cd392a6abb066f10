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
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Text arrives as it was written, whatever the encoding of the body. */
class BodyEncodingTest {

    private static final String MARK = "\ufeff";
    private static final String NAME = "gr\u00f6\u00dfe \u6570\u636e \ud83d\ude00 \u0001 \" \\ \u2028";

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false",
        "UTF-8, true",
        "UTF-16BE, false",
        "UTF-16BE, true",
        "UTF-16LE, false",
        "UTF-16LE, true",
        "UTF-32BE, false",
        "UTF-32LE, true"
    })
    void theEncodingOfBytesAndStreamsIsRecognized(String charset, boolean mark) {
        byte[] bytes = ((mark ? MARK : "") + json()).getBytes(Charset.forName(charset));

        assertThat(nameSent(bytes)).isEqualTo(NAME);
        assertThat(nameSent(new ByteArrayInputStream(bytes))).isEqualTo(NAME);
    }

    @Test
    void textMayBeginWithAByteOrderMark() {
        assertThat(nameSent(MARK + json())).isEqualTo(NAME);
    }

    @Test
    void onlyOneByteOrderMarkIsSkipped() {
        assertThat(route.mistakes(MARK + MARK + json())).contains("body: is not valid JSON, at line 1, column 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-32"})
    void aReaderIsReadWithTheCharsetOfTheExchange(String charset) throws Exception {
        route.camel().context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tasks")
                        .setProperty(Exchange.CHARSET_NAME, constant(charset))
                        .to(RouteExtension.URI);
            }
        });

        route.create("direct:tasks", new StringReader(json()), Map.of());

        assertThat(route.onlyRequest().json().findValue("dws_schema").textValue())
                .isEqualTo(NAME);
    }

    @Test
    void bytesThatAreNoUnicodeAreRefused() {
        byte[] latin = "{\"dws_schema\":\"\u00e4bc\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(route.mistakes(latin)).contains("body: is not valid JSON, at line 1, column 18");
    }

    @Test
    void theRequestIsUtf8() {
        nameSent(json());

        assertThat(new String(route.onlyRequest().body(), StandardCharsets.UTF_8))
                .contains("gr\u00f6\u00dfe");
    }

    private static String json() {
        Map<String, Object> task = CamelFixture.descriptor();
        task.put("dws_schema", NAME);
        return (String) BodyForm.JSON_FULL.of(task);
    }

    private static String nameSent(Object body) {
        route.dis().removeTask("s1", "dwstask");
        route.dis().resetRequests();
        return route.descriptorOf(body).path("dws_schema").textValue();
    }
}
