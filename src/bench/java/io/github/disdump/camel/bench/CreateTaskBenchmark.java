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

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.disdump.camel.DisDumpComponent;
import io.github.disdump.camel.DisDumpConfiguration;
import io.github.disdump.camel.model.DwsDumpTask;

/** One task for one call, in all ways that are compared. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CreateTaskBenchmark {

    private static final String PATH = "/v2/0123456789abcdef0123456789abcdef/streams/s1/transfer-tasks";
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "t".repeat(1500);

    private StubDis server;
    private CamelContext context;
    private CloseableHttpClient http;
    private Producer component;
    private Producer signing;
    private Producer route;
    private Endpoint endpoint;
    private Map<String, Object> map;
    private Map<String, Object> headers;
    private DwsDumpTask task;
    private String json;
    private byte[] bytes;

    @Setup
    public void start() throws Exception {
        server = new StubDis();
        map = descriptor();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("destination_type", "DWS");
        request.put("dws_destination_descriptor", map);
        json = new ObjectMapper().writeValueAsString(request);
        bytes = json.getBytes(StandardCharsets.UTF_8);
        task = new ObjectMapper().convertValue(camelCased(), DwsDumpTask.class);
        headers = new LinkedHashMap<>();
        camelCased()
                .forEach((name, value) ->
                        headers.put("CamelDisDump" + Character.toUpperCase(name.charAt(0)) + name.substring(1), value));

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
        options.setProjectId(PROJECT);
        options.getHttp().put("connectionsPerRoute", "64");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hand-written")
                        .marshal()
                        .json()
                        .setHeader("X-Auth-Token", constant(TOKEN))
                        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                        .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                        .to(server.baseUrl() + PATH + "?connectionsPerRoute=64");
            }
        });
        context.start();
        org.slf4j.LoggerFactory.getLogger("warm");
        endpoint = context.getEndpoint("dis-dump:dws?stream=s1&authToken=" + TOKEN);
        component = started(endpoint);
        signing = started(context.getEndpoint("dis-dump:dws?stream=s1&accessKey=ak&secretKey=sk"));
        route = started(context.getEndpoint("direct:hand-written"));
    }

    @TearDown
    public void stop() throws Exception {
        context.stop();
        http.close();
        server.close();
    }

    /** The floor: bytes that are ready, posted by a bare HTTP client. */
    @Benchmark
    public int floor() throws Exception {
        HttpPost post = new HttpPost(server.baseUrl() + PATH);
        post.setHeader("X-Auth-Token", TOKEN);
        post.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON));
        try (ClassicHttpResponse answer = http.executeOpen(null, post, null)) {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode();
        }
    }

    /** What a route without the component does. */
    @Benchmark
    public Exchange handWrittenRoute() throws Exception {
        return send(
                route, new LinkedHashMap<>(Map.of("destination_type", "DWS", "dws_destination_descriptor", map)), null);
    }

    @Benchmark
    public Exchange componentMap() throws Exception {
        return send(component, map, null);
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

    /** The specification's example. */
    static Map<String, Object> descriptor() {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("task_name", "dwstask");
        descriptor.put("consumer_strategy", "LATEST");
        descriptor.put("agency_name", "dis_admin_agency");
        descriptor.put("dws_cluster_name", "dwscluster");
        descriptor.put("dws_cluster_id", "f82dc227-3691-47eb-bca7-e7851f509b2a");
        descriptor.put("dws_database_name", "postgres");
        descriptor.put("dws_schema", "dbadmin");
        descriptor.put("dws_table_name", "dwstablename");
        descriptor.put("dws_delimiter", "|"); // the example's own is empty, which logs a warning
        descriptor.put("user_name", "dbadmin");
        descriptor.put("user_password", "userpassword");
        descriptor.put("kms_user_key_name", "kmskey");
        descriptor.put("kms_user_key_id", "1e759f06-9188-4d21-afab-a75e57c04d2b");
        descriptor.put("obs_bucket_path", "obsbucket");
        descriptor.put("file_prefix", "");
        descriptor.put("deliver_time_interval", 60);
        descriptor.put("retry_duration", 1800);
        descriptor.put(
                "options",
                new LinkedHashMap<>(Map.of(
                        "fill_missing_fields", "false",
                        "ignore_extra_data", "false",
                        "compatible_illegal_chars", "false")));
        return descriptor;
    }

    private static Map<String, Object> camelCased() {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> all = descriptor();
        ((Map<?, ?>) all.remove("options")).forEach((name, value) -> all.put((String) name, value));
        all.forEach((name, value) -> {
            StringBuilder option = new StringBuilder();
            for (String word : name.split("_")) {
                option.append(option.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            fields.put(option.toString(), value);
        });
        return fields;
    }
}
