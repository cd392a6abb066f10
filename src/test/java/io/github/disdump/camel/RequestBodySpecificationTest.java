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

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Table 3: the two members of the request. */
class RequestBodySpecificationTest {

    private static final String TYPE_RULE = "must be DWS, the destination of the endpoint dis-dump:dws";

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @Test
    @SpecificationFact("table 3, destination_type: mandatory")
    @SpecificationFact("table 3, destination_type: default NOWHERE")
    @SpecificationFact("table 3, dws_destination_descriptor: DWSDestinationDescriptorRequest object")
    void aBareDescriptorIsSentWithItsDestinationAroundIt() {
        JsonNode request = route.requestOf(RouteExtension.URI, CamelFixture.descriptor(), Map.of());

        assertThat(request.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("destination_type", "dws_destination_descriptor");
        assertThat(request.path("destination_type")).isEqualTo(TextNode.valueOf("DWS"));
        assertThat(request.path("dws_destination_descriptor").isObject()).isTrue();
    }

    @ParameterizedTest
    @SpecificationFact("table 3, destination_type: enumeration DWS")
    @ValueSource(strings = {"DWS", "dws", "Dws"})
    void theDestinationOfTheBodyMayBeThatOfTheUri(String destination) {
        JsonNode request = route.requestOf(RouteExtension.URI, request(destination), Map.of());

        assertThat(request.path("destination_type")).isEqualTo(TextNode.valueOf("DWS"));
    }

    @ParameterizedTest
    @SpecificationFact("table 3, destination_type: OBS, MRS, DLI, CLOUDTABLE are other types")
    @SpecificationFact("table 3, destination_type: default NOWHERE")
    @SpecificationFact("table 3, destination_type: enumeration DWS")
    @ValueSource(strings = {"OBS", "MRS", "DLI", "CLOUDTABLE", "NOWHERE", ""})
    void anotherDestinationIsRefused(String destination) {
        assertThat(route.mistakes(request(destination)))
                .containsExactly("destination_type = '" + destination + "' (body): " + TYPE_RULE);
    }

    @Test
    @SpecificationFact("table 3, destination_type: String")
    void aDestinationThatIsNoTextIsRefused() {
        assertThat(route.mistakes(request(1))).containsExactly("destination_type = '1' (body): " + TYPE_RULE);
        assertThat(route.mistakes(request(true))).containsExactly("destination_type = 'true' (body): " + TYPE_RULE);
    }

    @Test
    @SpecificationFact("table 3, dws_destination_descriptor: not mandatory")
    void withoutADescriptorInTheBodyItIsMadeOfTheOptions() {
        route.camel().withTaskOptions();

        JsonNode request =
                route.requestOf(RouteExtension.URI + "&taskName=t1", Map.of("destination_type", "DWS"), Map.of());

        assertThat(request.path("dws_destination_descriptor").path("task_name")).isEqualTo(TextNode.valueOf("t1"));
    }

    @ParameterizedTest
    @SpecificationFact("table 3, dws_destination_descriptor: DWSDestinationDescriptorRequest object")
    @ValueSource(strings = {"", "text", "{}"})
    void aDescriptorThatIsNoObjectIsRefused(String descriptor) {
        Map<String, Object> request = request("DWS");
        request.put("dws_destination_descriptor", descriptor);

        assertThat(route.mistakes(request))
                .contains("dws_destination_descriptor: must be an object")
                .contains("task_name: is mandatory: set the option taskName, the header CamelDisDumpTaskName or"
                        + " task_name in the body");
    }

    private static Map<String, Object> request(Object destination) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("destination_type", destination);
        request.put("dws_destination_descriptor", CamelFixture.descriptor());
        return request;
    }
}
