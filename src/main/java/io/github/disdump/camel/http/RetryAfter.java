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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the header Retry-After: seconds, or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /** @return null if there is none or it cannot be read; never negative */
    static Duration of(HttpAnswer answer) {
        String value = answer.header("Retry-After");
        if (value == null) {
            return null;
        }
        try {
            String text = value.trim();
            if (!text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            Duration wait = Duration.between(sentAt(answer), date(text));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** By the server's own clock if it tells, so that a difference between both clocks does not count. */
    private static Instant sentAt(HttpAnswer answer) {
        String date = answer.header("Date");
        try {
            return date == null ? Instant.now() : date(date);
        } catch (DateTimeException e) {
            return Instant.now();
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
