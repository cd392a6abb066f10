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

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** The example request of the API page, as printed there, arrives with the same meaning. */
class SpecificationExampleTest {

    private static final Path EXAMPLE = Path.of("examples/quickstart/tasks/01-specification-example.json");

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @Test
    @SpecificationFact("example request")
    void theExampleArrivesUnchangedButForTheTypesOfTheTables() throws Exception {
        JsonNode example = new ObjectMapper().readTree(Files.readString(EXAMPLE));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            Exchange exchange = camel.send("dis-dump:dws?stream=s1", Files.readString(EXAMPLE));
            assertThat(exchange.getException()).isNull();
        }

        ObjectNode expected = example.deepCopy();
        ((ObjectNode) expected.path("dws_destination_descriptor"))
                .put("retry_duration", "1800"); // the table says String
        assertThat(dis.simulator().requests(Kind.CREATE))
                .singleElement()
                .extracting(ReceivedRequest::json)
                .isEqualTo(expected);
        assertThat(dis.simulator().tasks("s1")).hasSize(1);
    }
}
