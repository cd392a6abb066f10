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

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

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

    /** What the endpoint holds while it is started. */
    EndpointSession session() {
        EndpointSession running = session;
        if (running == null) {
            throw new DisDumpException("The endpoint is stopped, nothing was sent", false);
        }
        return running;
    }

    /** Ends the pauses before retries at once. */
    void stopWaiting() {
        EndpointSession running = session;
        if (running != null) {
            running.stopWaiting();
        }
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
        session = new EndpointSession(this, settings);
        getComponent().started(this);
    }

    @Override
    protected void doStop() throws Exception {
        getComponent().stopped(this);
        EndpointSession running = session;
        session = null;
        if (running != null) {
            running.close();
        }
        super.doStop();
    }
}
