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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ToDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel's catalog finds the mistakes of a route, in whatever language it is written, before the route is started. */
class RouteMistakesTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    RouteMistakesTest() throws IOException {
        try (InputStream json = getClass().getResourceAsStream("/org/apache/camel/catalog/components/dis-dump.json")) {
            catalog.addComponent(
                    "dis-dump",
                    DisDumpComponent.class.getName(),
                    new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENDPOINT_DSL") // checked by the compiler
    void aRightRouteHasNone(RouteLanguage language) throws Exception {
        assertThat(validate(language, "taskName", "orders-to-dws").isSuccess()).isTrue();
        assertThat(validate(language, "deliverTimeInterval", "60").isSuccess()).isTrue();
        assertThat(validate(language, "ifExists", "ignoreSame").isSuccess()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENDPOINT_DSL") // checked by the compiler
    void aMistypedOption(RouteLanguage language) throws Exception {
        assertThat(validate(language, "agencyNam", "dis_admin_agency").getUnknown())
                .containsExactly("agencyNam");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENDPOINT_DSL") // checked by the compiler
    void aWordThatIsNotOfTheList(RouteLanguage language) throws Exception {
        assertThat(validate(language, "consumerStrategy", "OLDEST").getInvalidEnum())
                .containsEntry("consumerStrategy", "OLDEST");
        assertThat(validate(language, "ifExists", "skip").getInvalidEnum()).containsEntry("ifExists", "skip");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENDPOINT_DSL") // checked by the compiler
    void aWordWhereANumberBelongs(RouteLanguage language) throws Exception {
        assertThat(validate(language, "deliverTimeInterval", "often").getInvalidInteger())
                .containsEntry("deliverTimeInterval", "often");
        assertThat(validate(language, "maxRetries", "many").getInvalidInteger()).containsEntry("maxRetries", "many");
    }

    /** The route is read and not started: nothing but the catalog looks at its options. */
    private EndpointValidationResult validate(RouteLanguage language, String option, String value) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            language.addRoute(context, Map.of("stream", "orders", option, value));
            List<String> uris = context.getRouteDefinitions().stream()
                    .flatMap(route -> route.getOutputs().stream())
                    .flatMap(step -> step instanceof ToDefinition to ? Stream.of(to.getEndpointUri()) : Stream.empty())
                    .toList();
            assertThat(uris).singleElement().asString().startsWith("dis-dump:");
            return catalog.validateEndpointProperties(uris.get(0));
        }
    }
}
