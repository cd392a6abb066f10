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

import java.util.Locale;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the JSON object that a request must carry. */
final class RequestBody {

    private RequestBody() {}

    static JsonNode json(ReceivedRequest request, Function<String, RequestRefusedException> refusal) {
        checkContentType(request);
        JsonNode json;
        try {
            json = StrictJson.read(request.body());
        } catch (StrictJson.NotJsonException e) {
            throw refusal.apply(e.getMessage());
        }
        if (!json.isObject()) {
            throw refusal.apply("the body is not a JSON object");
        }
        return json;
    }

    static void checkContentType(ReceivedRequest request) {
        if (!isJson(request.wholeHeader("Content-Type").orElse(""))) {
            throw RequestRefusedException.gateway(
                    400, "APIGW.0106", "Orchestration error: the Content-Type must be application/json");
        }
    }

    private static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        boolean utf8 = parts.length == 1 || parts.length == 2 && parts[1].trim().matches("charset=\"?utf-?8\"?");
        return parts[0].trim().equals("application/json") && utf8;
    }
}
