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
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A running simulator of DIS dump tasks and IAM logins on this machine's loopback address. All methods may be called
 * by any thread at any time, and take effect with the next request. Methods without a project mean the default one.
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

    private final Token.Project project;
    private final Supplier<SimulatorState> fresh;
    private final SimulatorServer server;
    private volatile SimulatorState state;

    DisSimulator(DisSimulatorBuilder settings) {
        project = settings.project;
        Clock clock = settings.clock;
        int requestLimit = settings.requestLimit;
        fresh = () -> new SimulatorState(clock, project, requestLimit);
        state = fresh.get();
        server = new SimulatorServer(settings, new RequestRouter(() -> state));
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

    /** Stops the server, within a second or so. Answers under way are given up. */
    @Override
    public void close() {
        server.stop();
    }

    /** Forgets everything that happened or was set since the start: tasks, users, keys, tokens, requests, faults. */
    public void reset() {
        state = fresh.get();
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

    /** {@return the name of the default project, which in the cloud is the id of a region} */
    public String projectName() {
        return project.name();
    }

    /** {@return the behaviour that change how the simulated services behave} */
    public Behaviour behaviour() {
        return state.behaviour;
    }

    // ---- who may call ----

    /** Adds an IAM user with access to the default project. */
    public void addUser(String domain, String user, String password) {
        addUser(domain, user, password, project.id(), project.name());
    }

    /** Adds an IAM user with access to a project, or gives one that is there access to one more. */
    public void addUser(String domain, String user, String password, String projectId, String projectName) {
        state.accounts.add(
                new Token.UserKey(domain, user),
                Objects.requireNonNull(password, "password"),
                new Token.Project(projectId, projectName));
    }

    /** Changes the password of a user. The user's tokens end with the old one. */
    public void changePassword(String domain, String user, String password) {
        Token.UserKey key = new Token.UserKey(domain, user);
        SimulatorState now = state;
        now.accounts.changePassword(key, Objects.requireNonNull(password, "password"));
        now.tokens.revoke(key);
    }

    /** {@return a new token, to be sent as {@code X-Auth-Token}} */
    public String issueToken() {
        return issueToken(project.id());
    }

    /** {@return a new token for a project, which need not be known before} */
    public String issueToken(String projectId) {
        SimulatorState now = state;
        Token.Project scope = now.accounts.project(projectId).orElse(new Token.Project(projectId, project.name()));
        Token.UserKey nobody = new Token.UserKey("simulated", "simulated");
        return now.tokens
                .issue(nobody, Optional.of(scope), now.behaviour.tokenLifetime)
                .value();
    }

    /** Sets how long tokens live that are issued from now on, by the simulator's clock; default 24 hours. */
    public void tokenLifetime(Duration lifetime) {
        state.behaviour.tokenLifetime(lifetime);
    }

    /** Ends all tokens issued so far. */
    public void expireTokens() {
        state.tokens.revokeAll();
    }

    /** Adds an access key (AK) and its secret (SK) for signed requests. */
    public void addAccessKey(String accessKey, String secretKey) {
        state.signatures.add(accessKey, secretKey, "");
    }

    /** Adds a temporary access key, good only with its security token sent, and signed, as X-Security-Token. */
    public void addTemporaryAccessKey(String accessKey, String secretKey, String securityToken) {
        state.signatures.add(accessKey, secretKey, securityToken);
    }

    // ---- tasks ----

    /** {@return the tasks of a stream, oldest first} */
    public List<SimulatedTask> tasks(String stream) {
        return tasks(project.id(), stream);
    }

    /** {@return the tasks of a stream in a project, oldest first} */
    public List<SimulatedTask> tasks(String projectId, String stream) {
        return state.tasks.list(new TaskStore.StreamKey(projectId, stream));
    }

    /** {@return the task of that name, or empty if the stream has none} */
    public Optional<SimulatedTask> task(String stream, String task) {
        return state.tasks.find(key(stream), task);
    }

    /** Adds a task behind the client's back, whose descriptor holds nothing but the name. The quota does not count. */
    public SimulatedTask addTask(String stream, String task) {
        return addTask(stream, StrictJson.object().put("task_name", task));
    }

    /**
     * Adds a task behind the client's back. Neither the quota nor the rules of the specification count; the descriptor
     * is a JSON object with at least {@code task_name}.
     */
    public SimulatedTask addTask(String stream, JsonNode descriptor) {
        if (descriptor.path("task_name").asText().isEmpty()) {
            throw new IllegalArgumentException("descriptor: task_name is missing");
        }
        SimulatorState now = state;
        return now.tasks.create(key(stream), descriptor, now.behaviour.startPlan, Integer.MAX_VALUE);
    }

    /**
     * Removes a task behind the client's back.
     *
     * @return false if there is no such task
     */
    public boolean removeTask(String stream, String task) {
        return state.tasks.remove(key(stream), task);
    }

    /** Sets the state of a task that is there. */
    public void setTaskState(String stream, String task, TaskState to) {
        if (!state.tasks.setState(key(stream), task, Objects.requireNonNull(to, "to"))) {
            throw new IllegalArgumentException("No such task: " + task);
        }
    }

    /** Sets the state of the tasks created from now on; default {@link TaskState#RUNNING}. */
    public void newTasksStartAs(TaskState first) {
        newTasksStartAs(first, Integer.MAX_VALUE, first);
    }

    /**
     * Sets the states of the tasks created from now on: {@code first} for the first {@code shows} (0 or more) queries
     * of the single task, {@code then} from the next query on. Lists do not count as queries.
     */
    public void newTasksStartAs(TaskState first, int shows, TaskState then) {
        state.behaviour.newTasksStartAs(first, shows, then);
    }

    /** From now on only these streams exist, in every project. Until this is called, every stream exists. */
    public void streamsExist(String... streams) {
        state.behaviour.streams = Set.copyOf(List.of(streams));
    }

    /** Sets how many tasks a stream may have; default 5, as in the cloud. */
    public void taskQuota(int quota) {
        state.behaviour.taskQuota = quota;
    }

    /**
     * Whether {@code retry_duration} and {@code reject_limit} may be JSON numbers; default false. The tables of the
     * specification call them strings, its own example sends a number.
     */
    public void lenientTypes(boolean lenient) {
        state.behaviour.lenientTypes = lenient;
    }

    // ---- what was received ----

    /** {@return all requests received since the start or the last reset, in order of arrival} */
    public List<ReceivedRequest> requests() {
        return state.requests.all();
    }

    /** {@return the requests of one kind, in order of arrival} */
    public List<ReceivedRequest> requests(Kind kind) {
        return state.requests.all(kind);
    }

    /** {@return how many requests of one kind were received} */
    public int count(Kind kind) {
        return state.requests.count(kind);
    }

    /** Forgets the requests received so far. */
    public void resetRequests() {
        state.requests.clear();
    }

    // ---- what goes wrong ----

    /** Lets the next request of a kind go wrong. Each kind has a queue of faults. */
    public void fail(Kind kind, Fault fault) {
        fail(kind, 1, fault);
    }

    /** Lets the next requests of a kind go wrong, 1 or more. Each kind has a queue of faults. */
    public void fail(Kind kind, int times, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("times: " + times + " is less than 1");
        }
        state.faults.queue(kind, times, Objects.requireNonNull(fault, "fault"));
    }

    /** Lets every request of a kind go wrong for which no fault is queued. */
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

    private TaskStore.StreamKey key(String stream) {
        return new TaskStore.StreamKey(project.id(), stream);
    }
}
