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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.service.ServiceHelper;

import io.github.disdump.camel.model.DwsDumpTask;
import io.github.disdump.camel.model.Violation;

/**
 * Create dump tasks of Huawei Cloud Data Ingestion Service (DIS), which write the data of a stream to a Data Warehouse
 * Service (DWS) table.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = DisDumpConstants.SCHEME,
        title = "Huawei Cloud DIS Dump Task",
        syntax = "dis-dump:destination",
        producerOnly = true,
        remote = true,
        category = {Category.CLOUD, Category.BIGDATA},
        headersClass = DisDumpConstants.class)
@ManagedResource(description = "Managed DIS dump endpoint")
public class DisDumpEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath(label = "common", description = "Where the tasks write the stream's data", enums = "dws")
    @Metadata(required = true)
    private final DisDumpDestination destination;

    @UriParam
    private DisDumpConfiguration configuration;

    @UriParam
    private DisDumpPolicy policy;

    @UriParam
    private DwsDumpTask task;

    private final TaskStatistics statistics = new TaskStatistics();
    private ConnectionSettings settings;
    private volatile EndpointSession session;

    /**
     * @param configuration the options of the connection, for this endpoint alone
     * @param policy        the options for failures and existing tasks, for this endpoint alone
     * @param task          the options of the task's fields, for this endpoint alone
     */
    public DisDumpEndpoint(
            String uri,
            DisDumpComponent component,
            DisDumpDestination destination,
            DisDumpConfiguration configuration,
            DisDumpPolicy policy,
            DwsDumpTask task) {
        super(uri, component);
        this.destination = destination;
        this.configuration = configuration;
        this.policy = policy;
        this.task = task;
    }

    @Override
    public DisDumpComponent getComponent() {
        return (DisDumpComponent) super.getComponent();
    }

    /** Where the tasks write the stream's data. */
    public DisDumpDestination getDestination() {
        return destination;
    }

    public DisDumpConfiguration getConfiguration() {
        return configuration;
    }

    /** Where DIS is, who calls, and how. */
    public void setConfiguration(DisDumpConfiguration configuration) {
        this.configuration = configuration;
    }

    public DisDumpPolicy getPolicy() {
        return policy;
    }

    /** What a call does when the service is busy, no answer comes, the task exists or does not run yet. */
    public void setPolicy(DisDumpPolicy policy) {
        this.policy = policy;
    }

    public DwsDumpTask getTask() {
        return task;
    }

    /** The fields of the tasks, as far as no message says otherwise. */
    public void setTask(DwsDumpTask task) {
        this.task = task;
    }

    @Override
    public Producer createProducer() {
        return new DisDumpProducer(this);
    }

    /**
     * What the endpoint holds while it is started, for one call; to be {@link EndpointSession#release released} after it. A
     * cache of producers, such as that of <code>toD</code>, stops the endpoint of each producer that it drops, also if other
     * routes have the same endpoint: so it is started anew, unless the component is stopped.
     */
    EndpointSession session() {
        EndpointSession running = session;
        while (running == null || !running.hold()) {
            if (!getComponent().isRunAllowed()) {
                throw new DisDumpException("The endpoint is stopped, nothing was sent", false);
            }
            startAnew();
            running = session;
        }
        return running;
    }

    /** Waits for a stop that is under way. */
    private void startAnew() {
        try {
            ServiceHelper.startService(this);
        } catch (RuntimeException e) {
            throw new DisDumpException("The endpoint could not be started anew, nothing was sent", false, e);
        }
    }

    /** Counts how the exchanges of this endpoint end. */
    TaskStatistics statistics() {
        return statistics;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("dis-dump only creates tasks: it can be used in to(), not in from()");
    }

    @Override
    public String getServiceUrl() {
        return settings == null ? null : settings.dis().toString();
    }

    @Override
    public String getServiceProtocol() {
        return settings == null ? null : settings.dis().scheme();
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return configuration.getStream() == null ? Map.of() : Map.of("stream", configuration.getStream());
    }

    @ManagedAttribute(description = "Exchanges with the outcome CREATED: the service answered 201")
    public long getCreated() {
        return statistics.created();
    }

    @ManagedAttribute(
            description =
                    "Exchanges with the outcome RECONCILED: the task exists just as requested after an answer was lost")
    public long getReconciled() {
        return statistics.reconciled();
    }

    @ManagedAttribute(
            description =
                    "Exchanges with the outcome REPLACED: the task was deleted and created anew (ifExists=replace)")
    public long getReplaced() {
        return statistics.replaced();
    }

    @ManagedAttribute(
            description =
                    "Exchanges with the outcome ALREADY_EXISTS: the task was left as it is (ifExists=ignore or ignoreSame)")
    public long getAlreadyExists() {
        return statistics.alreadyExists();
    }

    @ManagedAttribute(
            description =
                    "Exchanges to which the component's rules, IAM, DIS or the gateway said no; also a created task that is"
                            + " not in the state waited for")
    public long getRefused() {
        return statistics.refused();
    }

    @ManagedAttribute(
            description =
                    "Exchanges that ended without a usable answer; also if the task was created, but the question for its state"
                            + " was not answered")
    public long getFailed() {
        return statistics.failed();
    }

    @ManagedAttribute(description = "Tries that were repeated")
    public long getRetried() {
        return statistics.retried();
    }

    @ManagedAttribute(
            description =
                    "Age in seconds of the IAM token for the endpoint's project; -1 if none is kept or there is no login")
    public long getTokenAge() {
        EndpointSession running = session;
        Duration age = running == null ? null : running.tokenAge();
        return age == null ? -1 : age.toSeconds();
    }

    @ManagedAttribute(
            description = "Connections to DIS in use, of all endpoints with this service; -1 if that is not known")
    public int getConnectionsInUse() {
        EndpointSession running = session;
        return running == null ? 0 : running.connectionsInUse();
    }

    @ManagedAttribute(
            description = "Idle connections to DIS, of all endpoints with this service; -1 if that is not known")
    public int getIdleConnections() {
        EndpointSession running = session;
        return running == null ? 0 : running.idleConnections();
    }

    @ManagedOperation(description = "Sets the counters to zero")
    public void resetCounters() {
        statistics.reset();
    }

    @ManagedOperation(
            description =
                    "Forgets the IAM user's tokens and remembered refusals, for all endpoints of the component that"
                            + " log in as this user; the next message logs in. Without a login: the refusal that"
                            + " the health check of this endpoint remembers")
    public void clearToken() {
        EndpointSession running = session;
        if (running != null) {
            running.clearToken();
            getComponent().forgetRefusals(running);
        }
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        settings = ConnectionSettings.of(configuration);
        policy.check();
        List<Violation> violations = destination.type().check(task);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("The endpoint's options break a rule: "
                    + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }

    /** Opens no connection: the first message does. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        session = EndpointSession.open(this, settings);
        getComponent().opened(session);
    }

    @Override
    protected void doStop() throws Exception {
        EndpointSession running = session;
        session = null;
        if (running != null) {
            running.close();
        }
        super.doStop();
    }
}
