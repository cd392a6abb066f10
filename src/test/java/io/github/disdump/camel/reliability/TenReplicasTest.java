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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.DisDumpConstants;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.RecordedWaits;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatedTask;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten replicas of one application start at the same moment and create the same fifty tasks. */
class TenReplicasTest {

    private static final int REPLICAS = 10;
    private static final int STREAMS = 10;
    private static final int TASKS_PER_STREAM = 5;

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private final List<CamelFixture> replicas = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(REPLICAS);

    @BeforeEach
    void open() {
        for (int i = 0; i < REPLICAS; i++) {
            CamelFixture replica = CamelFixture.withPassword(dis);
            replica.component().getPolicy().setMaxRetries(20); // so that no call meets a fault each time, by chance
            replica.component().getPolicy().setRetryTimeout(1_000_000);
            RecordedWaits.in(replica);
            replica.context().start();
            replicas.add(replica);
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        replicas.forEach(CamelFixture::close);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void eachTaskExistsOnceAndNoExchangeFailsIfExistingOnesAreIgnored() throws Exception {
        List<Exchange> exchanges = create("ignore");

        assertThat(exchanges).extracting(Exchange::getException).containsOnlyNulls();
        assertEachTaskExistsOnce();
        assertThat(exchanges.stream().filter(exchange -> hasOutcome(exchange, "CREATED")))
                .hasSize(STREAMS * TASKS_PER_STREAM);
        assertThat(dis.count(Kind.CREATE)).isEqualTo(exchanges.size());
        assertThat(dis.count(Kind.LOGIN)).as("each replica has its own token").isEqualTo(REPLICAS);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void lostAnswersChangeNothingOfThat() throws Exception {
        int lost = 0;
        for (Fault fault : List.of(
                Fault.resetAfterWork(),
                Fault.resetBeforeWork(),
                Fault.halfAnswer(),
                Fault.disError(500, "DIS.5000", "broken").afterWork(),
                Fault.gatewayError(429, "APIGW.0308", "slow down"))) {
            for (int i = 0; i < 8; i++) {
                dis.fail(Kind.CREATE, 1, fault);
                dis.fail(Kind.CREATE, 4, Fault.none());
                lost++;
            }
        }
        dis.fail(Kind.SHOW, 3, Fault.empty(503));

        List<Exchange> exchanges = create("ignore");

        assertThat(exchanges).extracting(Exchange::getException).containsOnlyNulls();
        assertEachTaskExistsOnce();
        assertThat(dis.count(Kind.CREATE)).isEqualTo(exchanges.size() + lost);
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(REPLICAS);
        assertThat(exchanges.stream().filter(exchange -> hasOutcome(exchange, "CREATED")))
                .hasSizeLessThanOrEqualTo(STREAMS * TASKS_PER_STREAM);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void byDefaultOneReplicaCreatesATaskAndNineAreToldThatItExists() throws Exception {
        List<Exchange> exchanges = create("fail");

        assertEachTaskExistsOnce();
        List<Exchange> failed = exchanges.stream()
                .filter(exchange -> exchange.getException() != null)
                .toList();
        assertThat(failed)
                .hasSize((REPLICAS - 1) * STREAMS * TASKS_PER_STREAM)
                .allSatisfy(exchange -> assertThat(exchange.getException(DisDumpServiceException.class)
                                .getErrorCode())
                        .isEqualTo("DIS.4355"));
    }

    private List<Exchange> create(String ifExists) throws Exception {
        CyclicBarrier together = new CyclicBarrier(REPLICAS);
        List<Future<List<Exchange>>> running = replicas.stream()
                .map(replica -> threads.submit(() -> {
                    together.await();
                    return createAll(replica, ifExists);
                }))
                .toList();
        List<Exchange> exchanges = new ArrayList<>();
        for (Future<List<Exchange>> replica : running) {
            exchanges.addAll(replica.get());
        }
        assertThat(exchanges).hasSize(REPLICAS * STREAMS * TASKS_PER_STREAM);
        return exchanges;
    }

    private static List<Exchange> createAll(CamelFixture replica, String ifExists) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int task = 0; task < TASKS_PER_STREAM; task++) {
            for (int stream = 0; stream < STREAMS; stream++) {
                Map<String, Object> descriptor = CamelFixture.descriptor();
                descriptor.put("task_name", "task-" + task);
                exchanges.add(replica.send(
                        "dis-dump:dws?ifExists=" + ifExists,
                        descriptor,
                        Map.of(DisDumpConstants.STREAM, "stream-" + stream)));
            }
        }
        return exchanges;
    }

    private static boolean hasOutcome(Exchange exchange, String outcome) {
        return outcome.equals(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME));
    }

    private void assertEachTaskExistsOnce() {
        for (int stream = 0; stream < STREAMS; stream++) {
            assertThat(dis.tasks("stream-" + stream))
                    .extracting(SimulatedTask::name)
                    .containsExactlyInAnyOrder("task-0", "task-1", "task-2", "task-3", "task-4");
        }
    }
}
