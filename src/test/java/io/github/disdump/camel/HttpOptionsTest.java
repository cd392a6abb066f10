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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The options <code>http.*</code> reach Camel's http endpoint, and some things are not theirs to decide. */
class HttpOptionsTest {

    private static final String URI = "dis-dump:dws?stream=s1";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension().beforeEach(simulator -> simulator.taskQuota(1000));

    @Test
    void theUserAgentOfAnEndpointIsSeenByDisAndIam() {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI + "&http.userAgent=my-routes/1.0", descriptor())
                            .getException())
                    .isNull();
        }
        assertThat(dis.simulator().requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.header("User-Agent")).contains("my-routes/1.0"));
    }

    @Test
    void anEndpointsOptionGoesBeforeTheComponents() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.component().getConfiguration().getHttp().put("userAgent", "component");
            camel.send(URI, descriptor());
            camel.send(URI + "&http.userAgent=endpoint", descriptor());
        }
        assertThat(dis.simulator().requests())
                .extracting(request -> request.header("User-Agent").orElseThrow())
                .containsExactly("component", "endpoint");
    }

    @Test
    void oneEndpointsOptionIsNotAnothers() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.send(URI + "&http.userAgent=mine", descriptor());
            camel.send("dis-dump:dws?stream=s2", descriptor());
        }
        assertThat(dis.simulator().requests())
                .extracting(request -> request.header("User-Agent").orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void parallelExchangesOverOneConnectionAllArrive() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.context().start();
            ProducerTemplate template = camel.context().createProducerTemplate();
            List<CompletableFuture<Exchange>> sent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String name = "t" + i;
                sent.add(template.asyncSend(URI + "&http.connectionsPerRoute=1", exchange -> {
                    exchange.getMessage().setBody(descriptor());
                    exchange.getMessage().setHeader(DisDumpConstants.TASK_NAME, name);
                }));
            }
            assertThat(sent)
                    .allSatisfy(exchange ->
                            assertThat(exchange.join().getException()).isNull());
        }
        assertThat(dis.simulator().tasks("s1")).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.noSuchOption=1 | Unknown option http.noSuchOption: the options are those of Camel's http endpoint",
                "http.b=1&http.a=2 | Unknown option http.a, http.b: the options are those of Camel's http endpoint",
                "http.logHttpActivity=true | The option http.logHttpActivity is not allowed here: it would show tokens and passwords",
                "http.httpActivityListener=x | The option http.httpActivityListener is not allowed here: it would show tokens and passwords",
                "http.http-CLIENT=#mine | The option http.http-CLIENT is not allowed here: it would repeat requests and follow redirects by its own rules, use http.httpClientConfigurer",
                "http.httpClient=#mine | The option http.httpClient is not allowed here: it would repeat requests and follow redirects by its own rules, use http.httpClientConfigurer"
            })
    void anOptionThatIsUnknownOrNotAllowedStopsTheStart(String options, String sentence) {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.context().getRegistry().bind("mine", HttpClients.createDefault());
            camel.context().start();
            assertThatThrownBy(() -> camel.context().getEndpoint(URI + "&" + options))
                    .rootCause()
                    .hasMessage(sentence);
        }
    }

    @Test
    void anOptionWithoutAValueIsNamed() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.component().getConfiguration().getHttp().put("userAgent", null);
            camel.context().start();
            assertThatThrownBy(() -> camel.context().getEndpoint(URI))
                    .rootCause()
                    .hasMessage("The option http.userAgent has no value");
        }
    }

    @Test
    void theActivityLogOfTheUsersHttpComponentIsNotTakenOver() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator());
                CapturedLog log = CapturedLog.ofEverything()) {
            camel.context().getComponent("http", HttpComponent.class).setLogHttpActivity(true);
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
            new LeakSearch().in(log).findsNothing();
            assertThat(log.lines()).noneMatch(line -> line.contains("dws_destination_descriptor"));
        }
    }

    @Test
    void a503WithRetryAfterIsSentExactlyOnce() {
        dis.simulator().failAlways(Kind.CREATE, Fault.empty(503).withHeader("Retry-After", "1"));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException()).isExactlyInstanceOf(DisDumpServiceException.class);
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void aCookieIsNeverSentBack() {
        dis.simulator().fail(Kind.CREATE, Fault.none().withHeader("Set-Cookie", "session=1; Path=/"));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.send(URI, descriptor());
            camel.send(URI, descriptor(), Map.of(DisDumpConstants.TASK_NAME, "t2"));
        }
        assertThat(dis.simulator().requests(Kind.CREATE))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.header("Cookie")).isEmpty());
    }

    @Test
    void headersOfTheMessageAreNotSentToDis() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.send(URI, descriptor(), Map.of("Authorization", "Basic x", "Host", "evil.example", "X-Custom", "y"));
        }
        assertThat(dis.simulator().requests(Kind.CREATE))
                .singleElement()
                .satisfies(request -> assertThat(request.headers())
                        .doesNotContainKeys("Authorization", "X-Custom")
                        .containsEntry("Host", List.of(dis.simulator().baseUrl().substring("http://".length()))));
    }

    @Test
    void withoutAnyOptionConnectingAndAnsweringHaveATimeLimit() {
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            RecordingHttpComponent http = new RecordingHttpComponent();
            camel.context().addComponent("http", http);
            camel.send(URI, descriptor());
            assertThat(http.made).singleElement().satisfies(endpoint -> {
                assertThat(endpoint.getConnectTimeout()).isEqualTo(10_000);
                assertThat(endpoint.getResponseTimeout()).isEqualTo(30_000);
                assertThat(endpoint.getSoTimeout()).isEqualTo(30_000);
            });
        }
    }

    @Test
    void timeLimitsOfTheUsersHttpComponentGoBeforeTheDefaults() {
        dis.simulator().failAlways(Kind.CREATE, Fault.delay(Duration.ofSeconds(3)));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.context().getComponent("http", HttpComponent.class).setResponseTimeout(300);
            assertThat(camel.send(URI, descriptor()).getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessageContaining("the answer timed out");
        }
    }

    @Test
    void anEndpointsTimeLimitGoesBeforeThatOfTheUsersHttpComponent() {
        dis.simulator().failAlways(Kind.CREATE, Fault.delay(Duration.ofMillis(600)));
        try (CamelFixture camel = CamelFixture.withToken(dis.simulator())) {
            camel.context().getComponent("http", HttpComponent.class).setResponseTimeout(200);
            assertThat(camel.send(URI + "&http.responseTimeout=20000", descriptor())
                            .getException())
                    .isNull();
        }
    }

    /** Keeps the endpoints that it makes, because the context does not know them. */
    private static final class RecordingHttpComponent extends HttpComponent {
        private final List<HttpEndpoint> made = new ArrayList<>();

        @Override
        public Endpoint createEndpoint(String uri, Map<String, Object> properties) throws Exception {
            Endpoint endpoint = super.createEndpoint(uri, properties);
            made.add((HttpEndpoint) endpoint);
            return endpoint;
        }
    }
}
