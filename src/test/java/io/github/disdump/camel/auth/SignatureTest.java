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
package io.github.disdump.camel.auth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;

import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.ServiceUrl;

import static org.assertj.core.api.Assertions.assertThat;

/** The signature is the one that Huawei's own signer makes of the same request. */
class SignatureTest {

    private static final DateTimeFormatter SDK_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    @Test
    void theSignatureOfAKnownRequestIsTheKnownOne() {
        HttpCall call = HttpCall.postJson(
                ServiceUrl.of("endpoint", "https://dis.cn-north-4.myhuaweicloud.com", false),
                "/v2/0123/streams/my-stream/transfer-tasks",
                null,
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8));

        new SignatureAuthenticator("AK", "SK", null, at("2024-01-01T00:00:00Z")).authenticate(call, "0123");

        assertThat(call.header("Authorization"))
                .isEqualTo("SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-project-id;x-sdk-date, "
                        + "Signature=5c2980e42323dcf3c1a68246c8037dda3020edb7c9bc131be8f40f2691fe29a6");
        assertThat(call.header("X-Sdk-Date")).isEqualTo("20240101T000000Z");
        assertThat(call.header("X-Project-Id")).isEqualTo("0123");
        assertThat(call.header("X-Security-Token")).isNull();
    }

    @Test
    void randomRequestsAreSignedAsTheOfficialSignerSignsThem() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Instant time = Instant.ofEpochSecond(1_500_000_000L + random.nextInt(500_000_000));
            String base = "https://" + word(random, 12).toLowerCase() + ".example.com"
                    + (random.nextBoolean() ? "" : ":" + (1024 + random.nextInt(60000)));
            String project = word(random, 32);
            String stream = word(random, 30) + "-_." + (random.nextInt(4) == 0 ? "x" : "") + word(random, 20);
            String body = json(random);
            String accessKey = word(random, 20);
            String secretKey = word(random, 40) + "+/=&%#";
            String sessionToken = random.nextBoolean() ? null : word(random, 500);
            String path = "/v2/" + project + "/streams/" + stream + "/transfer-tasks";

            HttpCall call = HttpCall.postJson(
                    ServiceUrl.of("endpoint", base, false), path, null, body.getBytes(StandardCharsets.UTF_8));
            new SignatureAuthenticator(accessKey, secretKey, sessionToken, at(time.toString()))
                    .authenticate(call, project);

            assertThat(call.header("Authorization"))
                    .as("request %d of seed %d", i, seed)
                    .isEqualTo(official(base, path, project, body, accessKey, secretKey, sessionToken, time));
            assertThat(call.header("X-Security-Token")).isEqualTo(sessionToken);
        }
    }

    @Test
    void everyTryIsSignedWithItsOwnTime() {
        ServiceUrl service = ServiceUrl.of("endpoint", "https://dis.example.com", false);
        HttpCall first = HttpCall.postJson(service, "/x", null, new byte[0]);
        HttpCall second = HttpCall.postJson(service, "/x", null, new byte[0]);

        new SignatureAuthenticator("AK", "SK", null, at("2024-01-01T00:00:00Z")).authenticate(first, "p");
        new SignatureAuthenticator("AK", "SK", null, at("2024-01-01T00:00:01Z")).authenticate(second, "p");

        assertThat(second.header("Authorization")).isNotEqualTo(first.header("Authorization"));
        assertThat(second.header("X-Sdk-Date")).isEqualTo("20240101T000001Z");
    }

    @Test
    void keysAndSignatureAreAmongWhatNoTextMayRepeat() {
        HttpCall call =
                HttpCall.postJson(ServiceUrl.of("endpoint", "https://dis.example.com", false), "/x", null, new byte[0]);

        new SignatureAuthenticator("AK-MARK", "SK-MARK", "ST-MARK", at("2024-01-01T00:00:00Z")).authenticate(call, "p");

        String signature = call.header("Authorization").replaceFirst(".*Signature=", "");
        assertThat(call.secrets()).contains("AK-MARK", "ST-MARK", signature, call.header("Authorization"));
        assertThat(call.toString()).doesNotContain("MARK", signature);
    }

    private static String official(
            String base,
            String path,
            String project,
            String body,
            String accessKey,
            String secretKey,
            String sessionToken,
            Instant time) {
        HttpRequest.HttpRequestBuilder request = HttpRequest.newBuilder()
                .withMethod(HttpMethod.POST)
                .withContentType("application/json")
                .withEndpoint(base)
                .withPath(path)
                .withBodyAsString(body)
                .addHeader("X-Project-Id", project)
                .addHeader("X-Sdk-Date", SDK_DATE.format(time));
        if (sessionToken != null) {
            request.addHeader("X-Security-Token", sessionToken);
        }
        Map<String, String> signed = AKSKSigner.getInstance()
                .sign(
                        request.build(),
                        new BasicCredentials()
                                .withAk(accessKey)
                                .withSk(secretKey)
                                .withProjectId(project));
        return signed.get("Authorization");
    }

    private static String json(Random random) {
        StringBuilder text = new StringBuilder("{");
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append('"')
                    .append(word(random, 10))
                    .append("\":\"")
                    .append("\u00e9\u4e2d ")
                    .append(word(random, 30));
            text.append(i == 0 ? "\"" : "\",");
        }
        return text.append('}').toString();
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }
}
