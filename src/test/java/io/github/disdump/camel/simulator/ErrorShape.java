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

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shapes of the JSON that the services answer with when they refuse a request. */
enum ErrorShape {
    /** The DIS service. */
    DIS {
        @Override
        ObjectNode render(int status, String code, String text, String requestId) {
            return StrictJson.object().put("errorCode", code).put("message", text);
        }
    },
    /** The API gateway in front of it. */
    GATEWAY {
        @Override
        ObjectNode render(int status, String code, String text, String requestId) {
            return StrictJson.object()
                    .put("error_msg", text)
                    .put("error_code", code)
                    .put("request_id", requestId);
        }
    },
    /** IAM's older shape, without a code of its own. */
    IAM {
        @Override
        ObjectNode render(int status, String code, String text, String requestId) {
            ObjectNode error =
                    StrictJson.object().put("code", status).put("message", text).put("title", title(status));
            return StrictJson.object().set("error", error);
        }
    },
    /** IAM's newer shape. */
    IAM_CODE {
        @Override
        ObjectNode render(int status, String code, String text, String requestId) {
            return StrictJson.object().put("error_code", code).put("error_msg", text);
        }
    };

    abstract ObjectNode render(int status, String code, String text, String requestId);

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Error";
        };
    }
}
