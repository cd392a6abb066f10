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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.HealthChecks.only;
import static io.github.disdump.camel.HealthChecks.producerChecks;
import static io.github.disdump.camel.HealthChecks.route;
import static io.github.disdump.camel.HealthChecks.started;
import static io.github.disdump.camel.HealthChecks.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

/** When there is a health check, and for how long. */
class HealthCheckRegistrationTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();

    @Test
    void nothingIsAskedUnlessChecksOfProducersAreSwitchedOn() throws Exception {
        try (CamelFixture camel = CamelFixture.withPassword(dis)) {
            route(camel, "dis-dump:dws?stream=s1");
            camel.context().start();

            assertThat(HealthCheckHelper.invoke(camel.context(), "full"))
                    .extracting(result -> result.getCheck().getId())
                    .noneMatch(id -> id.startsWith("producer:"));
        }
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void withThePropertyOfCamelMainItLogsInAndListsTheTasksOfTheStream() throws Exception {
        dis.addTask("s1", "t1");
        dis.addTask("s1", "t2");
        Main main = application(Map.of("camel.health.producers-enabled", "true"), "s1");
        try {
            main.start();
            HealthCheck.Result result = only(main.getCamelContext());

            assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(result.getMessage()).contains("Dump tasks on stream 's1': 2");
            assertThat(result.getDetails())
                    .containsEntry("stream", "s1")
                    .containsEntry("asked", "tasks")
                    .containsEntry("service.url", dis.baseUrl());
            assertThat(result.getCheck().getId()).startsWith("producer:dis-dump-s1-");
            new LeakSearch().in("details", result.getDetails()).findsNothing();
        } finally {
            main.stop();
        }
        assertThat(dis.requests())
                .extracting(request -> request.kind() + " " + request.path())
                .containsExactly("LOGIN /v3/auth/tokens", "LIST /v2/" + dis.projectId() + "/streams/s1/transfer-tasks");
    }

    /** The pattern is that of the monitoring page. */
    @Test
    void camelsExcludePatternLeavesOutTheChecksOfOneStream() throws Exception {
        Matcher documented = Pattern.compile("`(camel\\.health\\.exclude-pattern)`[^`]*`([^`]+)`")
                .matcher(Files.readString(Path.of("docs/monitoring.md")));
        assertThat(documented.find()).isTrue();
        Main main = application(
                Map.of("camel.health.producers-enabled", "true", documented.group(1), documented.group(2)),
                "orders",
                "s1");
        try {
            main.start();
            HealthCheckHelper.invokeReadiness(main.getCamelContext(), "full");
        } finally {
            main.stop();
        }

        assertThat(dis.requests(Kind.LIST))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).contains("/streams/s1/"));
    }

    @Test
    void itIsOneOfReadinessAndNotOfLivenessBecauseARestartDoesNotHelp() throws Exception {
        try (CamelFixture camel = started(CamelFixture.withToken(dis), "dis-dump:dws?stream=s1")) {
            dis.failAlways(Kind.LIST, Fault.empty(500));

            assertThat(HealthCheckHelper.invokeLiveness(camel.context(), "full"))
                    .noneMatch(result -> result.getCheck().getId().startsWith("producer:"));
            assertThat(HealthCheckHelper.invokeReadiness(camel.context(), "full"))
                    .anyMatch(result -> result.getState() == HealthCheck.State.DOWN);
        }
    }

    @Test
    void theOptionOfTheComponentSwitchesItOff() throws Exception {
        CamelFixture camel = CamelFixture.withToken(dis);
        camel.component().setHealthCheckProducerEnabled(false);
        try (CamelFixture started = started(camel, "dis-dump:dws?stream=s1")) {
            assertThat(producerChecks(started.context())).isEmpty();
        }
    }

    @Test
    void endpointsOfOneStreamHaveACheckEachAndARouteThatStopsTakesItsOwnAway() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis)) {
            startTwoRoutes(camel, "dis-dump:dws?stream=s1&taskName=a", "dis-dump:dws?stream=s1&taskName=b");
            assertThat(producerChecks(camel.context())).hasSize(2);

            camel.context().getRouteController().stopRoute("a");
            assertThat(producerChecks(camel.context())).hasSize(1);
            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.UP);

            camel.context().getRouteController().startRoute("a");
            assertThat(producerChecks(camel.context())).hasSize(2);
        }
    }

    @Test
    void twoRoutesToOneEndpointHaveOneCheckUntilTheSecondStops() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis)) {
            startTwoRoutes(camel, "dis-dump:dws?stream=s1", "dis-dump:dws?stream=s1");
            assertThat(asked(camel)).isEqualTo(1);

            camel.context().getRouteController().stopRoute("a");
            assertThat(asked(camel)).isEqualTo(1);

            camel.context().getRouteController().stopRoute("b");
            assertThat(asked(camel)).isZero();
        }
    }

    /** With a route to each stream, by the user of the simulator. */
    private Main application(Map<String, String> properties, String... streams) {
        dis.addUser("account", "user", "SECRET-password");
        Main main = new Main();
        properties.forEach(main::addInitialProperty);
        Map.of(
                        "endpoint",
                        dis.baseUrl(),
                        "iam-endpoint",
                        dis.baseUrl(),
                        "region",
                        dis.projectName(),
                        "iam-domain",
                        "account",
                        "iam-user",
                        "user",
                        "password",
                        "SECRET-password")
                .forEach((name, value) -> main.addInitialProperty("camel.component.dis-dump." + name, value));
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (String stream : streams) {
                    from("direct:" + stream).to("dis-dump:dws?stream=" + stream);
                }
            }
        });
        return main;
    }

    private static void startTwoRoutes(CamelFixture camel, String a, String b) throws Exception {
        switchOn(camel.context());
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:a").routeId("a").to(a);
                from("direct:b").routeId("b").to(b);
            }
        });
        camel.context().start();
    }

    /** How many checks of producers Camel calls, and how often the service is asked by them. */
    private long asked(CamelFixture camel) {
        long before = dis.count(Kind.LIST);
        long checks = HealthCheckHelper.invokeReadiness(camel.context(), "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:"))
                .peek(result -> assertThat(result.getState()).isEqualTo(HealthCheck.State.UP))
                .count();
        assertThat(dis.count(Kind.LIST) - before).isEqualTo(checks);
        return checks;
    }
}
