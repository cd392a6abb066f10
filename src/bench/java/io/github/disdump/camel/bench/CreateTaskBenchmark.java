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
package io.github.disdump.camel.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.github.disdump.camel.DisDumpComponent;
import io.github.disdump.camel.DisDumpConfiguration;
import io.github.disdump.camel.model.DwsDumpTask;
import io.github.disdump.camel.performance.SpecificationTask;
import io.github.disdump.camel.performance.StubDis;

/** One task for one call, in all ways that are compared. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CreateTaskBenchmark {

    private static final String PATH = "/v2/" + StubDis.PROJECT + "/streams/s1/transfer-tasks";

    private StubDis server;
    private CamelContext context;
    private CloseableHttpClient http;
    private Producer component;
    private Producer signing;
    private Producer route;
    private Producer componentRoute;
    private Endpoint endpoint;
    private Map<String, Object> map;
    private Map<String, Object> headers;
    private DwsDumpTask task;
    private String json;
    private byte[] bytes;

    @Setup
    public void start() throws Exception {
        server = StubDis.quick();
        map = SpecificationTask.descriptor();
        json = SpecificationTask.json();
        bytes = json.getBytes(StandardCharsets.UTF_8);
        task = SpecificationTask.model();
        headers = SpecificationTask.headers();

        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(64)
                        .setMaxConnPerRoute(64)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();

        context = new DefaultCamelContext();
        DisDumpConfiguration options =
                context.getComponent("dis-dump", DisDumpComponent.class).getConfiguration();
        options.setEndpoint(server.baseUrl());
        options.setProjectId(StubDis.PROJECT);
        options.setIamEndpoint(server.baseUrl());
        options.getHttp().put("connectionsPerRoute", "64");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hand-written")
                        .marshal()
                        .json()
                        .setHeader("X-Auth-Token", constant(StubDis.TOKEN))
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                        .to(server.baseUrl() + PATH + "?connectionsPerRoute=64");
                from("direct:component").to("dis-dump:dws?stream=s1&iamDomain=account&iamUser=user&password=password");
            }
        });
        context.start();
        endpoint = context.getEndpoint("dis-dump:dws?stream=s1&iamDomain=account&iamUser=user&password=password");
        component = started(endpoint);
        signing = started(context.getEndpoint("dis-dump:dws?stream=s1&accessKey=ak&secretKey=sk"));
        route = started(context.getEndpoint("direct:hand-written"));
        componentRoute = started(context.getEndpoint("direct:component"));
    }

    @TearDown
    public void stop() throws Exception {
        context.stop();
        http.close();
        server.close();
    }

    /** A connection of its own for each thread, without an HTTP client. */
    @State(Scope.Thread)
    public static class RawConnection {

        private final byte[] buffer = new byte[8192];
        private Socket socket;
        private byte[] request;

        @Setup
        public void open(CreateTaskBenchmark benchmark) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), benchmark.server.port());
            socket.setTcpNoDelay(true);
            request = ("POST " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Auth-Token: " + StubDis.TOKEN
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + benchmark.bytes.length
                            + "\r\n\r\n" + benchmark.json)
                    .getBytes(StandardCharsets.UTF_8);
        }

        @TearDown
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Below the floor: the system's and the server's part, ready bytes on a socket. */
    @Benchmark
    public int rawSocket(RawConnection connection) throws IOException {
        connection.socket.getOutputStream().write(connection.request);
        return connection.socket.getInputStream().read(connection.buffer);
    }

    /** The floor: bytes that are ready, posted by a bare HTTP client. */
    @Benchmark
    public int floor() throws Exception {
        HttpPost post = new HttpPost(server.baseUrl() + PATH);
        post.setHeader("X-Auth-Token", StubDis.TOKEN);
        post.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON));
        try (ClassicHttpResponse answer = http.executeOpen(null, post, null)) {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode();
        }
    }

    /** What a route without the component does. */
    @Benchmark
    public Exchange handWrittenRoute() throws Exception {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("destination_type", "DWS");
        request.put("dws_destination_descriptor", map);
        return send(route, request, null);
    }

    @Benchmark
    public Exchange componentMap() throws Exception {
        return send(component, map, null);
    }

    /** The same within a route, as the hand-written one is. */
    @Benchmark
    public Exchange componentMapInRoute() throws Exception {
        return send(componentRoute, map, null);
    }

    @Benchmark
    public Exchange componentJson() throws Exception {
        return send(component, json, null);
    }

    @Benchmark
    public Exchange componentHeaders() throws Exception {
        return send(component, null, headers);
    }

    @Benchmark
    public Exchange componentModel() throws Exception {
        return send(component, task, null);
    }

    @Benchmark
    public Exchange componentMapSigned() throws Exception {
        return send(signing, map, null);
    }

    private Exchange send(Producer producer, Object body, Map<String, Object> headers) throws Exception {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(body);
        if (headers != null) {
            headers.forEach(exchange.getMessage()::setHeader);
        }
        producer.process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange;
    }

    private static Producer started(Endpoint endpoint) throws Exception {
        Producer producer = endpoint.createProducer();
        producer.start();
        return producer;
    }
}
