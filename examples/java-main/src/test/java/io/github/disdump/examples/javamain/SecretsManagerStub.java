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
package io.github.disdump.examples.javamain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The one call of AWS Secrets Manager that Camel makes, GetSecretValue, for one secret, on the loopback address. */
final class SecretsManagerStub implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final String name;
    private final String fields;

    private SecretsManagerStub(String name, Map<String, String> fields) throws IOException {
        this.name = name;
        this.fields = JSON.writeValueAsString(fields);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static SecretsManagerStub with(String name, Map<String, String> fields) throws IOException {
        return new SecretsManagerStub(name, fields);
    }

    /** The properties of Camel that lead to this vault. */
    Map<String, String> properties() {
        return Map.of(
                "camel.vault.aws.default-credentials-provider", "false",
                "camel.vault.aws.access-key", "example-access-key",
                "camel.vault.aws.secret-key", "example-secret-key",
                "camel.vault.aws.override-endpoint", "true",
                "camel.vault.aws.uri-endpoint-override", baseUrl());
    }

    /** The environment variables of the AWS SDK that lead a process to this vault. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "example-access-key",
                "AWS_SECRET_ACCESS_KEY", "example-secret-key",
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", baseUrl());
    }

    private String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange http) throws IOException {
        JsonNode request = JSON.readTree(http.getRequestBody());
        boolean known =
                "secretsmanager.GetSecretValue".equals(http.getRequestHeaders().getFirst("X-Amz-Target"))
                        && name.equals(request.path("SecretId").textValue());
        byte[] body = JSON.writeValueAsString(
                        known
                                ? Map.of("Name", name, "SecretString", fields)
                                : Map.of("__type", "ResourceNotFoundException", "Message", "no such secret"))
                .getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        http.sendResponseHeaders(known ? 200 : 400, body.length);
        http.getResponseBody().write(body);
        http.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
