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
package io.github.disdump.camel.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Takes out of a service's text what it may repeat of the request: tokens, passwords, keys, signatures. */
final class SecretMask {

    private static final String MASK = "xxxxxx";

    private SecretMask() {}

    /**
     * A body as it is, without secrets. If it was cut at the limit, so may be a secret at its end, which is left out therefore.
     */
    static String text(byte[] body, List<String> secrets, int limit) {
        String masked = masked(new String(body, StandardCharsets.UTF_8), secrets);
        if (body.length < limit) {
            return masked;
        }
        int longestSecret = secrets.stream()
                .flatMap(secret -> forms(secret).stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return masked.substring(0, Math.max(0, masked.length() - longestSecret));
    }

    /**
     * The text with each secret replaced, in whatever form it stands there. Some writers of JSON escape more than they must: if
     * a secret is only found when all escapes are taken away, the text is told without them.
     */
    static String masked(String text, List<String> secrets) {
        String masked = replaced(text, secrets);
        if (masked.indexOf('\\') < 0) {
            return masked;
        }
        String bare = bare(masked);
        String maskedBare = bare;
        for (String secret : secrets) {
            String bareSecret = bare(secret);
            if (!bareSecret.isEmpty()) {
                maskedBare = maskedBare.replace(bareSecret, MASK);
            }
        }
        return maskedBare.equals(bare) ? masked : maskedBare;
    }

    private static String replaced(String text, List<String> secrets) {
        String masked = text;
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                masked = masked.replace(form, MASK);
            }
        }
        return masked;
    }

    /** Without any backslash, however deep it is nested, and with the letters that its escapes of four hex digits stand for. */
    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                bare.append(text.charAt(i));
            } else if (isCodeUnit(text, i + 1)) {
                bare.append((char) HexFormat.fromHexDigits(text, i + 2, i + 6));
                i += 5;
            }
        }
        return bare.toString();
    }

    private static boolean isCodeUnit(String text, int at) {
        if (at + 5 > text.length() || text.charAt(at) != 'u') {
            return false;
        }
        for (int i = at + 1; i < at + 5; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** How a secret looks in a request that is repeated: as in JSON, in JSON within JSON, in HTML, in a header. */
    private static List<String> forms(String secret) {
        if (secret.isEmpty()) {
            return List.of();
        }
        String json = quoted(secret);
        String html = json.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return List.of(quoted(json), html, json, secret);
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
