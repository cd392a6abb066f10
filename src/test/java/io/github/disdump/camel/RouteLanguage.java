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

import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

import io.github.disdump.camel.endpointdsl.dsl.DisDumpEndpointBuilderFactory.DisDumpBuilders;
import io.github.disdump.camel.endpointdsl.dsl.DisDumpEndpointBuilderFactory.DisDumpEndpointBuilder;

/** The languages of routes: each writes the same route, from direct:in to the component, as a user would. */
enum RouteLanguage {
    JAVA {
        @Override
        void addRoute(CamelContext context, Map<String, String> options) throws Exception {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("dis-dump:dws?" + query(options));
                }
            });
        }
    },

    /** Type-safe: each option is a method. */
    ENDPOINT_DSL {
        @Override
        void addRoute(CamelContext context, Map<String, String> options) throws Exception {
            context.addRoutes(new TypeSafeRoute(options));
        }
    },

    XML {
        @Override
        void addRoute(CamelContext context, Map<String, String> options) throws Exception {
            load(context, "route.xml", """
                            <routes xmlns="http://camel.apache.org/schema/xml-io">
                              <route>
                                <from uri="direct:in"/>
                                <to uri="dis-dump:dws?%s"/>
                              </route>
                            </routes>
                            """.formatted(
                    query(options).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")));
        }
    },

    /** The options as parameters. */
    YAML {
        @Override
        void addRoute(CamelContext context, Map<String, String> options) throws Exception {
            String parameters = options.entrySet().stream()
                    .map(option -> option.getKey() + ": '" + option.getValue().replace("'", "''") + "'")
                    .collect(Collectors.joining(", "));
            load(context, "route.yaml", """
                            - route:
                                from:
                                  uri: direct:in
                                  steps:
                                    - to:
                                        uri: dis-dump:dws
                                        parameters: {%s}
                            """.formatted(parameters));
        }
    };

    /** Adds the route with these options of the endpoint, which are written as they are. */
    abstract void addRoute(CamelContext context, Map<String, String> options) throws Exception;

    private static String query(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&"));
    }

    private static void load(CamelContext context, String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, text));
    }

    private static final class TypeSafeRoute extends EndpointRouteBuilder implements DisDumpBuilders {

        private final Map<String, String> options;

        private TypeSafeRoute(Map<String, String> options) {
            this.options = options;
        }

        @Override
        public void configure() throws Exception {
            DisDumpEndpointBuilder dws = disDump("dws");
            for (Map.Entry<String, String> option : options.entrySet()) {
                DisDumpEndpointBuilder.class
                        .getMethod(option.getKey(), String.class)
                        .invoke(dws, option.getValue());
            }
            from(direct("in")).to(dws);
        }
    }
}
