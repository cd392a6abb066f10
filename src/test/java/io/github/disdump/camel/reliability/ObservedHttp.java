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
package io.github.disdump.camel.reliability;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.pool.PoolStats;

/** Camel's http component, which remembers the connection pools of its endpoints for a test to look at. */
final class ObservedHttp extends HttpComponent {

    private final List<PoolingHttpClientConnectionManager> pools = new CopyOnWriteArrayList<>();

    /** Takes the places of the context's own components for http and https; before its first route. */
    static ObservedHttp in(CamelContext context) {
        ObservedHttp http = new ObservedHttp();
        context.addComponent("http", http);
        context.addComponent("https", http);
        return http;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        HttpEndpoint endpoint = (HttpEndpoint) super.createEndpoint(uri, remaining, parameters);
        pools.add((PoolingHttpClientConnectionManager) endpoint.getClientConnectionManager());
        return endpoint;
    }

    /** How many connection pools were made. */
    int pools() {
        return pools.size();
    }

    /** Connections that are in use, of all pools. */
    int leased() {
        return sum(PoolStats::getLeased);
    }

    /** Calls that wait for a connection, of all pools. */
    int waiting() {
        return sum(PoolStats::getPending);
    }

    /** Connections that are open, in use or not, of all pools. */
    int open() {
        return leased() + sum(PoolStats::getAvailable);
    }

    private int sum(ToIntFunction<PoolStats> figure) {
        return pools.stream()
                .map(PoolingHttpClientConnectionManager::getTotalStats)
                .mapToInt(figure)
                .sum();
    }
}
