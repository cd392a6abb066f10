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

import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static io.github.disdump.camel.HealthChecks.endpoint;
import static io.github.disdump.camel.HealthChecks.only;
import static io.github.disdump.camel.HealthChecks.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the health check asks, and what it says then. */
class HealthCheckTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();

    @ParameterizedTest
    @CsvSource({
        "token,             stream=s1,                      tasks,   1, 0, Dump tasks on stream 's1': 0",
        "token,             x=,                             nothing, 0, 0, the stream comes with the message",
        "token,             stream=s1&projectId=,           nothing, 0, 0, the project comes with the message",
        "header,            stream=s1,                      nothing, 0, 0, the token comes with the message",
        "password,          x=,                             login,   0, 1, The login works",
        "password,          stream=s1,                      tasks,   1, 1, Dump tasks on stream 's1': 0",
        "key,               stream=s1,                      tasks,   1, 0, Dump tasks on stream 's1': 0"
    })
    void whatComesWithTheMessageIsNotAskedForAndSaidToBeUp(
            String way, String options, String asked, int lists, int logins, String message) throws Exception {
        try (CamelFixture camel = started(fixture(way, options.contains("projectId=")), uri(options))) {
            HealthCheck.Result result = only(camel.context());

            assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(result.getDetails()).containsEntry("asked", asked);
            assertThat(result.getMessage().orElseThrow()).contains(message);
        }
        assertThat(dis.count(Kind.LIST)).isEqualTo(lists);
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(logins);
        assertThat(dis.requests()).hasSize(lists + logins);
    }

    @Test
    void aRefusalIsToldWithStatusAndCodeAndNotCounted() throws Exception {
        try (CamelFixture camel = started(CamelFixture.withToken(dis), "dis-dump:dws?stream=s1")) {
            dis.streamsExist("another");

            HealthCheck.Result result = only(camel.context());

            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getDetails())
                    .containsEntry("service.status.code", 400)
                    .containsEntry("service.error.code", "DIS.4301");
            assertThat(result.getMessage().orElseThrow())
                    .startsWith("Listing the dump tasks of stream 's1' was refused: HTTP 400, DIS.4301");
            assertThat(result.getError()).containsInstanceOf(DisDumpServiceException.class);
            assertThat(endpoint(camel).getRefused() + endpoint(camel).getFailed())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "token", "key"})
    void noResultHoldsASecretAlsoIfTheServicesSendTheRequestBack(String way) throws Exception {
        CamelFixture fixture = fixture(way, false);
        DisDumpConfiguration options = fixture.component().getConfiguration();
        switch (way) {
            case "password" -> options.setPassword("SECRET-password");
            case "token" -> options.setAuthToken("SECRET-token");
            default -> {
                options.setAccessKey("SECRET-access");
                options.setSecretKey("SECRET-secret");
                options.setSessionToken("SECRET-session");
            }
        }
        dis.failAlways(Kind.LIST, Fault.echoRequest(400));
        dis.failAlways(Kind.LOGIN, Fault.echoRequest(400));
        try (CamelFixture camel = started(fixture, "dis-dump:dws?stream=s1&userPassword=SECRET-option")) {
            HealthCheck.Result result = only(camel.context());

            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage().orElseThrow()).contains("xxxxxx");
            new LeakSearch()
                    .in("details", result.getDetails())
                    .in("message", result.getMessage())
                    .in("check", result.getCheck().getMetaData())
                    .in(result.getError().orElseThrow())
                    .findsNothing();
        }
    }

    @Test
    void aSuccessThatIsNoListOfTasksIsNoSuccess() throws Exception {
        try (CamelFixture camel = started(CamelFixture.withToken(dis), "dis-dump:dws?stream=s1")) {
            for (Fault page : List.of(Fault.html(200), Fault.answer(200, "{\"tasks\": 3}"), Fault.empty(200))) {
                dis.fail(Kind.LIST, page);
                assertThat(only(camel.context()).getState()).as("%s", page).isEqualTo(HealthCheck.State.DOWN);
            }
            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void aTokenThatHasEndedIsRenewedAndTheNewOneServesTheMessages() throws Exception {
        try (CamelFixture camel = started(CamelFixture.withPassword(dis), "dis-dump:dws?stream=s1")) {
            only(camel.context());
            dis.expireTokens();

            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(dis.count(Kind.LOGIN)).isEqualTo(2);

            assertThat(camel.send("direct:in", descriptor()).getException()).isNull();
            assertThat(dis.count(Kind.LOGIN)).isEqualTo(2);
        }
    }

    @Test
    void anEndpointThatACacheOfProducersStoppedIsUpAsTheNextMessageStartsIt() throws Exception {
        try (CamelFixture camel = started(CamelFixture.withToken(dis), "dis-dump:dws?stream=s1")) {
            endpoint(camel).stop();

            assertThat(only(camel.context()).getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void aCheckLeavesNoConnectionBehindWhenItsEndpointStops() throws Exception {
        try (StubServer server = new StubServer((request, out) ->
                        StubServer.answer(out, "HTTP/1.1 200 OK", "{\"total_number\":0,\"tasks\":[]}"));
                CamelFixture camel = started(CamelFixture.withTokenFor(server.baseUrl()), "dis-dump:dws?stream=s1")) {
            only(camel.context());
            assertThat(server.openConnections()).isEqualTo(1);

            endpoint(camel).stop();

            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void aComponentThatIsStoppedInTheMiddleOfItAllIsDown() throws Exception {
        try (CamelFixture camel = started(CamelFixture.withToken(dis), "dis-dump:dws?stream=s1")) {
            camel.component().stop();

            assertThat(only(camel.context()).getMessage().orElseThrow()).contains("The endpoint is stopped");
        }
    }

    private CamelFixture fixture(String way, boolean withoutProject) {
        CamelFixture camel = switch (way) {
            case "password" -> CamelFixture.withPassword(dis);
            case "token" -> CamelFixture.withToken(dis);
            default -> CamelFixture.pointingAt(dis);
        };
        DisDumpConfiguration options = camel.component().getConfiguration();
        if (way.equals("key")) {
            dis.addAccessKey("access-key", "secret-key");
            options.setAccessKey("access-key");
            options.setSecretKey("secret-key");
            options.setProjectId(dis.projectId());
        }
        if (withoutProject) {
            options.setProjectId(null);
        }
        return camel;
    }

    private static String uri(String options) {
        return "dis-dump:dws" + (options.startsWith("stream") ? "?stream=s1" : "");
    }
}
