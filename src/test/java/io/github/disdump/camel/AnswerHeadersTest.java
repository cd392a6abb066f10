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

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** What the route learns from the message's headers, and which of them leave it. */
class AnswerHeadersTest {

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @Test
    void aCreatedTaskIsToldByStatusRequestOutcomeStreamAndName() {
        route.dis().fail(Kind.CREATE, Fault.none().withHeader("X-Request-Id", "request-1"));

        Message message = route.create(RouteExtension.URI, CamelFixture.descriptor(), Map.of())
                .getMessage();

        assertThat(message.getHeaders())
                .containsEntry("CamelDisDumpStatusCode", 201)
                .containsEntry("CamelDisDumpRequestId", "request-1")
                .containsEntry("CamelDisDumpOutcome", "CREATED")
                .containsEntry("CamelDisDumpStream", "s1")
                .containsEntry("CamelDisDumpTaskName", "dwstask")
                .doesNotContainKey("CamelDisDumpErrorCode");
    }

    @Test
    void anAnswerWithoutRequestIdLeavesThatHeaderOut() {
        route.dis().fail(Kind.CREATE, Fault.none().withoutRequestId());

        Message message = route.create(
                        RouteExtension.URI, CamelFixture.descriptor(), Map.of("CamelDisDumpRequestId", "of-before"))
                .getMessage();

        assertThat(message.getHeaders()).doesNotContainKey("CamelDisDumpRequestId");
    }

    @Test
    void aRefusalIsToldByStatusRequestErrorStreamAndName() {
        route.dis()
                .fail(
                        Kind.CREATE,
                        Fault.disError(400, "DIS.4301", "stream not found").withHeader("X-Request-Id", "request-2"));

        Exchange exchange = route.camel().send(RouteExtension.URI, CamelFixture.descriptor());

        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpServiceException.class);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelDisDumpStatusCode", 400)
                .containsEntry("CamelDisDumpRequestId", "request-2")
                .containsEntry("CamelDisDumpErrorCode", "DIS.4301")
                .containsEntry("CamelDisDumpStream", "s1")
                .containsEntry("CamelDisDumpTaskName", "dwstask")
                .doesNotContainKey("CamelDisDumpOutcome");
    }

    @Test
    void headersOfAFormerCallAreGoneWhenThereIsNoAnswer() {
        route.dis().fail(Kind.CREATE, Fault.resetBeforeWork());

        Exchange exchange = route.camel().send(RouteExtension.URI, CamelFixture.descriptor(), ofAFormerCall());

        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpException.class);
        assertThatNothingIsLeftOfTheFormerCall(exchange);
    }

    @Test
    void headersOfAFormerCallAreGoneWhenTheMessageIsInvalid() {
        Exchange exchange = route.camel().send(RouteExtension.URI, "[]", ofAFormerCall());

        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpValidationException.class);
        assertThatNothingIsLeftOfTheFormerCall(exchange);
    }

    @Test
    void anInvalidMessageStillTellsStreamAndNameForTheErrorHandler() {
        Map<String, Object> task = CamelFixture.descriptor();
        task.put("agency_name", "");

        Exchange exchange = route.camel().send(RouteExtension.URI, task);

        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpValidationException.class);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelDisDumpStream", "s1")
                .containsEntry("CamelDisDumpTaskName", "dwstask");
    }

    @Test
    void anErrorWithoutCodeLeavesThatHeaderOut() {
        route.dis().fail(Kind.CREATE, Fault.empty(500));

        Exchange exchange = route.camel().send(RouteExtension.URI, CamelFixture.descriptor());

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("CamelDisDumpStatusCode", 500)
                .doesNotContainKey("CamelDisDumpErrorCode");
    }

    @Test
    void secretsLeaveTheMessageOnceTheTaskIsCreated() {
        Message message = route.create(RouteExtension.URI, CamelFixture.descriptor(), secrets())
                .getMessage();

        assertThat(message.getHeaders()).doesNotContainKeys("CamelDisDumpAuthToken", "CamelDisDumpUserPassword");
        assertThat(message.getHeaders()).containsEntry("CamelDisDumpUserName", "user-by-header");
        assertThat(route.onlyRequest().json().findValue("user_password").textValue())
                .isEqualTo("pw-by-header");
    }

    @Test
    void secretsStayInTheMessageWhenTheCallFailed() {
        route.dis().fail(Kind.CREATE, Fault.disError(500, "DIS.5000", "internal error"));
        Map<String, Object> secrets = secrets();

        Exchange exchange = route.camel().send(RouteExtension.URI, CamelFixture.descriptor(), secrets);

        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpServiceException.class);
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(secrets);
    }

    private static Map<String, Object> secrets() {
        return Map.of(
                "CamelDisDumpAuthToken",
                route.dis().issueToken(),
                "CamelDisDumpUserPassword",
                "pw-by-header",
                "CamelDisDumpUserName",
                "user-by-header");
    }

    private static Map<String, Object> ofAFormerCall() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("CamelDisDumpStatusCode", 201);
        headers.put("CamelDisDumpRequestId", "of-before");
        headers.put("CamelDisDumpErrorCode", "DIS.4355");
        headers.put("CamelDisDumpOutcome", "CREATED");
        return headers;
    }

    private static void assertThatNothingIsLeftOfTheFormerCall(Exchange exchange) {
        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys(
                        "CamelDisDumpStatusCode",
                        "CamelDisDumpRequestId",
                        "CamelDisDumpErrorCode",
                        "CamelDisDumpOutcome");
    }
}
