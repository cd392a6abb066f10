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

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.disdump.camel.simulator.SimulatorTestClient.example;
import static io.github.disdump.camel.simulator.SimulatorTestClient.json;
import static io.github.disdump.camel.simulator.SimulatorTestClient.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignatureTest {

    private static final String VECTOR = "5c2980e42323dcf3c1a68246c8037dda3020edb7c9bc131be8f40f2691fe29a6";
    private static final SimulatorClock CLOCK = new SimulatorClock(Instant.parse("2026-01-02T03:04:05Z"));

    @RegisterExtension
    static final DisSimulatorExtension EXTENSION = new DisSimulatorExtension(
                    DisSimulator.builder().clock(CLOCK))
            .beforeEach(simulator -> {
                simulator.addAccessKey("AK", "SK");
                simulator.addTemporaryAccessKey("TEMP", "SK", "security-token");
            });

    private DisSimulator dis;
    private SimulatorTestClient client;

    @BeforeEach
    void newClient() {
        dis = EXTENSION.simulator();
        client = new SimulatorTestClient(dis);
    }

    // ---- the published way, on a request that another implementation has signed ----

    private static ReceivedRequest vector(String projectId) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Host", List.of("dis.cn-north-4.myhuaweicloud.com"));
        headers.put("X-Project-Id", List.of(projectId));
        headers.put("X-Sdk-Date", List.of("20240101T000000Z"));
        return new ReceivedRequest(
                Kind.CREATE,
                "POST",
                "/v2/0123/streams/my-stream/transfer-tasks",
                headers,
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }

    private static void checkVector(String at, ReceivedRequest request, String signature) {
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        SignatureVerifier verifier = new SignatureVerifier(clock, new Behaviour(), "0123"::equals);
        verifier.add("AK", "SK", "");
        verifier.check(
                request,
                "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-project-id;x-sdk-date, Signature=" + signature,
                "0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01T00:00:00Z", "2024-01-01T00:15:00Z", "2023-12-31T23:45:00Z"})
    void theKnownSignatureIsTaken(String at) {
        assertThatCode(() -> checkVector(at, vector("0123"), VECTOR)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01T00:15:00.001Z", "2023-12-31T23:44:59Z"})
    void theClocksMustNotDifferByMoreThan15Minutes(String at) {
        assertThatThrownBy(() -> checkVector(at, vector("0123"), VECTOR)).hasMessageContaining("15 minutes");
    }

    @Test
    void anotherRequestNeedsAnotherSignature() {
        assertThatThrownBy(() -> checkVector("2024-01-01T00:00:00Z", vector("0124"), VECTOR))
                .hasMessageContaining("signature is wrong");
        assertThatThrownBy(() -> checkVector("2024-01-01T00:00:00Z", vector("0123"), VECTOR.replace('5', '6')))
                .hasMessageContaining("signature is wrong");
    }

    // ---- over the wire ----

    /** A request in the making; signs itself on an own reading of the rules. */
    private final class Draft {
        private final String path;
        private final String body;
        private final Map<String, String> headers = new TreeMap<>();
        private String date = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(CLOCK.instant());
        private String accessKey = "AK";
        private String signedHeaders;
        private String canonicalQuery = "";
        private String sentPath;

        Draft(String path, String body) {
            this.path = path;
            this.sentPath = path;
            this.body = body;
        }

        Draft header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        String authorization(String secretKey) throws Exception {
            Map<String, String> signed = new TreeMap<>(headers);
            signed.put("host", URI.create(dis.baseUrl()).getAuthority());
            signed.put("x-sdk-date", date);
            String names = signedHeaders == null ? String.join(";", signed.keySet()) : signedHeaders;
            StringBuilder text = new StringBuilder(body == null ? "GET\n" : "POST\n");
            text.append(path).append("/\n").append(canonicalQuery).append('\n');
            for (String name : names.split(";")) {
                text.append(name)
                        .append(':')
                        .append(signed.getOrDefault(name, ""))
                        .append('\n');
            }
            text.append('\n').append(names).append('\n').append(sha256(body == null ? "" : body));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(
                    ("SDK-HMAC-SHA256\n" + date + "\n" + sha256(text.toString())).getBytes(StandardCharsets.UTF_8));
            return "SDK-HMAC-SHA256 Access=" + accessKey + ", SignedHeaders=" + names + ", Signature="
                    + HexFormat.of().formatHex(signature);
        }

        HttpResponse<String> sendSigned(String secretKey) throws Exception {
            return sendWith(authorization(secretKey));
        }

        HttpResponse<String> sendWith(String authorization) throws Exception {
            HttpRequest.Builder request = client.plain(sentPath).header("Authorization", authorization);
            if (!date.isEmpty()) {
                request.header("X-Sdk-Date", date);
            }
            headers.forEach(request::header);
            if (body != null) {
                request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
            }
            return send(request);
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Draft create() {
        return new Draft(client.tasksPath(), example().toString()).header("x-project-id", dis.projectId());
    }

    private static void assertDisError(HttpResponse<String> response, String code) {
        assertThat(json(response).path("errorCode").asText()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(441);
    }

    private static void assertKeyNotFound(HttpResponse<String> response) {
        JsonNode error = json(response);
        assertThat(error.path("error_code").asText()).isEqualTo("APIGW.0301");
        assertThat(error.path("error_msg").asText()).contains("AK not found");
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void aSignedRequestIsServed() throws Exception {
        assertThat(create().sendSigned("SK").statusCode()).isEqualTo(201);
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    void aRequestWithoutBodyIsSignedToo() throws Exception {
        assertThat(new Draft(client.tasksPath(), null).sendSigned("SK").statusCode())
                .isEqualTo(200);
    }

    @Test
    void queriesAreSortedAndEncoded() throws Exception {
        Draft draft = new Draft(client.tasksPath(), null);
        draft.sentPath = client.tasksPath() + "?b=2&a=x%20y&c&a=1";
        draft.canonicalQuery = "a=1&a=x%20y&b=2&c=";

        assertThat(draft.sendSigned("SK").statusCode()).isEqualTo(200);
    }

    @Test
    void thePathIsSignedEncoded() throws Exception {
        Draft encoded = new Draft(client.tasksPath("a%20b"), null);
        assertThat(encoded.sendSigned("SK").statusCode()).isEqualTo(200);
        Draft decoded = new Draft(client.tasksPath("a b"), null);
        decoded.sentPath = client.tasksPath("a%20b");
        assertDisError(decoded.sendSigned("SK"), "DIS.4100");
    }

    @Test
    void aWrongSecretIsAWrongSignature() throws Exception {
        assertDisError(create().sendSigned("SK2"), "DIS.4100");
        assertThat(dis.tasks("s1")).isEmpty();
    }

    @Test
    void theStatusMayBe401() throws Exception {
        dis.behaviour().authenticationStatus(401);

        assertThat(create().sendSigned("SK2").statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyNotKnownIsNotFound() throws Exception {
        Draft draft = create();
        draft.accessKey = "AK2";

        assertKeyNotFound(draft.sendSigned("SK"));
    }

    @Test
    void aTemporaryKeyNeedsItsToken() throws Exception {
        Draft good = create().header("x-security-token", "security-token");
        good.accessKey = "TEMP";
        assertThat(good.sendSigned("SK").statusCode()).isEqualTo(201);
        Draft without = create();
        without.accessKey = "TEMP";
        assertKeyNotFound(without.sendSigned("SK"));
        Draft wrong = create().header("x-security-token", "other");
        wrong.accessKey = "TEMP";
        assertKeyNotFound(wrong.sendSigned("SK"));
    }

    @Test
    void aPermanentKeyHasNoToken() throws Exception {
        assertKeyNotFound(create().header("x-security-token", "security-token").sendSigned("SK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "x-sdk-date", "x-project-id", "x-security-token"})
    void theseHeadersMustBeSignedWhenSent(String name) throws Exception {
        Draft draft = create().header("x-security-token", "security-token");
        draft.accessKey = "TEMP";
        draft.signedHeaders =
                "host;x-project-id;x-sdk-date;x-security-token".replaceAll("(^" + name + ";|;" + name + ")", "");

        assertDisError(draft.sendSigned("SK"), "DIS.4112");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-sdk-date;host;x-project-id",
                "Host;x-project-id;x-sdk-date",
                "host;host;x-project-id;x-sdk-date",
                "host;x-never-sent;x-project-id;x-sdk-date"
            })
    void signedHeadersAreLowerCaseSortedAndSent(String names) throws Exception {
        Draft draft = create();
        draft.signedHeaders = names;

        assertDisError(draft.sendSigned("SK"), "DIS.4112");
    }

    @ParameterizedTest
    @CsvSource({"'',DIS.4103", "2026-01-02T03:04:05Z,DIS.4104", "20260102T034505Z,DIS.4105"})
    void theDateIsChecked(String date, String code) throws Exception {
        Draft draft = create();
        draft.date = date;

        assertDisError(draft.sendSigned("SK"), code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "''>DIS.4101",
                "Bearer x>DIS.4102",
                "SDK-HMAC-SHA256 Access>DIS.4102",
                "SDK-HMAC-SHA256 Access=AK, Access=AK>DIS.4102",
                "SDK-HMAC-SHA256 SignedHeaders=host, Signature=00>DIS.4106",
                "SDK-HMAC-SHA256 Access=AK, Signature=00>DIS.4110",
                "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host>DIS.4110"
            })
    void theAuthorizationIsChecked(String authorization, String code) throws Exception {
        assertDisError(create().sendWith(authorization), code);
    }

    @Test
    void theProjectMustBeKnownAndTheSameInPathAndHeader() throws Exception {
        String elsewhere = "/v2/p2/streams/s1/transfer-tasks";
        HttpResponse<String> unknown = new Draft(elsewhere, null).sendSigned("SK");
        assertThat(json(unknown).path("errorCode").asText()).isEqualTo("DIS.4117");
        dis.addUser("d", "u", "p", "p2", "simulated-2");
        assertThat(new Draft(elsewhere, null).sendSigned("SK").statusCode()).isEqualTo(200);
        HttpResponse<String> other = new Draft(elsewhere, null)
                .header("x-project-id", dis.projectId())
                .sendSigned("SK");
        assertThat(json(other).path("errorCode").asText()).isEqualTo("DIS.4117");
    }

    @Test
    void aTokenSentAsWellMustBeGoodToo() throws Exception {
        assertDisError(create().header("x-auth-token", "old").sendSigned("SK"), "DIS.4114");
        assertThat(create().header("x-auth-token", dis.issueToken())
                        .sendSigned("SK")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anOldSignatureIsRefused() throws Exception {
        Draft draft = create();
        String authorization = draft.authorization("SK");
        CLOCK.advance(Duration.ofMinutes(16));

        assertDisError(draft.sendWith(authorization), "DIS.4105");
    }
}
