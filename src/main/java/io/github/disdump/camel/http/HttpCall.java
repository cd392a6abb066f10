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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One request to a service: method, path, headers and body. Headers can be added, which is how a request is authenticated;
 * the rest is fixed. Holds secrets, so its text says nothing of headers and body.
 */
public final class HttpCall {

    private static final byte[] NO_BODY = {};

    private final ServiceUrl service;
    private final String method;
    private final String path;
    private final String query;
    private final byte[] body;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>(6);
    private final List<String> secrets = new ArrayList<>(4);

    private HttpCall(ServiceUrl service, String method, String path, String query, byte[] body) {
        this.service = service;
        this.method = method;
        this.path = service.path() + path;
        this.query = query;
        this.body = body;
    }

    /** A POST of JSON; <code>path</code> is percent-encoded and relative to the service's base URL. */
    public static HttpCall postJson(ServiceUrl service, String path, String query, byte[] json) {
        HttpCall call = new HttpCall(service, "POST", path, query, json);
        call.addHeader("Content-Type", "application/json");
        return call;
    }

    /** A GET; <code>path</code> is percent-encoded and relative to the service's base URL. */
    public static HttpCall get(ServiceUrl service, String path) {
        return new HttpCall(service, "GET", path, null, NO_BODY);
    }

    /** A DELETE; <code>path</code> is percent-encoded and relative to the service's base URL. */
    public static HttpCall delete(ServiceUrl service, String path) {
        return new HttpCall(service, "DELETE", path, null, NO_BODY);
    }

    /** The method, in capitals. */
    public String method() {
        return method;
    }

    /** Host and port as they stand in the header Host. */
    public String authority() {
        return service.authority();
    }

    /** The whole percent-encoded path, with a leading slash. */
    public String path() {
        return path;
    }

    /** The query without the question mark; null for none. */
    public String query() {
        return query;
    }

    /** The body's bytes as they are sent; not to be changed. */
    public byte[] body() {
        return body;
    }

    /** The headers in their order. */
    public List<Map.Entry<String, String>> headers() {
        return Collections.unmodifiableList(headers);
    }

    /** The first header of this name, without regard to case; null if there is none. */
    public String header(String name) {
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return null;
    }

    /**
     * Adds a header.
     *
     * @throws IllegalArgumentException if the value is more than printable ASCII, which could break out of the header; the
     *                                  value is not told
     */
    public void addHeader(String name, String value) {
        if (!isHeaderText(value)) {
            throw new IllegalArgumentException("The value of the HTTP header " + name + " must be printable ASCII");
        }
        headers.add(Map.entry(name, value));
    }

    /** Adds a header whose value no text may repeat. */
    public void addSecretHeader(String name, String value) {
        addHeader(name, value);
        addSecret(value);
    }

    /** Adds text that is part of what is sent and that no text may repeat, such as a password in the body. */
    public void addSecret(String secret) {
        secrets.add(secret);
    }

    /** What no text may repeat, should the service do so. */
    public List<String> secrets() {
        return Collections.unmodifiableList(secrets);
    }

    /** Is the text safe as the value of a header: printable ASCII and blanks only? */
    public static boolean isHeaderText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
