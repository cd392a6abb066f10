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
package io.github.disdump.camel.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A running simulator of DIS dump tasks and IAM logins on this machine's loopback address. All methods may be called
 * by any thread at any time, and take effect with the next request.
 *
 * <pre>{@code
 * try (DisSimulator dis = DisSimulator.start()) {
 *     dis.addUser("my-account", "me", "secret");
 *     // point the client at dis.baseUrl() for DIS and for IAM, with dis.projectId()
 *     assertThat(dis.tasks("my-stream")).hasSize(1);
 * }
 * }</pre>
 */
public final class DisSimulator implements AutoCloseable {

    private final Clock clock;
    private final Token.Project project;
    private final Pauses pauses = new Pauses();
    private final SimulatorServer server;
    private volatile SimulatorState state;

    DisSimulator(DisSimulatorBuilder settings) {
        clock = settings.clock;
        project = settings.project;
        state = new SimulatorState(clock, project);
        server = new SimulatorServer(settings, new RequestRouter(() -> state, pauses));
        server.start();
    }

    /** {@return a simulator with all the defaults, on a free port} */
    public static DisSimulator start() {
        return builder().start();
    }

    /** {@return a builder with all the defaults} */
    public static DisSimulatorBuilder builder() {
        return new DisSimulatorBuilder();
    }

    /** Stops the server. Answers that are still being delayed are given up. */
    @Override
    public void close() {
        pauses.close();
        server.stop();
    }

    /** Forgets everything that happened or was set since the start: tasks, users, keys, tokens, requests, faults. */
    public void reset() {
        state = new SimulatorState(clock, project);
    }

    /** {@return the address of DIS and of IAM, such as {@code http://127.0.0.1:12345}} */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** {@return the same with HTTPS; only if the builder was told to serve it} */
    public String httpsBaseUrl() {
        return server.httpsBaseUrl();
    }

    /** {@return the id of the default project} */
    public String projectId() {
        return project.id();
    }

    /** {@return the name of the default project} */
    public String projectName() {
        return project.name();
    }

    /**
     * Adds an IAM user with access to the default project.
     *
     * @param domain the account
     * @param user the name
     * @param password the password
     */
    public void addUser(String domain, String user, String password) {
        addUser(domain, user, password, project.id(), project.name());
    }

    /**
     * Adds an IAM user with access to a project, or gives an existing one access to one more.
     *
     * @param domain the account
     * @param user the name
     * @param password the password
     * @param projectId the project's id
     * @param projectName the project's name
     */
    public void addUser(String domain, String user, String password, String projectId, String projectName) {
        state.accounts.add(
                new Token.UserKey(domain, user),
                Objects.requireNonNull(password, "password"),
                new Token.Project(projectId, projectName));
    }

    /**
     * Changes a password. The user's tokens end with it.
     *
     * @param domain the account
     * @param user the name
     * @param password the new password
     */
    public void changePassword(String domain, String user, String password) {
        Token.UserKey key = new Token.UserKey(domain, user);
        SimulatorState now = state;
        now.accounts.changePassword(key, Objects.requireNonNull(password, "password"));
        now.tokens.revoke(key);
    }

    /** {@return a new token for the default project, to be sent as {@code X-Auth-Token}} */
    public String issueToken() {
        return issueToken(project.id());
    }

    /**
     * Issues a token.
     *
     * @param projectId the project it is valid for, which need not be known
     * @return the token
     */
    public String issueToken(String projectId) {
        SimulatorState now = state;
        Token.Project scope = now.accounts.project(projectId).orElse(new Token.Project(projectId, project.name()));
        Token.UserKey nobody = new Token.UserKey("simulated", "simulated");
        return now.tokens
                .issue(nobody, Optional.of(scope), now.switches.tokenLifetime)
                .value();
    }

    /**
     * Sets how long the tokens live that are issued from now on.
     *
     * @param lifetime the time by the simulator's clock; default 24 hours
     */
    public void tokenLifetime(Duration lifetime) {
        state.switches.tokenLifetime = Objects.requireNonNull(lifetime, "lifetime");
    }

    /** Ends all tokens issued so far. */
    public void expireTokens() {
        state.tokens.revokeAll();
    }

    /**
     * Sets how bad tokens are refused.
     *
     * @param how the way; default {@link TokenRefusal#DIS_4114}
     */
    public void refuseTokensWith(TokenRefusal how) {
        state.switches.tokenRefusal = Objects.requireNonNull(how, "how");
    }

    /**
     * Sets the HTTP status of the authentication errors {@code DIS.4100} to {@code DIS.4114}.
     *
     * @param status 441, the default, or 401; the service has used both
     */
    public void authenticationStatus(int status) {
        if (status != 401 && status != 441) {
            throw new IllegalArgumentException("status: " + status + " is neither 401 nor 441");
        }
        state.switches.authenticationStatus = status;
    }

    /**
     * Switches the lock on or off that closes an account for 15 minutes after 5 failed logins within 15 minutes.
     *
     * @param on default true
     */
    public void accountLock(boolean on) {
        state.switches.accountLock = on;
    }

    /**
     * Adds an access key for signed requests.
     *
     * @param accessKey the AK
     * @param secretKey the SK
     */
    public void addAccessKey(String accessKey, String secretKey) {
        state.signatures.add(accessKey, secretKey, "");
    }

    /**
     * Adds a temporary access key, good only together with its security token.
     *
     * @param accessKey the AK
     * @param secretKey the SK
     * @param securityToken what must be sent, and signed, as {@code X-Security-Token}
     */
    public void addTemporaryAccessKey(String accessKey, String secretKey, String securityToken) {
        state.signatures.add(accessKey, secretKey, securityToken);
    }

    private TaskStore.StreamKey key(String stream) {
        return new TaskStore.StreamKey(project.id(), stream);
    }

    /**
     * Lists the tasks of a stream in the default project.
     *
     * @param stream the stream's name
     * @return the tasks, oldest first
     */
    public List<SimulatedTask> tasks(String stream) {
        return state.tasks.list(key(stream));
    }

    /**
     * Lists the tasks of a stream.
     *
     * @param projectId the project
     * @param stream the stream's name
     * @return the tasks, oldest first
     */
    public List<SimulatedTask> tasks(String projectId, String stream) {
        return state.tasks.list(new TaskStore.StreamKey(projectId, stream));
    }

    /**
     * Finds a task in the default project.
     *
     * @param stream the stream's name
     * @param task the task's name
     * @return the task, or empty if there is none of that name
     */
    public Optional<SimulatedTask> task(String stream, String task) {
        return state.tasks.find(key(stream), task);
    }

    /**
     * Adds a task behind the client's back, whose descriptor has nothing but the name. The quota does not count.
     *
     * @param stream the stream's name
     * @param task the task's name
     * @return the task
     */
    public SimulatedTask addTask(String stream, String task) {
        return addTask(stream, StrictJson.object().put("task_name", task));
    }

    /**
     * Adds a task behind the client's back. The quota and the rules of the specification do not count.
     *
     * @param stream the stream's name
     * @param descriptor the descriptor, a JSON object with at least {@code task_name}
     * @return the task
     */
    public SimulatedTask addTask(String stream, JsonNode descriptor) {
        if (descriptor.path("task_name").asText().isEmpty()) {
            throw new IllegalArgumentException("descriptor: task_name is missing");
        }
        SimulatorState now = state;
        return now.tasks.create(key(stream), descriptor, now.switches.startPlan, Integer.MAX_VALUE);
    }

    /**
     * Removes a task behind the client's back.
     *
     * @param stream the stream's name
     * @param task the task's name
     * @return false if there is no such task
     */
    public boolean removeTask(String stream, String task) {
        return state.tasks.remove(key(stream), task);
    }

    /**
     * Sets the state of a task.
     *
     * @param stream the stream's name
     * @param task the task's name
     * @param to the state
     */
    public void setTaskState(String stream, String task, TaskState to) {
        if (!state.tasks.setState(key(stream), task, Objects.requireNonNull(to, "to"))) {
            throw new IllegalArgumentException("No such task: " + task);
        }
    }

    /**
     * Sets the state of the tasks created from now on.
     *
     * @param first the state; default {@link TaskState#RUNNING}
     */
    public void newTasksStartAs(TaskState first) {
        newTasksStartAs(first, Integer.MAX_VALUE, first);
    }

    /**
     * Sets the states of the tasks created from now on.
     *
     * @param first the state at first
     * @param shows how many queries of the single task show that state, 0 or more
     * @param then the state that the next query finds, and all after it
     */
    public void newTasksStartAs(TaskState first, int shows, TaskState then) {
        if (shows < 0) {
            throw new IllegalArgumentException("shows: " + shows + " is negative");
        }
        state.switches.startPlan = new Switches.StartPlan(
                Objects.requireNonNull(first, "first"), shows, Objects.requireNonNull(then, "then"));
    }

    /**
     * From now on only these streams exist, in every project. Until this is called, every stream exists.
     *
     * @param streams the names
     */
    public void streamsExist(String... streams) {
        state.switches.streams = Set.of(streams);
    }

    /**
     * Sets how many tasks a stream may have.
     *
     * @param quota default 5
     */
    public void taskQuota(int quota) {
        state.switches.taskQuota = quota;
    }

    /**
     * Whether {@code retry_duration} and {@code reject_limit} may be JSON numbers. The tables of the specification
     * call them strings, its own example sends a number.
     *
     * @param lenient default false
     */
    public void lenientTypes(boolean lenient) {
        state.switches.lenientTypes = lenient;
    }

    /**
     * Whether a query of a task names the descriptor {@code dws_destination_description} instead of
     * {@code dws_destination_descripton}, as it is printed in the API's tables.
     *
     * @param right default false
     */
    public void descriptionSpelledRight(boolean right) {
        state.switches.descriptionSpelledRight = right;
    }

    /**
     * Whether a query of a task shows {@code user_password}.
     *
     * @param shown default false
     */
    public void passwordsShown(boolean shown) {
        state.switches.passwordsShown = shown;
    }

    /** {@return all requests received since the start or the last reset, in order of arrival} */
    public List<ReceivedRequest> requests() {
        return state.requests.all();
    }

    /**
     * Lists the requests of one kind.
     *
     * @param kind the kind
     * @return the requests, in order of arrival
     */
    public List<ReceivedRequest> requests(Kind kind) {
        return state.requests.all(kind);
    }

    /**
     * Counts the requests of one kind.
     *
     * @param kind the kind
     * @return how many were received
     */
    public int count(Kind kind) {
        return requests(kind).size();
    }

    /** Forgets the requests received so far. */
    public void resetRequests() {
        state.requests.clear();
    }

    /**
     * Lets the next request of a kind go wrong. Faults wait in a queue for each kind.
     *
     * @param kind the kind
     * @param fault what goes wrong
     */
    public void fail(Kind kind, Fault fault) {
        fail(kind, 1, fault);
    }

    /**
     * Lets the next requests of a kind go wrong. Faults wait in a queue for each kind.
     *
     * @param kind the kind
     * @param times how many requests, 1 or more
     * @param fault what goes wrong
     */
    public void fail(Kind kind, int times, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("times: " + times + " is less than 1");
        }
        state.faults.queue(kind, times, Objects.requireNonNull(fault, "fault"));
    }

    /**
     * Lets every request of a kind go wrong for which no other fault is queued.
     *
     * @param kind the kind
     * @param fault what goes wrong
     */
    public void failAlways(Kind kind, Fault fault) {
        state.faults.always(kind, Objects.requireNonNull(fault, "fault"));
    }

    /** Ends all faults, queued and lasting. */
    public void clearFaults() {
        state.faults.clear();
    }

    /** {@return the address; no state and no secret} */
    @Override
    public String toString() {
        return "DisSimulator[" + baseUrl() + "]";
    }
}
