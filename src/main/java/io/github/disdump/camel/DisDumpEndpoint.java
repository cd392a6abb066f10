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
import java.util.concurrent.ThreadLocalRandom;
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

import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.auth.IamAuthenticator;
import io.github.disdump.camel.auth.IamCredentials;
import io.github.disdump.camel.auth.SignatureAuthenticator;
import io.github.disdump.camel.auth.TokenAuthenticator;
import io.github.disdump.camel.client.RetryPolicy;
import io.github.disdump.camel.client.StateWait;
import io.github.disdump.camel.client.StoppablePause;
import io.github.disdump.camel.client.TaskCreator;
import io.github.disdump.camel.http.HttpTransport;
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

    @UriPath(description = "Where the tasks write the stream's data", enums = "dws")
    @Metadata(required = true)
    private final DisDumpDestination destination;

    @UriParam
    private DisDumpConfiguration configuration;

    @UriParam
    private DisDumpPolicy policy;

    @UriParam
    private DwsDumpTask task;

    private ConnectionSettings settings;
    private StoppablePause pause = new StoppablePause();
    private HttpTransport dis;
    private HttpTransport iam;
    private Authenticator authenticator;

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
        return new DisDumpProducer(
                this,
                new ExchangeMapper<>(destination.type(), task, configuration, settings.way()),
                new TaskCreator(dis, retries(), stateWait()),
                authenticator);
    }

    private RetryPolicy retries() {
        return new RetryPolicy(
                policy.getMaxRetries(),
                Duration.ofMillis(policy.getRetryDelay()),
                Duration.ofMillis(policy.getMaxRetryDelay()),
                Duration.ofMillis(policy.getRetryTimeout()),
                getComponent().pauseOr(pause),
                () -> ThreadLocalRandom.current().nextDouble(),
                getComponent().nanoTime());
    }

    private StateWait stateWait() {
        return policy.getWaitForState() == null
                ? null
                : new StateWait(
                        policy.getWaitForState(),
                        Duration.ofMillis(policy.getWaitTimeout()),
                        Duration.ofMillis(policy.getWaitInterval()));
    }

    /** Ends the pauses before retries at once. */
    void stopWaiting() {
        pause.stop();
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
        return "https";
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
        pause = new StoppablePause();
        dis = getComponent().acquire(settings.dis(), configuration.getHttp());
        switch (settings.way()) {
            case TOKEN -> authenticator = new TokenAuthenticator(configuration.getAuthToken());
            case PASSWORD -> {
                iam = getComponent().acquire(settings.iam(), configuration.getHttp());
                authenticator = new IamAuthenticator(
                        new IamCredentials(
                                settings.iam(),
                                configuration.getIamDomain(),
                                configuration.getIamUser(),
                                configuration.getPassword()),
                        configuration.getRegion(),
                        getComponent().tokenCaches(),
                        iam,
                        Duration.ofMillis(configuration.getLoginBackoff()));
            }
            case SIGNATURE ->
                authenticator = new SignatureAuthenticator(
                        configuration.getAccessKey(),
                        configuration.getSecretKey(),
                        configuration.getSessionToken(),
                        getComponent().clock());
            case BEAN -> authenticator = configuration.getAuthenticator();
            case HEADER -> authenticator = null;
        }
        getComponent().started(this);
    }

    @Override
    protected void doStop() throws Exception {
        stopWaiting();
        getComponent().stopped(this);
        getComponent().release(dis);
        getComponent().release(iam);
        dis = null;
        iam = null;
        super.doStop();
    }
}
