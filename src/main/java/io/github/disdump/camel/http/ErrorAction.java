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

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an answer other than success asks of the caller. Decided by the code first and the status second, because DIS answers
 * throttling with 400 as well.
 */
enum ErrorAction {

    /** The same request will fail again: the request, the set-up or the credentials must change. */
    FIX,

    /** Later the same request may succeed. */
    RETRY,

    /** The token is refused: once, a new one is worth a try. */
    RENEW;

    private static final Set<String> RENEWING = Set.of("DIS.4114", "APIGW.0301", "APIGW.0307");

    /** Throttling and server faults by the error tables of DIS, the API gateway and IAM. */
    private static final Set<String> RETRIABLE = Set.of(
            "DIS.4205",
            "DIS.4303",
            "DIS.4305",
            "APIGW.0308",
            "APIGW.0601",
            "APIGW.0605",
            "APIGW.0606",
            "APIGW.0608",
            "APIGW.0609",
            "APIGW.0610",
            "APIGW.0611",
            "APIGW.0612",
            "APIGW.0613",
            "APIGW.0705",
            "IAM.0006",
            "IAM.0012",
            "IAM.0020");

    /** Codes that the tables give for a 4xx and a 5xx alike, so that they decide nothing. */
    private static final Set<String> AMBIGUOUS = Set.of("APIGW.0201");

    private static final Pattern SERVER_FAULT = Pattern.compile("DIS\\.5\\d{3}");

    private static final Pattern CODE_OF_THE_TABLES = Pattern.compile("(DIS|APIGW|IAM)\\.\\d{4}");

    /** Whatever the code is. */
    private static final Set<Integer> ALWAYS_RETRIABLE_STATUS = Set.of(429, 502, 503, 504);

    /** The address is on the blacklist: each further call keeps it there. */
    private static final Set<String> FINAL = Set.of("DIS.4309");

    static ErrorAction of(int statusCode, String errorCode) {
        String code = normalized(errorCode);
        if (code != null) {
            if (RENEWING.contains(code)) {
                return RENEW;
            }
            if (RETRIABLE.contains(code) || SERVER_FAULT.matcher(code).matches()) {
                return RETRY;
            }
        }
        if (statusCode == 401 || statusCode == 441) {
            return RENEW;
        }
        if (ALWAYS_RETRIABLE_STATUS.contains(statusCode) && !FINAL.contains(code == null ? "" : code)) {
            return RETRY;
        }
        boolean decided = code != null && CODE_OF_THE_TABLES.matcher(code).matches() && !AMBIGUOUS.contains(code);
        return !decided && statusCode == 500 ? RETRY : FIX;
    }

    /** The gateway's older prefix has the same numbers. */
    private static String normalized(String code) {
        return code != null && code.startsWith("APIG.") ? "APIGW." + code.substring(5) : code;
    }
}
