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

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;

import io.github.disdump.camel.auth.TokenCaches;
import io.github.disdump.camel.client.Pause;
import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.http.HttpTransports;
import io.github.disdump.camel.http.ServiceUrl;
import io.github.disdump.camel.model.DwsDumpTask;
import io.github.disdump.camel.model.FieldNames;

/**
 * The component <code>dis-dump</code>. Its options are the defaults of all its endpoints; its endpoints share HTTP
 * connections and IAM tokens.
 */
@Component(DisDumpConstants.SCHEME)
public class DisDumpComponent extends HealthCheckComponent implements SSLContextParametersAware {

    // The labels keep the order of the generated description stable: the generator's comparison is not transitive
    // without.
    @Metadata(label = "advanced")
    private DisDumpConfiguration configuration = new DisDumpConfiguration();

    @Metadata(label = "advanced")
    private DisDumpPolicy policy = new DisDumpPolicy();

    @Metadata(label = "advanced")
    private DwsDumpTask task = new DwsDumpTask();

    @Metadata(label = "security", defaultValue = "false")
    private boolean useGlobalSslContextParameters;

    private final HttpTransports transports = new HttpTransports();

    /** Weak: two threads that ask for an endpoint at the same moment get two, and Camel forgets and never stops one. */
    private final Set<EndpointSession> sessions =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final LifecycleStrategy stopWatch = new LifecycleStrategySupport() {
        @Override
        public void onContextStopping(CamelContext context) {
            endPauses();
        }
    };
    private volatile boolean stopping;
    private Pause testPause;
    private LongSupplier nanoTime = System::nanoTime;
    private Clock clock = Clock.systemUTC();
    private TokenCaches tokenCaches = new TokenCaches(clock);

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        DisDumpDestination destination = DisDumpDestination.of(remaining);
        DisDumpConfiguration own = configuration.copy();
        own.getHttp().putAll(PropertiesHelper.extractProperties(parameters, "http."));
        DisDumpEndpoint endpoint = new DisDumpEndpoint(
                uri, this, destination, own, policy.copy(), destination.type().copyOf(task));
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** Unlike the inherited one it tells no value: a misspelt secret is no option's name, so nothing would mask it. */
    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (parameters.isEmpty()) {
            return;
        }
        Set<String> known = getCamelContext()
                .getCamelContextExtension()
                .getEndpointUriFactory(DisDumpConstants.SCHEME)
                .propertyNames();
        StringBuilder unknown = new StringBuilder();
        for (String name : parameters.keySet()) {
            unknown.append(unknown.isEmpty() ? "" : "; ")
                    .append("unknown option `")
                    .append(name)
                    .append('`')
                    .append(FieldNames.suggestion(name, known));
        }
        throw new ResolveEndpointFailedException(uri.replaceFirst("\\?.*", ""), unknown.toString());
    }

    HttpTransport acquire(ServiceUrl service, Map<String, Object> options) throws Exception {
        Map<String, Object> http = new LinkedHashMap<>(options);
        SSLContextParameters global = retrieveGlobalSslContextParameters();
        if (global != null) {
            http.putIfAbsent("sslContextParameters", global);
        }
        return transports.acquire(getCamelContext(), service, http);
    }

    void release(HttpTransport transport) {
        if (transport != null) {
            transports.release(transport);
        }
    }

    TokenCaches tokenCaches() {
        return tokenCaches;
    }

    Clock clock() {
        return clock;
    }

    /** For tests: the clock by which tokens end and signatures are dated. */
    void setClock(Clock clock) {
        this.clock = clock;
        this.tokenCaches = new TokenCaches(clock);
    }

    LongSupplier nanoTime() {
        return nanoTime;
    }

    Pause pauseOr(Pause pause) {
        return testPause == null ? pause : testPause;
    }

    /** For tests: how to wait before a retry, and the clock that measures it. */
    void setWaiting(Pause pause, LongSupplier nanoTime) {
        this.testPause = pause;
        this.nanoTime = nanoTime;
    }

    /** Camel lets exchanges in flight finish before it stops an endpoint; a pause must not hold that up. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        stopping = false;
        transports.open();
        getCamelContext().addLifecycleStrategy(stopWatch);
    }

    @Override
    protected void doStop() throws Exception {
        getCamelContext().getLifecycleStrategies().remove(stopWatch);
        endPauses();
        transports.close(); // first, so that no message opens an endpoint behind our back
        ServiceHelper.stopService(
                List.copyOf(sessions).stream().map(EndpointSession::endpoint).toList());
        sessions.clear();
        super.doStop();
    }

    private void endPauses() {
        stopping = true;
        List.copyOf(sessions).forEach(EndpointSession::stopWaiting);
    }

    /** Lets the health checks of all endpoints with this login ask again. */
    void forgetRefusals(EndpointSession login) {
        for (EndpointSession session : List.copyOf(sessions)) {
            if (session.hasLoginOf(login)) {
                session.probe().forgetRefusal();
            }
        }
    }

    void opened(EndpointSession session) {
        sessions.add(session);
        if (stopping) { // a late message has started its endpoint anew
            session.stopWaiting();
        }
    }

    public DisDumpConfiguration getConfiguration() {
        return configuration;
    }

    /**
     * The connection's options in one object: the defaults of all endpoints.
     */
    public void setConfiguration(DisDumpConfiguration configuration) {
        this.configuration = configuration;
    }

    public DisDumpPolicy getPolicy() {
        return policy;
    }

    /**
     * The options for failures and existing tasks in one object: the defaults of all endpoints.
     */
    public void setPolicy(DisDumpPolicy policy) {
        this.policy = policy;
    }

    public DwsDumpTask getTask() {
        return task;
    }

    /**
     * The task's fields in one object: the defaults of all endpoints.
     */
    public void setTask(DwsDumpTask task) {
        this.task = task;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    /**
     * Whether the connections use the SSL context parameters of the Camel context.
     */
    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
