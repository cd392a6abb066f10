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
package io.github.disdump.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** Shows on Camel's developer console what the MBeans of the endpoints show. */
@DevConsole(
        name = DisDumpConstants.SCHEME,
        displayName = DisDumpDevConsole.NAME,
        description = DisDumpDevConsole.DESCRIPTION)
public final class DisDumpDevConsole extends AbstractDevConsole {

    static final String NAME = "DIS Dump Tasks";
    static final String DESCRIPTION = "What the dis-dump endpoints did";

    /** Camel makes it, by its service file. */
    public DisDumpDevConsole() {
        super("camel", DisDumpConstants.SCHEME, NAME, DESCRIPTION);
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject json = new JsonObject();
        json.put("endpoints", endpoints().map(DisDumpDevConsole::facts).toList());
        return json;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        endpoints().forEach(endpoint -> {
            text.append("    ").append(endpoint).append('\n');
            Map<String, Object> facts = facts(endpoint);
            facts.remove("uri");
            facts.forEach((name, value) -> text.append("        ")
                    .append(name)
                    .append(": ")
                    .append(value)
                    .append('\n'));
        });
        return text.toString();
    }

    private Stream<DisDumpEndpoint> endpoints() {
        return getCamelContext().getEndpoints().stream()
                .filter(DisDumpEndpoint.class::isInstance)
                .map(DisDumpEndpoint.class::cast);
    }

    private static Map<String, Object> facts(DisDumpEndpoint endpoint) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("uri", endpoint.toString()); // it masks secrets, getEndpointUri() does not
        facts.put("service", endpoint.getServiceUrl());
        facts.put("stream", endpoint.getConfiguration().getStream());
        facts.put("state", endpoint.getStatus().name());
        facts.putAll(endpoint.statistics().all());
        facts.put("tokenAge", endpoint.getTokenAge());
        facts.put("connectionsInUse", endpoint.getConnectionsInUse());
        facts.put("idleConnections", endpoint.getIdleConnections());
        return facts;
    }
}
