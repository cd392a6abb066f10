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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Every field can come from every source, and of two sources the stronger one wins, field by field. */
class FieldSourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    static List<FieldSample> fields() {
        return FieldSample.ALL;
    }

    static Stream<Arguments> fieldsAndForms() {
        return FieldSample.ALL.stream()
                .flatMap(field -> Arrays.stream(BodyForm.values()).map(form -> Arguments.of(field, form)));
    }

    @BeforeEach
    void aWholeTaskAsComponentOptions() {
        route.camel().withTaskOptions();
        route.camel().component().getTask().setTaskName("by-component");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aComponentOptionIsSent(FieldSample field) {
        setOption(field, field.value());

        assertThat(sent(field, RouteExtension.URI, null, Map.of())).isEqualTo(json(field.value()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void anEndpointOptionIsSent(FieldSample field) {
        assertThat(sent(field, uri(field, field.value()), null, Map.of())).isEqualTo(json(field.value()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aHeaderIsSent(FieldSample field) {
        assertThat(sent(field, RouteExtension.URI, null, Map.of(field.headerName(), field.value())))
                .isEqualTo(json(field.value()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aHeaderOfBytesAsBrokersHaveThemIsSent(FieldSample field) {
        byte[] bytes = field.value().toString().getBytes(StandardCharsets.UTF_8);

        assertThat(sent(field, RouteExtension.URI, null, Map.of(field.headerName(), bytes)))
                .isEqualTo(json(field.value()));
    }

    @ParameterizedTest
    @MethodSource("fieldsAndForms")
    void aValueInTheBodyIsSent(FieldSample field, BodyForm form) {
        Object body = form.of(Map.of(field.apiName(), field.value()));

        assertThat(sent(field, RouteExtension.URI, body, Map.of())).isEqualTo(json(field.value()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void headerBeforeBody(FieldSample field) {
        Object body = BodyForm.MAP_BARE.of(Map.of(field.apiName(), field.other()));

        assertThat(sent(field, RouteExtension.URI, body, Map.of(field.headerName(), field.value())))
                .isEqualTo(json(field.value()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void bodyBeforeEndpointOption(FieldSample field) {
        Object body = BodyForm.JSON_FULL.of(Map.of(field.apiName(), field.value()));

        assertThat(sent(field, uri(field, field.other()), body, Map.of())).isEqualTo(json(field.value()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void endpointOptionBeforeComponentOption(FieldSample field) {
        setOption(field, field.other());

        assertThat(sent(field, uri(field, field.value()), null, Map.of())).isEqualTo(json(field.value()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void componentOptionBeforeDefault(FieldSample field) {
        setOption(field, field.other());

        assertThat(sent(field, RouteExtension.URI, Map.of(), Map.of())).isEqualTo(json(field.other()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theStrongestOfAllIsTakenForOneFieldAndTheOthersKeepTheirSource(FieldSample field) {
        setOption(field, field.other());
        Map<String, Object> body = CamelFixture.descriptor();
        body.put("task_name", "by-body");
        body.put(field.apiName(), field.other());

        JsonNode descriptor =
                route.descriptorOf(uri(field, field.other()), body, Map.of(field.headerName(), field.value()));

        assertThat(in(descriptor, field)).isEqualTo(json(field.value()));
        if (!field.apiName().equals("task_name")) {
            assertThat(descriptor.path("task_name").textValue()).isEqualTo("by-body");
        }
        if (!field.apiName().equals("deliver_time_interval")) {
            assertThat(descriptor.path("deliver_time_interval").intValue()).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nullInTheBodyLeavesTheFieldToTheNextSource(FieldSample field) {
        String body = "{\"" + field.apiName() + "\":null}";

        assertThat(sent(field, uri(field, field.value()), body, Map.of())).isEqualTo(json(field.value()));
    }

    private void setOption(FieldSample field, Object value) {
        boolean bound = PropertyBindingSupport.build()
                .withConfigurer(route.camel().component().getComponentPropertyConfigurer())
                .bind(route.camel().context(), route.camel().component(), field.optionName(), value);
        assertThat(bound).isTrue();
    }

    private static String uri(FieldSample field, Object value) {
        return RouteExtension.URI + "&" + field.optionName() + "="
                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private JsonNode sent(FieldSample field, String uri, Object body, Map<String, Object> headers) {
        return in(route.descriptorOf(uri, body, headers), field);
    }

    private static JsonNode in(JsonNode descriptor, FieldSample field) {
        return (field.isImportOption() ? descriptor.path("options") : descriptor).path(field.apiName());
    }

    private static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }
}
