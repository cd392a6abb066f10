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
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.util.ObjectHelper;

import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.auth.IamAuthenticator;
import io.github.disdump.camel.auth.IamCredentials;
import io.github.disdump.camel.auth.SignatureAuthenticator;
import io.github.disdump.camel.auth.TokenAuthenticator;
import io.github.disdump.camel.client.CreateResult;
import io.github.disdump.camel.client.Inquiry;
import io.github.disdump.camel.client.RetryPolicy;
import io.github.disdump.camel.client.StateWait;
import io.github.disdump.camel.client.StoppablePause;
import io.github.disdump.camel.client.TaskCreator;
import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.model.DwsDumpTask;

/**
 * What an endpoint holds from its start to its stop: borrowed transports, the way of authenticating, the mapper and the
 * creator of tasks. Producers ask the endpoint for it with each exchange, so that they outlive a restart of the endpoint; an
 * exchange that is under way when the endpoint stops ends with what it began with.
 */
final class EndpointSession {

    private final DisDumpComponent component;
    private final ExchangeMapper<DwsDumpTask> mapper;
    private final StoppablePause pause = new StoppablePause();
    private final HttpTransport dis;
    private final HttpTransport iam;
    private final Authenticator authenticator;
    private final TaskCreator creator;
    private final DisDumpIfExists ifExists;
    private final String projectId;
    private final ReadinessProbe probe;
    private final DisDumpEndpoint endpoint;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicBoolean givenBack = new AtomicBoolean();
    private volatile boolean closed;

    /** Opens no connection: the first message does. */
    static EndpointSession open(DisDumpEndpoint endpoint, ConnectionSettings settings) throws Exception {
        DisDumpComponent component = endpoint.getComponent();
        Map<String, Object> http = endpoint.getConfiguration().getHttp();
        HttpTransport dis = null;
        HttpTransport iam = null;
        try {
            dis = component.acquire(settings.dis(), http);
            iam = settings.iam() == null ? null : component.acquire(settings.iam(), http);
            return new EndpointSession(endpoint, settings, dis, iam);
        } catch (Exception | Error e) {
            component.release(dis);
            component.release(iam);
            throw e;
        }
    }

    private EndpointSession(
            DisDumpEndpoint endpoint, ConnectionSettings settings, HttpTransport dis, HttpTransport iam) {
        this.endpoint = endpoint;
        component = endpoint.getComponent();
        DisDumpConfiguration options = endpoint.getConfiguration();
        DisDumpPolicy policy = endpoint.getPolicy();
        mapper = new ExchangeMapper<>(
                endpoint.getDestination().type(),
                endpoint.getTask(),
                options,
                settings.way(),
                Boolean.FALSE.equals(endpoint.getCamelContext().isCaseInsensitiveHeaders()));
        this.dis = dis;
        this.iam = iam;
        authenticator = authenticator(options, settings);
        ifExists = policy.getIfExists();
        creator = new TaskCreator(dis, retries(policy, endpoint.statistics()), stateWait(policy));
        projectId = options.getProjectId();
        probe = new ReadinessProbe(
                authenticator == null ? null : new Inquiry(dis, authenticator, projectId),
                settings.way(),
                options.getStream(),
                Duration.ofMillis(options.getLoginBackoff()),
                component.clock(),
                endpoint.getCamelContext().getExecutorServiceManager());
    }

    /** Null if every message has to bring its token. */
    private Authenticator authenticator(DisDumpConfiguration options, ConnectionSettings settings) {
        return switch (settings.way()) {
            case HEADER -> null;
            case BEAN -> options.getAuthenticator();
            case TOKEN -> new TokenAuthenticator(options.getAuthToken());
            case SIGNATURE ->
                new SignatureAuthenticator(
                        options.getAccessKey(),
                        options.getSecretKey(),
                        ObjectHelper.isEmpty(options.getSessionToken()) ? null : options.getSessionToken(),
                        component.clock());
            case PASSWORD ->
                new IamAuthenticator(
                        new IamCredentials(
                                settings.iam(), options.getIamDomain(), options.getIamUser(), options.getPassword()),
                        options.getRegion(),
                        component.tokenCaches(),
                        iam,
                        Duration.ofMillis(options.getLoginBackoff()));
        };
    }

    private RetryPolicy retries(DisDumpPolicy policy, TaskStatistics statistics) {
        return new RetryPolicy(
                policy.getMaxRetries(),
                Duration.ofMillis(policy.getRetryDelay()),
                Duration.ofMillis(policy.getMaxRetryDelay()),
                Duration.ofMillis(policy.getRetryTimeout()),
                component.pauseOr(pause),
                () -> ThreadLocalRandom.current().nextDouble(),
                component.nanoTime(),
                statistics::countRetry);
    }

    private static StateWait stateWait(DisDumpPolicy policy) {
        return policy.getWaitForState() == null
                ? null
                : new StateWait(
                        policy.getWaitForState(),
                        Duration.ofMillis(policy.getWaitTimeout()),
                        Duration.ofMillis(policy.getWaitInterval()));
    }

    ExchangeMapper<?> mapper() {
        return mapper;
    }

    /** Creates the task: what the message says goes before what the endpoint says. */
    CreateResult create(TaskOrder order) {
        return creator.create(
                order.request(),
                order.token() == null ? authenticator : new TokenAuthenticator(order.token()),
                order.ifExists() == null ? ifExists : order.ifExists());
    }

    /** Asks whether messages could be sent now. */
    ReadinessProbe probe() {
        return probe;
    }

    /** How old the IAM token is that is kept for the endpoint's project; null if there is none. */
    Duration tokenAge() {
        return authenticator instanceof IamAuthenticator login ? login.tokenAge(projectId) : null;
    }

    /** Forgets tokens and refusals of the login, which are shared by all endpoints with the same user. */
    void clearToken() {
        if (authenticator instanceof IamAuthenticator login) {
            login.clearTokens();
        }
    }

    /** Whether the login of the other endpoint is this one's: it is the same endpoint, or the same IAM user. */
    boolean hasLoginOf(EndpointSession other) {
        return this == other
                || authenticator instanceof IamAuthenticator login
                        && other.authenticator instanceof IamAuthenticator otherLogin
                        && login.isOfUserOf(otherLogin);
    }

    /** The connections to DIS in use now; -1 if that is not known. */
    int connectionsInUse() {
        return dis.connectionsInUse();
    }

    /** The connections to DIS that are open and idle now; -1 if that is not known. */
    int idleConnections() {
        return dis.idleConnections();
    }

    /** Ends the pauses before retries at once. */
    void stopWaiting() {
        pause.stop();
    }

    /** The endpoint of this session. */
    DisDumpEndpoint endpoint() {
        return endpoint;
    }

    /** Keeps the transports open for one call; false if the session is closed. */
    boolean hold() {
        calls.incrementAndGet();
        if (closed) {
            release();
            return false;
        }
        return true;
    }

    /** The end of a call. */
    void release() {
        if (calls.decrementAndGet() == 0 && closed) {
            giveBack();
        }
    }

    /** Calls under way go on; the last of them gives the transports back. */
    void close() {
        closed = true;
        if (calls.get() == 0) {
            giveBack();
        }
    }

    private void giveBack() {
        if (givenBack.compareAndSet(false, true)) {
            component.release(dis);
            component.release(iam);
        }
    }
}
