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
package io.github.disdump.camel.performance;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.disdump.camel.CamelFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A slow service holds up nobody but the exchange that waits for it. */
@Timeout(60)
class NoLockOverTheWireTest {

    private static final int THREADS = 64;
    private static final String NAME = "in-flight-";

    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, work -> new Thread(work, NAME + work.hashCode()));

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void sixtyFourCallsWaitForTheirAnswersAtOnceAndHoldNoLock() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        try (StubDis dis = StubDis.waitingFor(answers);
                CamelFixture camel = CamelFixture.withTokenFor(dis.baseUrl())) {
            camel.component().getConfiguration().getHttp().put("connectionsPerRoute", String.valueOf(THREADS));
            camel.context().start();
            List<Future<Exchange>> sent = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                sent.add(threads.submit(() -> camel.context()
                        .createFluentProducerTemplate()
                        .to("dis-dump:dws?stream=s1")
                        .withBody(SpecificationTask.descriptor())
                        .request(Exchange.class)));
            }
            await().until(() -> dis.tasks() == THREADS); // a lock over the wire would let through fewer

            List<ThreadInfo> waiting = Stream.of(
                            ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                    .filter(thread -> thread.getThreadName().startsWith(NAME))
                    .filter(thread -> thread.getThreadState() == Thread.State.RUNNABLE) // in the socket's read
                    .toList();
            assertThat(waiting).hasSize(THREADS);
            assertThat(waiting)
                    .allSatisfy(thread -> assertThat(locksOf(thread))
                            .as("locks of %s", thread)
                            .containsExactly("java.util.concurrent.locks.ReentrantLock$NonfairSync"));

            answers.countDown();
            for (Future<Exchange> exchange : sent) {
                assertThat(exchange.get().getException()).isNull();
            }
        }
    }

    /** Without the one of the thread pool's worker; the one that is left belongs to the reader of the thread's own socket. */
    private static List<String> locksOf(ThreadInfo thread) {
        return Stream.concat(
                        Arrays.stream(thread.getLockedMonitors()).map(MonitorInfo::getClassName),
                        Arrays.stream(thread.getLockedSynchronizers()).map(LockInfo::getClassName))
                .filter(lock -> !lock.startsWith("java.util.concurrent.ThreadPoolExecutor$Worker"))
                .toList();
    }
}
