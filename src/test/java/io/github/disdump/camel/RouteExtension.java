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

import org.apache.camel.Exchange;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.disdump.camel.model.Violation;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One simulator for a test class (in a static field), and for each test a fresh Camel context that has a valid token. Sends
 * messages and says what the server saw of them.
 */
final class RouteExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /** An endpoint with nothing but the stream. */
    static final String URI = "dis-dump:dws?stream=s1";

    private final DisSimulatorExtension server =
            new DisSimulatorExtension().beforeEach(dis -> dis.taskQuota(1_000_000));
    private CamelFixture camel;

    DisSimulator dis() {
        return server.simulator();
    }

    CamelFixture camel() {
        return camel;
    }

    /** Sends a message that must lead to a task. */
    Exchange create(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = camel.send(uri, body, headers);
        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().status()).isEqualTo(201);
        return exchange;
    }

    /** The request that a valid message leads to, as JSON. */
    JsonNode requestOf(String uri, Object body, Map<String, Object> headers) {
        create(uri, body, headers);
        return onlyRequest().json();
    }

    /** The descriptor that a valid body leads to. */
    JsonNode descriptorOf(Object body) {
        return descriptorOf(URI, body, Map.of());
    }

    /** The descriptor that a valid message leads to. */
    JsonNode descriptorOf(String uri, Object body, Map<String, Object> headers) {
        return requestOf(uri, body, headers).path("dws_destination_descriptor");
    }

    /** What the server sees of one field if a message with a whole task has a value for it. */
    JsonNode sent(String apiName, Object value) {
        Map<String, Object> task = CamelFixture.descriptor();
        task.put(apiName, value);
        JsonNode descriptor = descriptorOf(task);
        return descriptor.has(apiName)
                ? descriptor.path(apiName)
                : descriptor.path("options").path(apiName);
    }

    /** The violations of an invalid message, of which the server must not see anything. */
    List<Violation> violations(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = camel.send(uri, body, headers);
        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpValidationException.class);
        assertThat(dis().requests()).isEmpty();
        return exchange.getException(DisDumpValidationException.class).getViolations();
    }

    /** The violations of an invalid message in words. */
    List<String> mistakes(String uri, Object body, Map<String, Object> headers) {
        return violations(uri, body, headers).stream().map(Violation::toString).toList();
    }

    /** The violations of an invalid body in words. */
    List<String> mistakes(Object body) {
        return mistakes(URI, body, Map.of());
    }

    /** The violations, in words, of a whole task with a wrong value for one field. */
    List<String> mistakesOf(String apiName, Object value) {
        Map<String, Object> task = CamelFixture.descriptor();
        task.put(apiName, value);
        return mistakes(task);
    }

    /** The one request that the server saw. */
    ReceivedRequest onlyRequest() {
        assertThat(dis().requests(Kind.CREATE)).hasSize(1);
        return dis().requests(Kind.CREATE).get(0);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.beforeEach(context);
        camel = CamelFixture.withToken(dis());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        camel.close();
        server.afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.afterAll(context);
    }
}
