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

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** The request line, tables 1 and 2, and the answer. */
class RequestLineSpecificationTest {

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @Test
    @SpecificationFact("URI: method POST")
    @SpecificationFact("URI: path /v2/{project_id}/streams/{stream_name}/transfer-tasks")
    void aTaskIsPostedToTheTransferTasksOfTheStream() {
        route.create(RouteExtension.URI, CamelFixture.descriptor(), Map.of());

        assertThat(route.onlyRequest().method()).isEqualTo("POST");
        assertThat(route.onlyRequest().path())
                .isEqualTo("/v2/" + route.dis().projectId() + "/streams/s1/transfer-tasks");
        assertThat(route.onlyRequest().query()).isEmpty();
        assertThat(route.onlyRequest().header("Content-Type")).contains("application/json");
    }

    @Test
    @SpecificationFact("table 1, project_id: mandatory")
    void withoutAProjectNothingIsSent() {
        route.camel().component().getConfiguration().setProjectId(null);

        assertThat(route.mistakes(CamelFixture.descriptor()))
                .containsExactly(
                        "projectId: is mandatory: set the option projectId or the header CamelDisDumpProjectId");
    }

    @Test
    @SpecificationFact("table 1, project_id: String")
    void theProjectIsAnyPrintableAsciiAndIsEncodedInThePath() {
        String project = "pro ject-?#%";
        Map<String, Object> headers = Map.of(
                DisDumpConstants.PROJECT_ID,
                project,
                DisDumpConstants.AUTH_TOKEN,
                route.dis().issueToken(project));

        route.create(RouteExtension.URI, CamelFixture.descriptor(), headers);

        assertThat(route.onlyRequest().path()).startsWith("/v2/pro%20ject-%3F%23%25/streams/");
        assertThat(route.dis().tasks(project, "s1")).hasSize(1);
    }

    @Test
    @SpecificationFact("table 1, stream_name: mandatory")
    void withoutAStreamNothingIsSent() {
        assertThat(route.mistakes("dis-dump:dws", CamelFixture.descriptor(), Map.of()))
                .containsExactly("stream: is mandatory: set the option stream or the header CamelDisDumpStream");
    }

    @ParameterizedTest
    @SpecificationFact("table 1, stream_name: String")
    @ValueSource(strings = {"s", "stream with blanks", "str\u00f6m", "100%", "a?b&c=d#e", "%2F", "a.b", "7"})
    void theStreamIsAnyTextAndIsEncodedInThePath(String stream) {
        Exchange exchange =
                route.create("dis-dump:dws", CamelFixture.descriptor(), Map.of(DisDumpConstants.STREAM, stream));

        assertThat(route.dis().tasks(stream)).hasSize(1);
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.STREAM)).isEqualTo(stream);
    }

    @Test
    @SpecificationFact("table 1, stream_name: String")
    void aNumberIsTheNameOfAStreamToo() {
        route.create("dis-dump:dws", CamelFixture.descriptor(), Map.of(DisDumpConstants.STREAM, 7));

        assertThat(route.dis().tasks("7")).hasSize(1);
    }

    @Test
    @SpecificationFact("table 1, stream_name: maximum 60")
    void aStreamOf60CharactersIsSent() {
        String stream = "s".repeat(60);

        route.create("dis-dump:dws?stream=" + stream, CamelFixture.descriptor(), Map.of());

        assertThat(route.dis().tasks(stream)).hasSize(1);
    }

    @Test
    @SpecificationFact("table 1, stream_name: maximum 60")
    void aStreamOf61CharactersIsRefused() {
        String stream = "s".repeat(61);

        assertThat(route.mistakes(
                        RouteExtension.URI, CamelFixture.descriptor(), Map.of(DisDumpConstants.STREAM, stream)))
                .containsExactly(
                        "stream = '" + stream + "' (header CamelDisDumpStream): must have at most 60 characters");
    }

    @Test
    @SpecificationFact("table 2, X-Auth-Token: mandatory")
    void withoutATokenNothingIsSent() {
        route.camel().component().getConfiguration().setAuthToken(null);

        assertThat(route.mistakes(CamelFixture.descriptor()))
                .containsExactly("authToken: is missing: set the header CamelDisDumpAuthToken, or an option: authToken,"
                        + " or iamDomain, iamUser and password, or accessKey and secretKey");
    }

    @Test
    @SpecificationFact("table 2, X-Auth-Token: String")
    void theTokenIsSentAsItWasGiven() {
        String token = route.dis().issueToken();

        route.create(RouteExtension.URI, CamelFixture.descriptor(), Map.of(DisDumpConstants.AUTH_TOKEN, token));

        assertThat(route.onlyRequest().headers().get("X-Auth-Token")).containsExactly(token);
    }

    @Test
    @SpecificationFact("table 2, X-Auth-Token: the value of X-Subject-Token in IAM's answer")
    void theTokenThatIamGivesIsSent() {
        try (CamelFixture camel = CamelFixture.withPassword(route.dis())) {
            Exchange exchange = camel.send(RouteExtension.URI, CamelFixture.descriptor());

            assertThat(exchange.getException()).isNull();
            assertThat(route.dis().count(Kind.LOGIN)).isEqualTo(1);
            assertThat(route.onlyRequest().header("X-Auth-Token")).isPresent();
            assertThat(route.onlyRequest().status()).isEqualTo(201);
        }
    }

    @Test
    @SpecificationFact("status code: 201 is the normal response")
    @SpecificationFact("response parameters: none")
    @SpecificationFact("example response: none")
    void status201WithoutABodyIsSuccess() {
        Map<String, Object> body = CamelFixture.descriptor();

        Exchange exchange = route.create(RouteExtension.URI, body, Map.of());

        assertThat(exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE))
                .isEqualTo(201);
        assertThat(exchange.getMessage().getBody()).isSameAs(body);
        assertThat(route.dis().task("s1", "dwstask")).isPresent();
    }

    @ParameterizedTest
    @SpecificationFact("status code: 201 is the normal response")
    @ValueSource(ints = {200, 202, 204})
    void anotherSuccessStatusIsNoSuccess(int status) {
        route.dis().fail(Kind.CREATE, Fault.empty(status));

        Exchange exchange = route.camel().send(RouteExtension.URI, CamelFixture.descriptor());

        assertThat(exchange.getException()).isExactlyInstanceOf(DisDumpException.class);
        assertThat(exchange.getException(DisDumpException.class).isOutcomeUnknown())
                .isTrue();
    }
}
