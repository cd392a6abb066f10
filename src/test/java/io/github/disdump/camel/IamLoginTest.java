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
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** The login by user and password: what IAM is asked, what is taken from its answer, and how often it is asked. */
class IamLoginTest {

    private static final String URI = "dis-dump:dws?stream=s1";
    private static final String OTHER_PROJECT = "1d150d150d150d150d150d150d150d16";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @Test
    void withoutProjectIdTheScopeIsTheProjectOfTheRegion() throws Exception {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
        }
        ReceivedRequest login = dis.simulator().requests(Kind.LOGIN).get(0);
        assertThat(login.method()).isEqualTo("POST");
        assertThat(login.path()).isEqualTo("/v3/auth/tokens");
        assertThat(login.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(login.json()).isEqualTo(new ObjectMapper().readTree("""
                                        {"auth": {
                                          "identity": {
                                            "methods": ["password"],
                                            "password": {"user": {
                                              "name": "user", "password": "right-password", "domain": {"name": "account"}}}},
                                          "scope": {"project": {"name": "simulated-1"}}}}
                                        """));
    }

    @Test
    void withProjectIdTheScopeIsThatProject() throws Exception {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            Exchange exchange = camel.send(URI + "&projectId=" + dis.simulator().projectId(), descriptor());
            assertThat(exchange.getException()).isNull();
        }
        assertThat(dis.simulator().requests(Kind.LOGIN))
                .singleElement()
                .extracting(request -> request.json().path("auth").path("scope").toString())
                .isEqualTo("{\"project\":{\"id\":\"" + dis.simulator().projectId() + "\"}}");
    }

    @Test
    void credentialsWithQuotesAndOtherAlphabetsArriveUnchanged() {
        dis.simulator().addUser("räksmörgås", "\"quoted\\user\"", "pass\"word\u4f60\u597d");
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            DisDumpConfiguration options = camel.component().getConfiguration();
            options.setIamDomain("räksmörgås");
            options.setIamUser("\"quoted\\user\"");
            options.setPassword("pass\"word\u4f60\u597d");
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
        }
    }

    @Test
    void theTokenOfTheAnswersHeaderIsSentAndItsProjectIsUsedInThePath() {
        String token = dis.simulator().issueToken();
        dis.simulator()
                .fail(
                        Kind.LOGIN,
                        Fault.answer(
                                        201,
                                        "{\"token\": {\"expires_at\": \"2999-01-01T00:00:00.000000Z\", \"project\": {\"id\": \""
                                                + dis.simulator().projectId() + "\"}}}")
                                .withHeader("X-Subject-Token", token));
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
        }
        ReceivedRequest create = dis.simulator().requests(Kind.CREATE).get(0);
        assertThat(create.header("X-Auth-Token")).contains(token);
        assertThat(create.path()).isEqualTo("/v2/" + dis.simulator().projectId() + "/streams/s1/transfer-tasks");
    }

    @Test
    void twoEndpointsInTwoRoutesShareOneToken() throws Exception {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator()).withTaskOptions()) {
            camel.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:one").to("dis-dump:dws?stream=s1&taskName=t1");
                    from("direct:two").to("dis-dump:dws?stream=s2&taskName=t2&http.userAgent=two");
                }
            });
            assertThat(camel.send("direct:one", null).getException()).isNull();
            assertThat(camel.send("direct:two", null).getException()).isNull();
            assertThat(camel.send("direct:one", null, Map.of("CamelDisDumpTaskName", "t3"))
                            .getException())
                    .isNull();
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
        assertThat(sentTokens()).hasSize(3).containsOnly(sentTokens().get(0));
    }

    @Test
    void theSameProjectByRegionAndByIdNeedsOneLogin() {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.send(URI, descriptor());
            Exchange byId = camel.send(
                    "dis-dump:dws?stream=s2&projectId=" + dis.simulator().projectId(), descriptor());
            assertThat(byId.getException()).isNull();
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
    }

    @Test
    void otherCredentialsGetATokenOfTheirOwn() {
        dis.simulator().addUser("account", "other", "other-password");
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.send(URI, descriptor());
            Exchange other =
                    camel.send("dis-dump:dws?stream=s2&iamUser=other&password=RAW(other-password)", descriptor());
            assertThat(other.getException()).isNull();
        }
        assertThat(dis.simulator().requests(Kind.LOGIN))
                .extracting(IamLoginTest::user)
                .containsExactly("user", "other");
        assertThat(sentTokens()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aWrongPasswordDoesNotGetTheTokenOfTheRightOne() {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            camel.send(URI, descriptor());
            Exchange wrong = camel.send("dis-dump:dws?stream=s2&password=wrong", descriptor());
            assertThat(wrong.getException()).isExactlyInstanceOf(DisDumpAuthenticationException.class);
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void anotherProjectGetsATokenOfItsOwn() {
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            dis.simulator().addUser("account", "user", "right-password", OTHER_PROJECT, "simulated-2");
            camel.send(URI, descriptor());
            Exchange other = camel.send(URI, descriptor(), Map.of(DisDumpConstants.PROJECT_ID, OTHER_PROJECT));
            assertThat(other.getException()).isNull();
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(2);
        assertThat(dis.simulator().tasks(OTHER_PROJECT, "s1")).hasSize(1);
    }

    @Test
    void aProjectOfTheAnswerThatWouldLeaveThePathIsNotUsed() {
        dis.simulator()
                .fail(
                        Kind.LOGIN,
                        Fault.answer(
                                        201,
                                        "{\"token\": {\"expires_at\": \"2999-01-01T00:00:00.000000Z\", \"project\": {\"id\": \"..\"}}}")
                                .withHeader("X-Subject-Token", dis.simulator().issueToken()));
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessageContaining("fits no path");
        }
        assertThat(dis.simulator().requests()).extracting(ReceivedRequest::kind).containsOnly(Kind.LOGIN);
    }

    @Test
    void anAnswerThatDoesNotTellTheProjectIsNotUsedForAPath() {
        dis.simulator()
                .fail(
                        Kind.LOGIN,
                        Fault.answer(201, "{\"token\": {\"expires_at\": \"2999-01-01T00:00:00.000000Z\"}}")
                                .withHeader("X-Subject-Token", dis.simulator().issueToken()));
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException())
                    .isExactlyInstanceOf(DisDumpException.class)
                    .hasMessage("The credentials do not tell the project, nothing was sent: set the option projectId");
        }
        assertThat(dis.simulator().count(Kind.CREATE)).isZero();
    }

    private static List<String> sentTokens() {
        return dis.simulator().requests(Kind.CREATE).stream()
                .map(request -> request.header("X-Auth-Token").orElseThrow())
                .toList();
    }

    private static String user(ReceivedRequest login) {
        return login.json().at("/auth/identity/password/user/name").textValue();
    }
}
