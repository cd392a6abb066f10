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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.disdump.camel.model.DwsDumpTask;
import io.github.disdump.camel.model.FieldValues;
import io.github.disdump.camel.model.TaskJsonWriter;
import io.github.disdump.camel.model.Violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whatever a valid task holds and in whatever form it comes: the request is that task, nothing lost or invented. */
class RandomTaskTest {

    private static final int DIRECT_CASES = 4000;
    private static final int ROUTE_CASES = 400;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @Test
    void aValidTaskIsWrittenAsItWasRead() {
        long seed = RandomTask.seed();
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            Random random = new Random(seed);
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                for (int i = 0; i < DIRECT_CASES; i++) {
                    RandomTask generator = new RandomTask(random, i);
                    Map<String, Object> task = generator.wireValues();
                    Exchange exchange = new DefaultExchange(context);
                    exchange.getMessage().setBody(body(random, generator.inputValues(task)));

                    try {
                        assertThat(JSON.readTree(written(exchange))).isEqualTo(request(task));
                    } catch (RuntimeException | AssertionError e) {
                        throw new AssertionError("random.seed " + seed + ", case " + i, e);
                    }
                }
            }
        });
    }

    @Test
    void aValidTaskThatIsSentThroughARouteIsCreatedAsItIs() {
        long seed = RandomTask.seed();
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            Random random = new Random(seed);
            for (int i = 0; i < ROUTE_CASES; i++) {
                RandomTask generator = new RandomTask(random, i);
                Map<String, Object> task = generator.wireValues();

                route.dis().resetRequests();
                Exchange exchange = route.camel().send(RouteExtension.URI, body(random, generator.inputValues(task)));

                assertThat(exchange.getException())
                        .as("random.seed %d, case %d", seed, i)
                        .isNull();
                assertThat(route.onlyRequest().json())
                        .as("random.seed %d, case %d", seed, i)
                        .isEqualTo(request(task));
            }
        });
    }

    private static byte[] written(Exchange exchange) {
        List<Violation> violations = new ArrayList<>();
        FieldValues body = new BodyReader<>(DwsDumpTask.TYPE).read(exchange, violations);
        DwsDumpTask task = DwsDumpTask.TYPE.resolve(DwsDumpTask.TYPE.newValues(), body, new DwsDumpTask(), violations);
        assertThat(violations).isEmpty();
        return TaskJsonWriter.write(DwsDumpTask.TYPE, task);
    }

    /** The values in one of all the forms of a body; JSON also as bytes in some encoding, or as a stream. */
    private static Object body(Random random, Map<String, Object> values) throws IOException {
        BodyForm form = BodyForm.values()[random.nextInt(BodyForm.values().length)];
        Object body = form.of(values);
        if (!(body instanceof String text)) {
            return body;
        }
        return switch (random.nextInt(5)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_8);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            case 3 -> JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
            default -> text;
        };
    }

    /** The request as the tables have it, put together without the code under test. */
    private static JsonNode request(Map<String, Object> task) {
        ObjectNode request = JSON.createObjectNode().put("destination_type", "DWS");
        ObjectNode descriptor = request.putObject("dws_destination_descriptor");
        descriptor.put("deliver_time_interval", 300);
        ObjectNode options = JSON.createObjectNode();
        task.forEach((name, value) ->
                (FieldSample.of(name).isImportOption() ? options : descriptor).set(name, JSON.valueToTree(value)));
        if (!options.isEmpty()) {
            descriptor.set("options", options);
        }
        return request;
    }
}
