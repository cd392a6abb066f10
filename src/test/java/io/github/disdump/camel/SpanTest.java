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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** What camel-opentelemetry2 tells of a call: stream, task and how it ended, and no secret. */
class SpanTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build();
    private CamelFixture camel;

    @BeforeEach
    void trace() {
        camel = CamelFixture.withToken(dis);
        camel.context().getRegistry().bind("tracer", provider.get("test"));
        camel.context().getRegistry().bind("propagators", ContextPropagators.noop());
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.setCamelContext(camel.context());
        tracer.init(camel.context());
    }

    @AfterEach
    void close() {
        camel.close();
        provider.close();
    }

    @Test
    void aCreatedTask() throws Exception {
        route("dis-dump:dws?stream=s1");
        camel.send("direct:in", descriptor());

        assertThat(span().getName()).isEqualTo("dis-dump");
        assertThat(span().getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
        assertThat(attributes())
                .containsEntry("component", "camel-dis-dump")
                .containsEntry("server.address", dis.baseUrl())
                .containsEntry("dis.stream", "s1")
                .containsEntry("dis.task", "dwstask")
                .containsEntry("dis.outcome", "CREATED")
                .containsEntry("http.status_code", "201")
                .doesNotContainKey("dis.error_code");
        assertThat(attributes().get("dis.request_id")).isNotBlank();
    }

    @Test
    void aRefusedTask() throws Exception {
        route("dis-dump:dws?stream=s1");
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "not healthy"));
        camel.send("direct:in", descriptor());

        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attributes())
                .containsEntry("dis.stream", "s1")
                .containsEntry("dis.task", "dwstask")
                .containsEntry("dis.error_code", "DIS.4350")
                .containsEntry("http.status_code", "400")
                .doesNotContainKey("dis.outcome");
    }

    @Test
    void aMessageOfWhichNothingWasSentHasNoStatusOfAnEarlierCall() throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:in")
                        .to("dis-dump:dws?stream=s1")
                        .process(exchange -> camel.component().stop())
                        .to("dis-dump:dws?stream=s1");
            }
        });
        camel.send("direct:in", descriptor());

        assertThat(ours()).hasSize(2);
        assertThat(text(ours().get(1)))
                .containsEntry("dis.task", "dwstask")
                .doesNotContainKeys("http.status_code", "dis.outcome", "dis.request_id");
    }

    @Test
    void aHostileNameIsCutAndCannotBreakALine() throws Exception {
        route("dis-dump:dws?stream=s1");
        camel.send("direct:in", descriptor(), Map.of(DisDumpConstants.TASK_NAME, "x\ny" + "z".repeat(500)));

        assertThat(attributes().get("dis.task")).startsWith("x?yz").hasSizeLessThan(110);
    }

    @Test
    void noSecretWhateverTheWayAndTheEnd() throws Exception {
        dis.addUser("account", "user", "SECRET-iam");
        dis.addTemporaryAccessKey("SECRET-access", "SECRET-secret", "SECRET-session");
        String project = "&projectId=" + dis.projectId();
        List<String> ways = List.of(
                "authToken=SECRET-a&userPassword=SECRET-b" + project,
                "authToken=RAW{SECRET-a)}&userPassword=RAW(SECRET-b&x=SECRET-c)" + project,
                "iamDomain=account&iamUser=user&password=RAW(SECRET-iam)&region=" + dis.projectName(),
                "accessKey=SECRET-access&secretKey=SECRET-secret&sessionToken=SECRET-session" + project);
        camel.component().getConfiguration().setAuthToken(null);
        camel.component().getConfiguration().setProjectId(null);
        camel.component().getConfiguration().setIamEndpoint(dis.baseUrl());
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (String way : ways) {
                    from("direct:way" + ways.indexOf(way)).to("dis-dump:dws?stream=s1&" + way);
                }
                from("direct:header").to("dis-dump:dws?stream=s1" + project);
            }
        });
        Map<String, Object> body = descriptor();
        body.put("user_password", "SECRET-body");
        Map<String, Object> headers =
                Map.of(DisDumpConstants.AUTH_TOKEN, "SECRET-header", DisDumpConstants.USER_PASSWORD, "SECRET-password");
        for (Fault fault : List.of(Fault.none(), Fault.echoRequest(400), Fault.echoRequest(201), Fault.garbage())) {
            for (int i = 0; i < ways.size(); i++) {
                dis.fail(Kind.CREATE, fault);
                camel.send("direct:way" + i, body);
            }
            dis.fail(Kind.CREATE, fault);
            camel.send("direct:header", body, headers);
        }
        assertThat(ours()).hasSize(20);
        LeakSearch search = new LeakSearch();
        for (SpanData span : spans.getFinishedSpanItems()) {
            search.in("span", span)
                    .in("name", span.getName())
                    .in("attributes", span.getAttributes())
                    .in("events", span.getEvents())
                    .in("status", span.getStatus());
        }
        search.findsNothing();
    }

    private void route(String uri) throws Exception {
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:in").to(uri);
            }
        });
    }

    private List<SpanData> ours() {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().startsWith("dis-dump"))
                .toList();
    }

    private SpanData span() {
        assertThat(ours()).hasSize(1);
        return ours().get(0);
    }

    private Map<String, String> attributes() {
        return text(span());
    }

    private static Map<String, String> text(SpanData span) {
        return span.getAttributes().asMap().entrySet().stream()
                .collect(Collectors.toMap(
                        ((Function<Map.Entry<AttributeKey<?>, Object>, AttributeKey<?>>) Map.Entry::getKey)
                                .andThen(AttributeKey::getKey),
                        entry -> entry.getValue().toString()));
    }
}
