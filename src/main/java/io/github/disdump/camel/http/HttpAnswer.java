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

import org.apache.hc.core5.http.Header;

/**
 * What a service answered: status, headers and as much of the body as was asked for.
 */
public final class HttpAnswer {

    private final int statusCode;
    private final Header[] headers;
    private final byte[] body;

    HttpAnswer(int statusCode, Header[] headers, byte[] body) {
        this.statusCode = statusCode;
        this.headers = headers;
        this.body = body;
    }

    /** The HTTP status. */
    public int statusCode() {
        return statusCode;
    }

    /** The first header of this name, without regard to case; null if there is none. */
    public String header(String name) {
        for (Header header : headers) {
            if (header.getName().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return null;
    }

    /** The body, cut at the limit of the call; empty if there was none. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "status " + statusCode;
    }
}
