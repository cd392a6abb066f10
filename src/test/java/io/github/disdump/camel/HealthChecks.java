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

import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;

import static org.assertj.core.api.Assertions.assertThat;

/** A context with health checks, and what they say. */
final class HealthChecks {

    private HealthChecks() {}

    /** With one route, and checks of producers switched on. */
    static CamelFixture started(CamelFixture camel, String uri) throws Exception {
        switchOn(camel.context());
        route(camel, uri);
        camel.context().start();
        return camel;
    }

    static void switchOn(CamelContext context) {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
    }

    static void route(CamelFixture camel, String uri) throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:in").routeId("in").to(uri);
            }
        });
    }

    static DisDumpEndpoint endpoint(CamelFixture camel) {
        return camel.context().getEndpoints().stream()
                .filter(DisDumpEndpoint.class::isInstance)
                .map(DisDumpEndpoint.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static List<HealthCheck> producerChecks(CamelContext context) {
        HealthCheckRepository producers = HealthCheckHelper.getHealthCheckRepository(context, "producers");
        return producers.stream().toList();
    }

    /** The result of the only check of a producer. */
    static HealthCheck.Result only(CamelContext context) {
        assertThat(producerChecks(context)).hasSize(1);
        return producerChecks(context).get(0).call();
    }
}
