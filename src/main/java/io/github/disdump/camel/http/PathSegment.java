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

import org.apache.hc.core5.net.PercentCodec;

/** Text that becomes one segment of a URL's path. */
public final class PathSegment {

    private PathSegment() {}

    /** @return null if the text can be a segment, otherwise the rule it breaks */
    public static String breach(String text) {
        if (text.contains("..") || ".".equals(text)) {
            return "must not be or contain a relative path";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '\\' || isLineBreak(c) || Character.isISOControl(c) || Character.isSurrogate(c)) {
                return "must not contain slashes, control characters or line breaks";
            }
        }
        return null;
    }

    /** The ones of Unicode; the others are control characters. */
    private static boolean isLineBreak(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    /** Everything but letters, digits and <code>- . _ ~</code> percent-encoded as UTF-8. */
    public static String encoded(String text) {
        return PercentCodec.encode(text, StandardCharsets.UTF_8);
    }
}
