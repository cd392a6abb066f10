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

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * The base URL of a service, checked: https, or plain http where that is allowed; a host; perhaps a port and a path; nothing
 * else.
 */
public final class ServiceUrl {

    private final String scheme;
    private final String host;
    private final int port;
    private final String path;

    private ServiceUrl(String scheme, String host, int port, String path) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.path = path;
    }

    /**
     * Reads a base URL.
     *
     * @param  option                   the option it comes from, for the error
     * @param  text                     the URL
     * @param  allowPlainHttp           whether plain http may go to any host; to a loopback address it always may
     * @throws IllegalArgumentException if the URL is not usable; the text of the URL is told without user info
     */
    public static ServiceUrl of(String option, String text, boolean allowPlainHttp) {
        URI uri;
        try {
            uri = new URI(text.trim());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The option " + option + " is not a URL");
        }
        String scheme = uri.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "The option " + option + " must be a URL such as https://dis.example.com");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The option " + option + " must be a base URL without user, query and fragment");
        }
        String host = uri.getHost();
        if ("http".equalsIgnoreCase(scheme) && !allowPlainHttp && !isLoopback(host)) {
            throw new IllegalArgumentException("The option " + option + " is plain http to the host " + host
                    + ": use https, or set allowPlainHttp=true to send credentials unencrypted");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return new ServiceUrl(scheme.toLowerCase(java.util.Locale.ROOT), host, uri.getPort(), path);
    }

    /** Only literal loopback addresses and the name localhost count: asking a name server would be network at start. */
    private static boolean isLoopback(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return "localhost".equalsIgnoreCase(bare)
                || "::1".equals(bare)
                || "0:0:0:0:0:0:0:1".equals(bare)
                || bare.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /** <code>https</code> or <code>http</code>. */
    public String scheme() {
        return scheme;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Host and port as they stand in the header Host. */
    String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    /** The path before the API's own, without a closing slash; mostly empty. */
    public String path() {
        return path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceUrl url && toString().equals(url.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(scheme, host, port, path);
    }

    /** The URL, without a closing slash. */
    @Override
    public String toString() {
        return scheme + "://" + authority() + path;
    }
}
