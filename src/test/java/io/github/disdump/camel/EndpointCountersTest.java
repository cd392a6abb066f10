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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatorClock;
import io.github.disdump.camel.simulator.TaskState;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** The counters of an endpoint's MBean are what the server saw. */
class EndpointCountersTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension().beforeEach(dis -> dis.taskQuota(1_000_000));

    private final DisSimulator dis = extension.simulator();
    private final SimulatorClock clock = new SimulatorClock(Instant.now());
    private CamelFixture camel;
    private ManagedEndpoint mbean;

    @BeforeEach
    void start() throws Exception {
        camel = ManagedEndpoint.oneRoute(dis, clock);
        mbean = ManagedEndpoint.onlyOneOf(camel);
    }

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void aNewTaskIsCreated() {
        send("t1");
        send("t2");

        assertThat(mbean.counters()).isEqualTo(Map.of("Created", 2L));
        assertThat(dis.tasks("s1")).hasSize(2);
    }

    @Test
    void aTaskWhoseAnswerWasLostIsReconciledAfterOneRetry() {
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        send("t1");

        assertThat(mbean.counters()).isEqualTo(Map.of("Reconciled", 1L, "Retried", 1L));
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    void aTaskThatExistsIsRefusedOrLeftOrReplacedAsTheMessageAsks() {
        dis.addTask("s1", "t1");
        send("t1");
        send("t1", Map.of(DisDumpConstants.IF_EXISTS, "ignore"));
        send("t1", Map.of(DisDumpConstants.IF_EXISTS, "replace"));

        assertThat(mbean.counters()).isEqualTo(Map.of("Refused", 1L, "AlreadyExists", 1L, "Replaced", 1L));
        assertThat(dis.count(Kind.DELETE)).isEqualTo(1);
    }

    @Test
    void aMessageThatBreaksARuleIsRefusedAndNothingIsSent() {
        send("no blanks, please");

        assertThat(mbean.counters()).isEqualTo(Map.of("Refused", 1L));
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void aLoginThatIamRefusesIsRefusedAndOneThatItPutsOffIsRetried() {
        dis.fail(Kind.LOGIN, 2, Fault.iamError(503, "unavailable"));
        send("t1");
        assertThat(mbean.counters()).isEqualTo(Map.of("Created", 1L, "Retried", 2L));

        dis.changePassword("account", "user", "another");
        send("t2");
        assertThat(mbean.counters()).isEqualTo(Map.of("Created", 1L, "Retried", 2L, "Refused", 1L));
    }

    @Test
    void aTokenThatIsRenewedIsNoRetry() {
        send("t1");
        dis.expireTokens();
        send("t2");

        assertThat(mbean.counters()).isEqualTo(Map.of("Created", 2L));
        assertThat(dis.count(Kind.CREATE)).isEqualTo(3);
    }

    @Test
    void onlyWhatBringsNoUsableAnswerHasFailed() {
        dis.fail(Kind.CREATE, 4, Fault.resetBeforeWork());
        send("t1");
        assertThat(mbean.counters()).isEqualTo(Map.of("Failed", 1L, "Retried", 3L));

        dis.fail(Kind.CREATE, Fault.html(200));
        send("t2");
        assertThat(mbean.counters()).isEqualTo(Map.of("Failed", 2L, "Retried", 3L));

        dis.fail(Kind.CREATE, 4, Fault.empty(503));
        send("t3");
        assertThat(mbean.counters()).isEqualTo(Map.of("Failed", 2L, "Retried", 6L, "Refused", 1L));
    }

    /** Each in the counter of its exception: the task exists, but the exchange did not end well. */
    @Test
    void aTaskThatDoesNotGetIntoTheStateWaitedForIsNotCountedAsCreated() {
        camel.component().getPolicy().setWaitForState("RUNNING");
        String waiting = "dis-dump:dws?stream=s2";
        DisDumpEndpoint endpoint = camel.context().getEndpoint(waiting, DisDumpEndpoint.class);
        dis.newTasksStartAs(TaskState.ERROR);
        camel.send(waiting, named("broken"));
        dis.newTasksStartAs(TaskState.STARTING);
        camel.send(waiting, named("late"));
        assertThat(endpoint.getRefused()).isEqualTo(2);

        dis.failAlways(Kind.SHOW, Fault.resetBeforeWork());
        camel.send(waiting, named("silent"));

        assertThat(endpoint.getFailed()).isEqualTo(1);
        assertThat(endpoint.getCreated()).isZero();
        assertThat(dis.tasks("s2")).hasSize(3);
    }

    @Test
    void manyThreadsAreCountedToTheLastOne() throws Exception {
        send("first");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            dis.fail(Kind.CREATE, 40, Fault.empty(503));
            dis.fail(Kind.CREATE, 30, Fault.disError(400, "DIS.4350", "not healthy"));
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String task = "t" + i;
                sent.add(threads.submit(() -> send(task)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        long refused = dis.requests(Kind.CREATE).stream()
                .filter(request -> request.status() == 400)
                .count();
        assertThat(refused).isEqualTo(30);
        assertThat(mbean.attribute("Created"))
                .isEqualTo((long) dis.tasks("s1").size())
                .isGreaterThan(300L);
        assertThat(mbean.attribute("Created") + mbean.attribute("Refused")).isEqualTo(401);
        assertThat(mbean.attribute("Retried") + 401).isEqualTo(dis.count(Kind.CREATE));
    }

    @Test
    void theCountersOutliveARestartAndAreResetOnDemand() throws Exception {
        send("t1");
        dis.fail(Kind.CREATE, Fault.empty(503));
        send("t2");
        send("no blanks, please");
        HealthChecks.endpoint(camel).stop();
        assertThat(mbean.attribute("TokenAge")).isEqualTo(-1);
        HealthChecks.endpoint(camel).start();
        assertThat(mbean.counters()).isEqualTo(Map.of("Created", 2L, "Retried", 1L, "Refused", 1L));

        mbean.invoke("resetCounters");

        assertThat(mbean.counters()).isEmpty();
        send("t3");
        assertThat(mbean.counters()).isEqualTo(Map.of("Created", 1L));
    }

    private Exchange send(String task) {
        return send(task, Map.of());
    }

    private Exchange send(String task, Map<String, Object> headers) {
        return camel.send("direct:in", named(task), headers);
    }

    private static Map<String, Object> named(String task) {
        Map<String, Object> body = descriptor();
        body.put("task_name", task);
        return body;
    }
}
