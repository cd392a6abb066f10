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
package io.github.disdump.camel.simulator;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.github.disdump.camel.simulator.SimulatorTestClient.example;
import static io.github.disdump.camel.simulator.SimulatorTestClient.json;
import static io.github.disdump.camel.simulator.SimulatorTestClient.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuthenticationTest {

    private static final SimulatorClock CLOCK = new SimulatorClock(Instant.parse("2026-01-02T03:04:05.678901234Z"));

    @RegisterExtension
    static final DisSimulatorExtension EXTENSION = new DisSimulatorExtension(
                    DisSimulator.builder().clock(CLOCK))
            .beforeEach(simulator -> simulator.addUser("domain", "user", "password"));

    private DisSimulator dis;
    private SimulatorTestClient client;

    @BeforeEach
    void newClient() {
        dis = EXTENSION.simulator();
        client = new SimulatorTestClient(dis);
    }

    private ObjectNode scope(String member, String value) {
        ObjectNode scope = StrictJson.object();
        scope.putObject("project").put(member, value);
        return scope;
    }

    private HttpResponse<String> login(String password) throws Exception {
        return client.login("domain", "user", password, scope("name", dis.projectName()));
    }

    private HttpResponse<String> list(String token) throws Exception {
        return send(client.plain(client.tasksPath()).header("X-Auth-Token", token));
    }

    private static String token(HttpResponse<String> login) {
        return login.headers().firstValue("X-Subject-Token").orElseThrow();
    }

    @Test
    void aTokenOpensItsProject() throws Exception {
        assertThat(list(dis.issueToken()).statusCode()).isEqualTo(200);
    }

    @Test
    void noCredentialsNoAccess() throws Exception {
        HttpResponse<String> response = send(client.plain(client.tasksPath()));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).path("error_code").asText()).isEqualTo("APIGW.0301");
    }

    @ParameterizedTest
    @CsvSource({"x,DIS.4114", "'',DIS.4113"})
    void aTokenThatIsNoneIsRefused(String token, String code) throws Exception {
        HttpResponse<String> response = list(token);

        assertThat(response.statusCode()).isEqualTo(441);
        assertThat(json(response).path("errorCode").asText()).isEqualTo(code);
    }

    @Test
    void aTokenSentTwiceIsRefused() throws Exception {
        HttpResponse<String> response = send(client.plain(client.tasksPath())
                .header("X-Auth-Token", dis.issueToken())
                .header("X-Auth-Token", dis.issueToken()));

        assertThat(response.statusCode()).isEqualTo(441);
    }

    @Test
    void expiredTokensAreRefusedInTheWayAskedFor() throws Exception {
        String token = dis.issueToken();
        dis.expireTokens();

        assertThat(list(token).statusCode()).isEqualTo(441);
        dis.behaviour().authenticationStatus(401);
        assertThat(list(token).statusCode()).isEqualTo(401);
        assertThat(json(list(token)).path("errorCode").asText()).isEqualTo("DIS.4114");
        dis.behaviour().refuseTokensWith(TokenRefusal.APIGW_0301);
        assertThat(list(token).statusCode()).isEqualTo(401);
        assertThat(json(list(token)).path("error_code").asText()).isEqualTo("APIGW.0301");
        dis.behaviour().refuseTokensWith(TokenRefusal.APIGW_0307);
        assertThat(json(list(token)).path("error_code").asText()).isEqualTo("APIGW.0307");
        assertThat(list(dis.issueToken()).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> dis.behaviour().authenticationStatus(400))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tokensLiveADayUnlessToldOtherwise() throws Exception {
        String day = dis.issueToken();
        dis.tokenLifetime(Duration.ofMinutes(10));
        String minutes = dis.issueToken();

        CLOCK.advance(Duration.ofMinutes(10));
        assertThat(list(minutes).statusCode()).isEqualTo(441);
        assertThat(list(day).statusCode()).isEqualTo(200);
        CLOCK.advance(Duration.ofHours(24).minusMinutes(10));
        assertThat(list(day).statusCode()).isEqualTo(441);
    }

    @Test
    void aTokenOfAnotherProjectIsRefused() throws Exception {
        HttpResponse<String> response = list(dis.issueToken("ffffffffffffffffffffffffffffffff"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("errorCode").asText()).isEqualTo("DIS.4117");
    }

    @Test
    void projectsAreApart() throws Exception {
        dis.addUser("domain", "user", "password", "p2", "simulated-2");
        String token = dis.issueToken("p2");

        HttpResponse<String> response = send(client.plain("/v2/p2/streams/s1/transfer-tasks")
                .header("X-Auth-Token", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(example().toString())));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(dis.tasks("s1")).isEmpty();
        assertThat(dis.tasks("p2", "s1")).hasSize(1);
    }

    @Test
    void aLoginGivesATokenAndTheProject() throws Exception {
        HttpResponse<String> response = login("password");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(token(response)).startsWith("SIM-TOKEN-").hasSizeBetween(200, 500);
        JsonNode token = json(response).path("token");
        Instant now = CLOCK.instant();
        assertThat(token.path("issued_at").asText())
                .matches("....-..-..T..:..:..\\.\\d{6}Z")
                .isEqualTo(now.toString().substring(0, 26) + "Z");
        assertThat(Instant.parse(token.path("expires_at").asText()))
                .isEqualTo(Instant.parse(token.path("issued_at").asText()).plus(Duration.ofHours(24)));
        assertThat(token.at("/project/id").asText()).isEqualTo(dis.projectId());
        assertThat(token.at("/project/name").asText()).isEqualTo("simulated-1");
        assertThat(token.at("/user/name").asText()).isEqualTo("user");
        assertThat(token.at("/user/domain/name").asText()).isEqualTo("domain");
        assertThat(token.has("catalog")).isTrue();
        assertThat(list(token(response)).statusCode()).isEqualTo(200);
    }

    @Test
    void aNewTokenDoesNotEndTheOld() throws Exception {
        String first = token(login("password"));
        String second = token(login("password"));

        assertThat(second).isNotEqualTo(first);
        assertThat(list(first).statusCode()).isEqualTo(200);
    }

    @Test
    void theCatalogCanBeLeftOut() throws Exception {
        login("password");
        byte[] body = dis.requests(Kind.LOGIN).get(0).body();

        HttpResponse<String> response = send(client.plain("/v3/auth/tokens?nocatalog=true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(json(response).path("token").has("catalog")).isFalse();
        assertThat(dis.requests(Kind.LOGIN).get(1).query()).isEqualTo("nocatalog=true");
    }

    @Test
    void theScopeMayNameTheProjectById() throws Exception {
        HttpResponse<String> response = client.login("domain", "user", "password", scope("id", dis.projectId()));

        assertThat(json(response).at("/token/project/name").asText()).isEqualTo("simulated-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name"})
    void aProjectNotKnownIsRefused(String member) throws Exception {
        HttpResponse<String> response = client.login("domain", "user", "password", scope(member, "nowhere"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("error_code").asText()).isEqualTo("IAM.1109");
    }

    @Test
    void aTokenWithoutProjectIsNoGoodForDis() throws Exception {
        HttpResponse<String> response = client.login("domain", "user", "password", null);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(json(response).path("token").has("project")).isFalse();
        assertThat(json(list(token(response))).path("errorCode").asText()).isEqualTo("DIS.4117");
    }

    @ParameterizedTest
    @CsvSource({"domain,user,wrong", "domain,nobody,password", "other,user,password"})
    void wrongNamesAndPasswordsAreRefused(String domain, String user, String password) throws Exception {
        HttpResponse<String> response = client.login(domain, user, password, null);

        assertThat(response.statusCode()).isEqualTo(401);
        JsonNode error = json(response).path("error");
        assertThat(error.path("code").intValue()).isEqualTo(401);
        assertThat(error.path("message").asText()).isEqualTo("The username or password is wrong.");
        assertThat(error.path("title").asText()).isEqualTo("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"auth\":{\"identity\":{\"methods\":[\"token\"]}}}",
                "{\"auth\":{\"identity\":{\"methods\":[\"password\",\"totp\"]}}}",
                "{\"auth\":{\"identity\":{\"methods\":[\"password\"]}}}",
                "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":"
                        + "{\"name\":\"user\",\"password\":\"password\"}}}}}",
                "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"user\","
                        + "\"password\":\"password\",\"domain\":{\"name\":\"domain\"}}}},\"scope\":{\"project\":{}}}}"
            })
    void loginsAreChecked(String body) throws Exception {
        HttpResponse<String> response = send(client.plain("/v3/auth/tokens")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("error_code").asText()).isEqualTo("IAM.0011");
    }

    @Test
    void aLoginNeedsAContentType() throws Exception {
        HttpResponse<String> response = send(client.plain("/v3/auth/tokens").POST(BodyPublishers.ofString("{}")));

        assertThat(json(response).path("error_code").asText()).isEqualTo("APIGW.0106");
    }

    @Test
    void aChangedPasswordEndsTokens() throws Exception {
        String token = token(login("password"));

        dis.changePassword("domain", "user", "new");

        assertThat(list(token).statusCode()).isEqualTo(441);
        assertThat(login("password").statusCode()).isEqualTo(401);
        assertThat(login("new").statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> dis.changePassword("domain", "nobody", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fiveFailuresLockTheAccountForAQuarterOfAnHour() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(json(login("wrong")).path("error").path("code").asInt()).isEqualTo(401);
        }

        HttpResponse<String> locked = login("password");
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(json(locked).path("error_code").asText()).isEqualTo("IAM.0061");
        CLOCK.advance(Duration.ofMinutes(15).minusNanos(1));
        assertThat(login("password").statusCode()).isEqualTo(401);
        CLOCK.advance(Duration.ofNanos(1));
        assertThat(login("password").statusCode()).isEqualTo(201);
    }

    @Test
    void oldFailuresAndSuccessesDoNotCount() throws Exception {
        for (int i = 0; i < 4; i++) {
            login("wrong");
        }
        CLOCK.advance(Duration.ofMinutes(16));
        login("wrong");
        assertThat(login("password").statusCode()).isEqualTo(201);
        for (int i = 0; i < 4; i++) {
            login("wrong");
        }
        assertThat(login("password").statusCode()).isEqualTo(201);
    }

    @Test
    void theLockCanBeSwitchedOff() throws Exception {
        dis.behaviour().accountLock(false);
        for (int i = 0; i < 10; i++) {
            login("wrong");
        }

        assertThat(login("password").statusCode()).isEqualTo(201);
    }
}
