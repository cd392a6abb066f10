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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks requests signed with {@code SDK-HMAC-SHA256}. */
final class SignatureVerifier {

    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final Duration MAXIMUM_SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    /** Each must be signed when it is sent; the first two must be sent. */
    private static final List<String> SIGNED_WHEN_SENT =
            List.of("host", "x-sdk-date", "x-project-id", "x-security-token");

    private final Clock clock;
    private final Behaviour behaviour;
    private final Predicate<String> knownProject;
    private final Map<String, Key> keys = new ConcurrentHashMap<>();

    SignatureVerifier(Clock clock, Behaviour behaviour, Predicate<String> knownProject) {
        this.clock = clock;
        this.behaviour = behaviour;
        this.knownProject = knownProject;
    }

    private record Key(String secret, String securityToken) {
        @Override
        public String toString() {
            return "Key";
        }
    }

    /**
     * Adds a key.
     *
     * @param securityToken what must come with a temporary key, empty for a permanent one
     */
    void add(String accessKey, String secretKey, String securityToken) {
        keys.put(accessKey, new Key(secretKey, securityToken));
    }

    void check(ReceivedRequest request, String authorization, String projectId) {
        Map<String, String> parts = parts(authorization);
        String date = date(request);
        String accessKey = parts.getOrDefault("Access", "");
        if (accessKey.isEmpty()) {
            throw refusal("DIS.4106", "The Authorization header has no access key.");
        }
        String signedHeaders = parts.getOrDefault("SignedHeaders", "");
        String signature = parts.getOrDefault("Signature", "");
        if (signedHeaders.isEmpty() || signature.isEmpty()) {
            throw refusal("DIS.4110", "The Authorization header has no SignedHeaders or no Signature.");
        }
        Key key = keys.get(accessKey);
        if (key == null
                || !key.securityToken()
                        .equals(request.wholeHeader("X-Security-Token").orElse(""))) {
            throw RequestRefusedException.gateway(
                    401, "APIGW.0301", "Incorrect IAM authentication information: AK not found");
        }
        List<String> names = List.of(signedHeaders.split(";", -1));
        checkSignedHeaders(request, names);
        byte[] expected =
                sign(key.secret(), date, CanonicalRequest.of(request, names)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            throw refusal("DIS.4100", "The signature is wrong.");
        }
        boolean projectFits = knownProject.test(projectId)
                && request.wholeHeader("X-Project-Id").map(projectId::equals).orElse(true);
        if (!projectFits) {
            throw AccessGuard.wrongProject();
        }
    }

    private Map<String, String> parts(String authorization) {
        if (authorization.isBlank()) {
            throw refusal("DIS.4101", "The Authorization header is empty.");
        }
        if (!authorization.startsWith(ALGORITHM + " ")) {
            throw refusal("DIS.4102", "The Authorization header does not start with " + ALGORITHM + ".");
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : authorization.substring(ALGORITHM.length() + 1).split(",", -1)) {
            String[] pair = part.trim().split("=", 2);
            if (pair.length != 2 || parts.put(pair[0], pair[1]) != null) {
                throw refusal("DIS.4102", "The Authorization header cannot be parsed.");
            }
        }
        return parts;
    }

    private String date(ReceivedRequest request) {
        String text = request.wholeHeader("X-Sdk-Date").orElse("");
        if (text.isEmpty()) {
            throw refusal("DIS.4103", "The X-Sdk-Date header is missing.");
        }
        Instant date;
        try {
            date = LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw refusal("DIS.4104", "The X-Sdk-Date header cannot be parsed.");
        }
        if (Duration.between(date, clock.instant()).abs().compareTo(MAXIMUM_SKEW) > 0) {
            throw refusal("DIS.4105", "X-Sdk-Date is more than 15 minutes off.");
        }
        return text;
    }

    private void checkSignedHeaders(ReceivedRequest request, List<String> names) {
        if (!names.stream().sorted().distinct().toList().equals(names)
                || names.stream().anyMatch(name -> !name.equals(name.toLowerCase(Locale.ROOT)))) {
            throw refusal("DIS.4112", "SignedHeaders must be lower-case, sorted and without repetition.");
        }
        for (String name : SIGNED_WHEN_SENT) {
            if (request.wholeHeader(name).isPresent() && !names.contains(name)) {
                throw refusal("DIS.4112", "The header " + name + " is not signed.");
            }
        }
        for (String name : names) {
            if (request.wholeHeader(name).isEmpty()) {
                throw refusal("DIS.4112", "The signed header " + name + " was not sent.");
            }
        }
    }

    private RequestRefusedException refusal(String code, String text) {
        return RequestRefusedException.dis(behaviour.authenticationStatus, code, text);
    }

    private static String sign(String secretKey, String date, String canonicalRequest) {
        String text = ALGORITHM + "\n" + date + "\n"
                + CanonicalRequest.sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
