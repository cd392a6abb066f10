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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.disdump.camel.http.HttpCall;

/**
 * Signs each call with an access key: SDK-HMAC-SHA256 over method, path, query, signed headers and the very bytes of the body.
 * A signature holds the time, so each try gets its own.
 */
public final class SignatureAuthenticator implements Authenticator {

    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final String HMAC = "HmacSHA256";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final SecretKeySpec key;
    private final String sessionToken;
    private final Clock clock;

    /**
     * @param sessionToken the security token of temporary keys; null for permanent ones
     * @param clock        the service takes dates that differ from its own by up to 15 minutes
     */
    public SignatureAuthenticator(String accessKey, String secretKey, String sessionToken, Clock clock) {
        this.accessKey = accessKey;
        this.key = new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), HMAC);
        this.sessionToken = sessionToken;
        this.clock = clock;
    }

    @Override
    public String projectId(String requested) {
        return requested;
    }

    @Override
    public void authenticate(HttpCall call, String projectId) {
        String date = DATE.format(clock.instant());
        Map<String, String> signed = new TreeMap<>();
        signed.put("host", call.authority());
        signed.put("x-project-id", projectId);
        signed.put("x-sdk-date", date);
        call.addHeader("X-Project-Id", projectId);
        call.addHeader("X-Sdk-Date", date);
        if (sessionToken != null) {
            signed.put("x-security-token", sessionToken);
            call.addSecretHeader("X-Security-Token", sessionToken);
        }
        String names = String.join(";", signed.keySet());
        String signature = sign(ALGORITHM + "\n" + date + "\n" + sha256(canonical(call, signed, names)));
        call.addSecret(signature);
        call.addSecret(accessKey);
        call.addSecretHeader(
                "Authorization",
                ALGORITHM + " Access=" + accessKey + ", SignedHeaders=" + names + ", Signature=" + signature);
    }

    /** The keys stay what they are. */
    @Override
    public boolean renew(HttpCall refused, String projectId) {
        return false;
    }

    private static byte[] canonical(HttpCall call, Map<String, String> signed, String names) {
        StringBuilder text = new StringBuilder(512);
        text.append(call.method()).append('\n');
        text.append(call.path()).append(call.path().endsWith("/") ? "\n" : "/\n");
        text.append(call.query() == null ? "" : call.query()).append('\n');
        signed.forEach((name, value) ->
                text.append(name).append(':').append(value.trim()).append('\n'));
        text.append('\n').append(names).append('\n').append(sha256(call.body()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
