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
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel's catalog finds the mistakes of a route, in whatever language it is written, before the route is started. */
class RouteMistakesTest {

    /** A route with one call, in each language. */
    enum Language {
        JAVA {
            @Override
            void add(DefaultCamelContext context, String option, String value) throws Exception {
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to("dis-dump:dws?stream=orders&" + option + "=" + value);
                    }
                });
            }
        },
        XML {
            @Override
            void add(DefaultCamelContext context, String option, String value) throws Exception {
                load(context, "route.xml", """
                                <routes xmlns="http://camel.apache.org/schema/xml-io">
                                  <route>
                                    <from uri="direct:in"/>
                                    <to uri="dis-dump:dws?stream=orders&amp;%s=%s"/>
                                  </route>
                                </routes>
                                """.formatted(option, value));
            }
        },
        YAML {
            @Override
            void add(DefaultCamelContext context, String option, String value) throws Exception {
                load(context, "route.yaml", """
                                - route:
                                    from:
                                      uri: direct:in
                                      steps:
                                        - to:
                                            uri: dis-dump:dws
                                            parameters:
                                              stream: orders
                                              %s: %s
                                """.formatted(option, value));
            }
        };

        abstract void add(DefaultCamelContext context, String option, String value) throws Exception;

        private static void load(DefaultCamelContext context, String name, String text) throws Exception {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, text));
        }
    }

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
    @EnumSource
    void aRightRouteHasNone(Language language) throws Exception {
        assertThat(validate(language, "taskName", "orders-to-dws").isSuccess()).isTrue();
        assertThat(validate(language, "deliverTimeInterval", "60").isSuccess()).isTrue();
        assertThat(validate(language, "ifExists", "ignoreSame").isSuccess()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aMistypedOption(Language language) throws Exception {
        assertThat(validate(language, "agencyNam", "dis_admin_agency").getUnknown())
                .containsExactly("agencyNam");
    }

    @ParameterizedTest
    @EnumSource
    void aWordThatIsNotOfTheList(Language language) throws Exception {
        assertThat(validate(language, "consumerStrategy", "OLDEST").getInvalidEnum())
                .containsEntry("consumerStrategy", "OLDEST");
        assertThat(validate(language, "ifExists", "skip").getInvalidEnum()).containsEntry("ifExists", "skip");
    }

    @ParameterizedTest
    @EnumSource
    void aWordWhereANumberBelongs(Language language) throws Exception {
        assertThat(validate(language, "deliverTimeInterval", "often").getInvalidInteger())
                .containsEntry("deliverTimeInterval", "often");
        assertThat(validate(language, "maxRetries", "many").getInvalidInteger()).containsEntry("maxRetries", "many");
    }

    /** The route is read and not started: nothing but the catalog looks at its options. */
    private EndpointValidationResult validate(Language language, String option, String value) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            language.add(context, option, value);
            List<String> uris = context.getRouteDefinitions().stream()
                    .flatMap(route -> route.getOutputs().stream())
                    .flatMap(step -> step instanceof ToDefinition to ? Stream.of(to.getEndpointUri()) : Stream.empty())
                    .toList();
            assertThat(uris).singleElement().asString().startsWith("dis-dump:");
            return catalog.validateEndpointProperties(uris.get(0));
        }
    }
}
