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

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * The transports of one component: one for each service and set of <code>http.*</code> options, shared by all endpoints that
 * ask for it and closed when the last of them gives it back. Opening one does not touch the network.
 */
public final class HttpTransports {

    /** Time-outs where the user sets none, milliseconds; camel-http's own are three minutes and none. */
    private static final Map<String, String> DEFAULT_TIMEOUTS =
            Map.of("connectTimeout", "10000", "soTimeout", "30000", "responseTimeout", "30000");

    /** Options of camel-http that would undo what this component promises, and why. */
    private static final Map<String, String> FORBIDDEN = Map.of(
            "loghttpactivity", "would show tokens and passwords",
            "httpactivitylistener", "would show tokens and passwords",
            "httpclient", "would repeat requests and follow redirects by its own rules, use http.httpClientConfigurer");

    private final Lock lock = new ReentrantLock();
    private final Map<Key, Shared> transports = new HashMap<>();
    private boolean closed;

    private record Key(ServiceUrl service, Map<String, Object> options) {}

    private static final class Shared {
        private final HttpTransport transport;
        private int users;

        private Shared(HttpTransport transport) {
            this.transport = transport;
        }
    }

    /** The names of the options that {@link #acquire} takes, as camel-http spells them. */
    public static Set<String> optionNames(CamelContext context) {
        Set<String> names = new TreeSet<>(
                context.getCamelContextExtension().getEndpointUriFactory("http").propertyNames());
        names.addAll(DEFAULT_TIMEOUTS.keySet()); // described as options of its component alone
        names.add("connectionRequestTimeout");
        return names;
    }

    /**
     * Lends the transport to a service. Each call needs one call of {@link #release}.
     *
     * @param  options                  options of Camel's http endpoint, without the prefix
     * @throws IllegalArgumentException if an option is unknown or not allowed here
     * @throws IllegalStateException    if all transports are closed
     */
    public HttpTransport acquire(CamelContext context, ServiceUrl service, Map<String, Object> options)
            throws Exception {
        options.forEach((name, value) -> {
            if (value == null) {
                throw new IllegalArgumentException("The option http." + name + " has no value");
            }
        });
        Key key = new Key(service, Map.copyOf(options));
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The component is stopped");
            }
            Shared shared = transports.get(key);
            if (shared == null) {
                shared = new Shared(open(context, service, options));
                transports.put(key, shared);
            }
            shared.users++;
            return shared.transport;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a transport back; the last one to do so closes its connections. */
    public void release(HttpTransport transport) {
        lock.lock();
        try {
            transports.values().removeIf(shared -> {
                if (shared.transport != transport || --shared.users > 0) {
                    return false;
                }
                transport.close();
                return true;
            });
        } finally {
            lock.unlock();
        }
    }

    /** Lends transports again after {@link #close}. */
    public void open() {
        lock.lock();
        try {
            closed = false;
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connections of all transports, whoever still has one, and lends no more. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            transports.values().forEach(shared -> shared.transport.close());
            transports.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The endpoint is made by its component, not by the context: so it is in no registry and ours to start and stop. */
    private static HttpTransport open(CamelContext context, ServiceUrl service, Map<String, Object> options)
            throws Exception {
        HttpComponent component = context.getComponent(service.scheme(), HttpComponent.class);
        Map<String, Object> parameters = new TreeMap<>(options);
        refuseForbidden(parameters);
        DEFAULT_TIMEOUTS.forEach((name, millis) -> {
            if (isUnset(component, name)) {
                parameters.putIfAbsent(name, millis);
            }
        });
        HttpEndpoint endpoint = (HttpEndpoint) component.createEndpoint(service.toString(), parameters);
        refuseUnknown(endpoint);
        endpoint.setLogHttpActivity(
                false); // it would log tokens and passwords, so the component's setting is not taken
        endpoint.setHttpActivityListener(null);
        CompositeHttpConfigurer configurers = new CompositeHttpConfigurer();
        configurers.addConfigurer(endpoint.getHttpClientConfigurer());
        configurers.addConfigurer(HttpTransports::sendOnceAndOnlyThere);
        endpoint.setHttpClientConfigurer(configurers);
        ServiceHelper.startService(endpoint);
        return new HttpTransport(service, endpoint);
    }

    /** Retries have one owner, and it is not the HTTP client; a redirect would carry the token to another host. */
    private static void sendOnceAndOnlyThere(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableConnectionState();
    }

    private static boolean isUnset(HttpComponent component, String timeout) {
        HttpComponent untouched = new HttpComponent();
        return switch (timeout) {
            case "connectTimeout" -> component.getConnectTimeout() == untouched.getConnectTimeout();
            case "soTimeout" -> component.getSoTimeout() == untouched.getSoTimeout();
            default -> component.getResponseTimeout() == untouched.getResponseTimeout();
        };
    }

    /** Camel takes an option's name in any case and with hyphens. */
    private static void refuseForbidden(Map<String, Object> options) {
        options.forEach((name, value) -> {
            String reason = FORBIDDEN.get(name.replace("-", "").toLowerCase(Locale.ROOT));
            if (reason != null && !"false".equals(String.valueOf(value))) {
                throw new IllegalArgumentException("The option http." + name + " is not allowed here: it " + reason);
            }
        });
    }

    /** camel-http takes what it does not know as a query for the server. */
    private static void refuseUnknown(HttpEndpoint endpoint) throws Exception {
        String query = endpoint.getHttpUri().getRawQuery();
        if (query != null) {
            throw new IllegalArgumentException("Unknown option http."
                    + String.join(
                            ", http.",
                            new TreeSet<>(URISupport.parseQuery(query).keySet()))
                    + ": the options are those of Camel's http endpoint");
        }
    }
}
