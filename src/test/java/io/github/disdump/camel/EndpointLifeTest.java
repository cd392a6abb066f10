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
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.LifecycleStrategySupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.http.ServiceUrl;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** From start to stop and back: when connections are opened and closed, and who shares them. */
class EndpointLifeTest {

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension().beforeEach(simulator -> simulator.taskQuota(1000));

    @Test
    void nothingIsCalledBeforeTheFirstMessage() throws Exception {
        try (StubServer server = new StubServer(StubServer::created);
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            addRoutes(camel);
            assertThat(camel.context().isStarted()).isTrue();
            assertThat(server.openConnections()).isZero();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anEndpointStartsAlthoughTheServicesAreDown() throws Exception {
        try (CamelFixture camel = CamelFixture.withTokenFor(StubServer.closedPort())) {
            DisDumpConfiguration options = camel.component().getConfiguration();
            options.setAuthToken(null);
            options.setIamEndpoint(StubServer.closedPort());
            options.setIamDomain("d");
            options.setIamUser("u");
            options.setPassword("p");
            addRoutes(camel);
            assertThat(camel.context()
                            .getRouteController()
                            .getRouteStatus("one")
                            .isStarted())
                    .isTrue();
        }
    }

    @Test
    void theEndpointThatCarriesTheHttpOptionsIsInNoRegistry() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            addRoutes(camel);
            camel.send("direct:one", descriptor());
            assertThat(camel.context().getEndpoints())
                    .isNotEmpty()
                    .noneMatch(HttpEndpoint.class::isInstance)
                    .extracting(Endpoint::getEndpointUri)
                    .noneMatch(uri -> uri.startsWith("http"));
        }
    }

    @Test
    void endpointsOfOneServiceShareConnectionsUntilTheLastOfThemStops() throws Exception {
        try (StubServer server = new StubServer(StubServer::created);
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            addRoutes(camel);
            camel.send("direct:one", descriptor());
            camel.send("direct:two", descriptor());
            assertThat(server.openConnections()).isEqualTo(1);

            List<Endpoint> endpoints = camel.context().getEndpoints().stream()
                    .filter(DisDumpEndpoint.class::isInstance)
                    .toList();
            assertThat(endpoints).hasSize(2);
            endpoints.get(0).stop();
            assertThat(server.openConnections()).isEqualTo(1);
            endpoints.get(1).stop();
            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void noConnectionIsLeftWhenTheContextStops() throws Exception {
        try (StubServer server = new StubServer(StubServer::created)) {
            try (CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
                addRoutes(camel);
                camel.send("direct:one", descriptor());
                assertThat(server.openConnections()).isEqualTo(1);
            }
            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void anEndpointThatDoesNotStartGivesItsConnectionsBack() throws Exception {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.context().start();
            ServiceUrl service = ServiceUrl.of("endpoint", dis.simulator().baseUrl(), false);
            DisDumpEndpoint endpoint = camel.context().getEndpoint("dis-dump:dws?stream=s1", DisDumpEndpoint.class);
            endpoint.stop();
            DisDumpPolicy broken = new DisDumpPolicy() {
                @Override
                public DisDumpIfExists getIfExists() {
                    throw new IllegalStateException("broken");
                }
            };
            endpoint.setPolicy(broken);

            assertThatThrownBy(endpoint::start).hasMessage("broken");

            HttpTransport first = camel.component().acquire(service, Map.of());
            camel.component().release(first);
            HttpTransport second = camel.component().acquire(service, Map.of());
            camel.component().release(second);
            assertThat(second).as("the first was closed, so nobody else had it").isNotSameAs(first);
        }
    }

    @Test
    void aRouteWorksAfterItWasStoppedAndStarted() throws Exception {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            addRoutes(camel);
            assertThat(camel.send("direct:one", descriptor()).getException()).isNull();
            camel.context().getRouteController().stopRoute("one");
            camel.context().getRouteController().startRoute("one");
            assertThat(camel.send("direct:one", named("t2")).getException()).isNull();
        }
        assertThat(dis.simulator().tasks("s1")).hasSize(2);
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
    }

    @Test
    void theContextWorksAfterItWasSuspendedAndResumed() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            addRoutes(camel);
            camel.send("direct:one", descriptor());
            camel.context().suspend();
            camel.context().resume();
            assertThat(camel.send("direct:one", named("t2")).getException()).isNull();
        }
    }

    /** What is set in Java on a component does not outlive a stop of its context, so here the URI tells all. */
    @Test
    void theContextWorksAfterItWasStoppedAndStarted() throws Exception {
        dis.simulator().addUser("account", "user", "right-password");
        String url = dis.simulator().baseUrl();
        try (CamelFixture camel = CamelFixture.withTokenFor(url)) {
            camel.component().setConfiguration(new DisDumpConfiguration());
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .to("dis-dump:dws?stream=s1&region=simulated-1&iamDomain=account&iamUser=user"
                                    + "&password=RAW(right-password)&endpoint=" + url + "&iamEndpoint=" + url);
                }
            });
            assertThat(camel.send("direct:in", named("t1")).getException()).isNull();
            camel.context().stop();
            camel.context().start();
            camel.context().createProducerTemplate().sendBody("direct:in", named("t2"));
        }
        assertThat(dis.simulator().tasks("s1")).hasSize(2);
    }

    @Test
    void aStoppedEndpointIsStartedByTheNextMessage() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            assertThat(camel.send("dis-dump:dws?stream=s1", descriptor()).getException())
                    .isNull();
            Endpoint endpoint = camel.context().getEndpoint("dis-dump:dws?stream=s1");
            endpoint.stop();

            assertThat(camel.send("dis-dump:dws?stream=s1", named("t2")).getException())
                    .isNull();
        }
        assertThat(dis.simulator().tasks("s1")).hasSize(2);
    }

    @Test
    void nothingIsSentOnceTheComponentIsStopped() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            assertThat(camel.send("dis-dump:dws?stream=s1", descriptor()).getException())
                    .isNull();
            camel.component().stop();

            assertThat(camel.send("dis-dump:dws?stream=s1", named("t2")).getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessage("The endpoint is stopped, nothing was sent");
            camel.component().start();
            assertThat(camel.send("dis-dump:dws?stream=s1", named("t3")).getException())
                    .isNull();
        }
        assertThat(dis.simulator().tasks("s1")).extracting("name").containsExactlyInAnyOrder("dwstask", "t3");
    }

    /** The cache of producers of a toD stops the endpoints of those that it drops, whoever else has them. */
    @Test
    void aDynamicRouteThatDropsEndpointsLeavesThoseOfOtherRoutesUsable() throws Exception {
        try (StubServer server = new StubServer(StubServer::created);
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:fixed").to("dis-dump:dws?stream=s1");
                    from("direct:dynamic")
                            .toD()
                            .uri("dis-dump:dws?stream=${header.name}")
                            .cacheSize(2);
                    from("direct:alsoDynamic").toD("dis-dump:dws?stream=${header.name}");
                }
            });
            camel.context().start();
            Endpoint fixed = camel.context().getEndpoint("dis-dump:dws?stream=s1");
            List<Exception> failures = new ArrayList<>();
            int stops = 0;
            for (int i = 0; i < 60; i++) {
                Map<String, Object> name = Map.of("name", "s" + i % 20);
                for (String route : List.of("direct:fixed", "direct:dynamic", "direct:alsoDynamic")) {
                    failures.add(camel.send(route, descriptor(), name).getException());
                }
                stops += ((DisDumpEndpoint) fixed).isStarted() ? 0 : 1;
            }

            assertThat(failures).hasSize(180).containsOnlyNulls();
            assertThat(server.requests()).hasSize(180);
            assertThat(stops).as("the cache did stop the endpoint").isPositive();
        }
    }

    @Test
    @Timeout(30)
    void anExchangeUnderWayOutlivesTheStopOfItsEndpointAndThenNoConnectionIsLeft() throws Exception {
        try (StubServer server = busyAtFirst("Retry-After: 1");
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            camel.component().getPolicy().setMaxRetries(1);
            camel.context().start();
            Endpoint endpoint = camel.context().getEndpoint("dis-dump:dws?stream=s1");
            CompletableFuture<Exchange> sent =
                    CompletableFuture.supplyAsync(() -> camel.send("dis-dump:dws?stream=s1", descriptor()));
            await().until(() -> server.requests().size() == 1);

            endpoint.stop();

            assertThat(server.openConnections()).isEqualTo(1);
            assertThat(sent.get().getException()).isNull();
            assertThat(server.requests()).hasSize(2);
            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    @Timeout(30)
    void aStopOfTheComponentEndsThePausesOfItsEndpoints() throws Exception {
        try (StubServer server = busyAtFirst("Retry-After: 500");
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            withLongPauses(camel);
            CompletableFuture<Exchange> sent =
                    CompletableFuture.supplyAsync(() -> camel.send("dis-dump:dws?stream=s1", descriptor()));
            await().until(() -> server.requests().size() == 1);

            camel.component().stop();

            assertThat(sent.get().getException()).isInstanceOf(DisDumpServiceException.class);
        }
    }

    /** An exchange in flight while the context stops may be the first one after a cache stopped its endpoint. */
    @Test
    @Timeout(30)
    void anEndpointThatStartsAnewWhileTheContextStopsDoesNotPause() throws Exception {
        try (StubServer server = busyAtFirst("Retry-After: 500");
                CamelFixture camel = CamelFixture.withTokenFor(server.baseUrl())) {
            withLongPauses(camel);
            CountDownLatch stopping = new CountDownLatch(1);
            CountDownLatch inFlight = new CountDownLatch(1);
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:late")
                            .process(exchange -> {
                                inFlight.countDown();
                                stopping.await();
                            })
                            .to("dis-dump:dws?stream=s1");
                }
            });
            camel.context().start();
            camel.context().getEndpoint("dis-dump:dws?stream=s1").stop();
            camel.context().addLifecycleStrategy(new LifecycleStrategySupport() {
                @Override
                public void onContextStopping(CamelContext context) {
                    stopping.countDown();
                }
            });
            ProducerTemplate template = camel.context().createProducerTemplate();
            CompletableFuture<Exchange> sent = CompletableFuture.supplyAsync(() -> template.request(
                    "direct:late", exchange -> exchange.getMessage().setBody(descriptor())));
            inFlight.await();

            camel.context().stop();

            assertThat(sent.get().getException()).isInstanceOf(DisDumpServiceException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aStartThatFailsInTheMiddleOfItAllIsOneOfOurExceptions() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.context().start();
            DisDumpEndpoint endpoint = camel.context().getEndpoint("dis-dump:dws?stream=s1", DisDumpEndpoint.class);
            endpoint.stop();
            endpoint.getPolicy().setMaxRetries(-1);

            assertThat(camel.send("dis-dump:dws?stream=s1", descriptor()).getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessage("The endpoint could not be started anew, nothing was sent")
                    .hasRootCauseMessage("The option maxRetries must be at least 0");
            endpoint.getPolicy().setMaxRetries(0);
            assertThat(camel.send("dis-dump:dws?stream=s1", descriptor()).getException())
                    .isNull();
        }
    }

    /** As two threads may make one of that asks for the same endpoint at the same moment: Camel keeps one and forgets the other. */
    @Test
    void anEndpointThatCamelForgotIsNotKept() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.context().start();
            WeakReference<Endpoint> forgotten =
                    new WeakReference<>(camel.component().createEndpoint("dis-dump:dws?stream=s1"));
            forgotten.get().start();

            await().until(() -> {
                System.gc();
                return forgotten.get() == null;
            });
        }
    }

    @Test
    void anEndpointThatWasStoppedAndStartedHasConnectionsAgain() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            assertThat(camel.send("dis-dump:dws?stream=s1", descriptor()).getException())
                    .isNull();
            Endpoint endpoint = camel.context().getEndpoint("dis-dump:dws?stream=s1");
            endpoint.stop();
            endpoint.start();
            Producer producer = endpoint.createProducer();
            producer.start();
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(named("t2"));
            producer.process(exchange);
            producer.stop();
        }
        assertThat(dis.simulator().tasks("s1")).hasSize(2);
    }

    private static StubServer busyAtFirst(String header) throws IOException {
        AtomicInteger answers = new AtomicInteger();
        return new StubServer((request, out) -> {
            if (answers.incrementAndGet() == 1) {
                StubServer.write(out, "HTTP/1.1 503 Busy\r\n" + header + "\r\nContent-Length: 0\r\n\r\n");
            } else {
                StubServer.created(request, out);
            }
        });
    }

    private static void withLongPauses(CamelFixture camel) {
        camel.component().getPolicy().setMaxRetries(1);
        camel.component().getPolicy().setMaxRetryDelay(600_000);
        camel.component().getPolicy().setRetryTimeout(6_000_000);
    }

    private static void addRoutes(CamelFixture camel) throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").routeId("one").to("dis-dump:dws?stream=s1");
                from("direct:two").routeId("two").to("dis-dump:dws?stream=s2");
            }
        });
        camel.context().start();
    }

    private static Map<String, Object> named(String taskName) {
        Map<String, Object> descriptor = CamelFixture.descriptor();
        descriptor.put("task_name", taskName);
        return descriptor;
    }
}
