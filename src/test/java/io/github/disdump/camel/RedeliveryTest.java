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

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** When the route delivers a message again, the service gets the same request again. */
class RedeliveryTest {

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @Test
    void everyTryReadsACachedStreamAnew() throws Exception {
        assertThatTheThirdTrySucceeds(new ByteArrayInputStream(json()));
    }

    @Test
    void everyTryReadsBytesAnewWithoutStreamCaching() throws Exception {
        route.camel().context().setStreamCaching(false);

        assertThatTheThirdTrySucceeds(json());
    }

    @Test
    void aStreamThatCannotBeReadAgainIsToldAndNotReplacedByOptions() throws Exception {
        route.camel().withTaskOptions().component().getTask().setTaskName("by-option");
        route.camel().context().setStreamCaching(false);
        route.dis().fail(Kind.CREATE, Fault.disError(500, "DIS.5000", "internal error"));
        deliverAgain();

        Exchange exchange = route.camel().send("direct:tasks", new ByteArrayInputStream(json()));

        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpValidationException.class);
        assertThat(exchange.getException(DisDumpValidationException.class).getViolations())
                .singleElement()
                .hasToString(
                        "body: is empty: send a JSON object, or set ignoreBody=true to use headers and options alone");
        assertThat(route.onlyRequest().status()).isEqualTo(500);
    }

    private static void assertThatTheThirdTrySucceeds(Object body) throws Exception {
        route.dis().fail(Kind.CREATE, 2, Fault.disError(500, "DIS.5000", "internal error"));
        String token = route.dis().issueToken();
        deliverAgain();

        Exchange exchange = route.camel()
                .send(
                        "direct:tasks",
                        body,
                        Map.of(DisDumpConstants.AUTH_TOKEN, token, DisDumpConstants.USER_PASSWORD, "by-header"));

        assertThat(exchange.getException()).isNull();
        List<ReceivedRequest> requests = route.dis().requests(Kind.CREATE);
        assertThat(requests).extracting(ReceivedRequest::status).containsExactly(500, 500, 201);
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.body()).isEqualTo(requests.get(0).body());
            assertThat(request.header("X-Auth-Token")).contains(token);
            assertThat(request.json().findValue("user_password").textValue()).isEqualTo("by-header");
        });
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelDisDumpStatusCode", 201)
                .doesNotContainKeys("CamelDisDumpErrorCode", "CamelDisDumpAuthToken", "CamelDisDumpUserPassword");
    }

    private static void deliverAgain() throws Exception {
        route.camel().context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:tasks").to(RouteExtension.URI);
            }
        });
    }

    private static byte[] json() {
        return ((String) BodyForm.JSON_BARE.of(CamelFixture.descriptor())).getBytes(StandardCharsets.UTF_8);
    }
}
