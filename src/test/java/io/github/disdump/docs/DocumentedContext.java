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
package io.github.disdump.docs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.PropertiesFunction;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;

import io.github.disdump.camel.simulator.DisSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application as a reader would build it of the documentation: its options are documented properties, its routes are
 * documented routes. Only the addresses of the services are the simulator's, and the secrets those it knows.
 */
final class DocumentedContext implements AutoCloseable {

    private static final String PREFIX = "camel.component.dis-dump.";
    private static final String PASSWORD = "the-password";
    private static final String PROJECT_ID = "0d150d150d150d150d150d150d150d99";

    /** Options that say who calls. A snippet that has one of them replaces those of the README. */
    private static final Set<String> WAYS = Set.of("auth-token", "iam-user", "access-key");

    private final Main main = new Main();

    private DocumentedContext(DisSimulator dis, Map<String, String> properties) throws Exception {
        main.setPropertyPlaceholderLocations("false");
        main.addInitialProperty("orders.dws-password", PASSWORD); // a snippet refers to it
        main.addInitialProperty("dead-letters", "target/dead-letters"); // so does the one on errors
        properties.forEach(main::addInitialProperty);
        String region = properties.get(PREFIX + "region");
        if (properties.containsKey(PREFIX + "iam-user")) {
            dis.addUser(
                    properties.get(PREFIX + "iam-domain"),
                    properties.get(PREFIX + "iam-user"),
                    PASSWORD,
                    properties.getOrDefault(PREFIX + "project-id", PROJECT_ID),
                    region);
            main.addOverrideProperty(PREFIX + "iam-endpoint", dis.baseUrl());
        }
        if (properties.containsKey(PREFIX + "access-key")) {
            dis.addUser("owner", "of-the-project", PASSWORD, properties.get(PREFIX + "project-id"), region);
            dis.addAccessKey(PASSWORD, PASSWORD);
        }
        main.addOverrideProperty(PREFIX + "endpoint", dis.baseUrl());
        String token = dis.issueToken(properties.getOrDefault(PREFIX + "project-id", PROJECT_ID));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport starting) {
                starting.getCamelContext().getPropertiesComponent().addPropertiesFunction(new Environment(token));
            }
        });
        main.start();
    }

    /** With the first properties of the README. */
    static DocumentedContext asInTheReadme(DisSimulator dis) throws Exception {
        return new DocumentedContext(dis, readme());
    }

    /** With a snippet's properties, and those of the README beside them. */
    static DocumentedContext with(DisSimulator dis, String snippet) throws Exception {
        Map<String, String> own = parse(snippet);
        Map<String, String> all = readme();
        if (own.keySet().stream().anyMatch(key -> WAYS.contains(key.replace(PREFIX, "")))) {
            Set.of("iam-domain", "iam-user", "password").forEach(option -> all.remove(PREFIX + option));
        }
        all.putAll(own);
        return new DocumentedContext(dis, all);
    }

    /** The bare descriptor of the quickstart. */
    static String exampleDefinition() throws IOException {
        return Files.readString(Path.of("examples/quickstart/tasks/02-orders-bare-descriptor.json"));
    }

    private static Map<String, String> readme() throws IOException {
        return parse(Page.read(Path.of("README.md")).blocks().stream()
                .filter(block -> block.language().equals("properties"))
                .findFirst()
                .orElseThrow()
                .text());
    }

    private static Map<String, String> parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> map = new TreeMap<>();
        properties.forEach((key, value) -> map.put(key.toString(), value.toString()));
        return map;
    }

    /** Adds a route builder, or a resource that the routes loader reads. */
    void add(Object routes) throws Exception {
        CamelContext context = main.getCamelContext();
        if (routes instanceof Resource resource) {
            PluginHelper.getRoutesLoader(context).loadRoutes(resource);
        } else {
            context.addRoutes((RoutesBuilder) routes);
        }
    }

    List<RouteDefinition> routeDefinitions() {
        return main.getCamelContext()
                .getCamelContextExtension()
                .getContextPlugin(Model.class)
                .getRouteDefinitions();
    }

    /** Each route is a direct one; each must take the body without a failure. */
    void sendToEveryRoute(String body) {
        CamelContext context = main.getCamelContext();
        assertThat(context.getRoutes()).isNotEmpty();
        for (Route route : context.getRoutes()) {
            if (route.isCreatedByKamelet()) {
                continue;
            }
            Exchange answer = context.createFluentProducerTemplate()
                    .to(route.getEndpoint())
                    .withBody(body)
                    .send();
            assertThat(answer.getException()).as("failure of route %s", route).isNull();
            assertThat(answer.isFailed()).isFalse();
        }
    }

    @Override
    public void close() {
        main.stop();
    }

    /** Environment variables cannot be set in a running Java; each is a secret that the simulator knows. */
    private static final class Environment implements PropertiesFunction {

        private final String token;

        private Environment(String token) {
            this.token = token;
        }

        @Override
        public String getName() {
            return "env";
        }

        @Override
        public String apply(String variable) {
            return variable.contains("TOKEN") ? token : PASSWORD;
        }
    }
}
