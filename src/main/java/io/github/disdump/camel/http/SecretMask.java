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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Takes out of a service's text what it may repeat of the request: tokens, passwords, keys, signatures. */
final class SecretMask {

    private static final String MASK = "xxxxxx";

    /** Some writers of JSON escape more than they must, <code>=</code> and <code>/</code> among others; nested, with more backslashes. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\+(?:u(\\p{XDigit}{4})|/)");

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

    /** The text with each secret replaced, in whatever form it stands there. If that needs it, the text is told without escapes. */
    static String masked(String text, List<String> secrets) {
        String masked = replaced(text, secrets);
        String plain = unescaped(masked);
        String maskedPlain = replaced(plain, secrets);
        return maskedPlain.equals(plain) ? masked : maskedPlain;
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

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(escape -> {
            String code = escape.group(1);
            return Matcher.quoteReplacement(code == null ? "/" : Character.toString(Integer.parseInt(code, 16)));
        });
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
