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

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.DisDumpConfiguration;
import io.github.disdump.camel.DisDumpOutcome;
import io.github.disdump.camel.DisDumpPolicy;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.docs.MarkedSection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Minutes of mixed success and faults. No ordinary test: <code>mvn test -Psoak</code> runs it. It goes in rounds; between two
 * rounds nothing is under way, and the heap is measured.
 */
class SoakRun {

    static final Duration ANSWER_TIME_OUT = Duration.ofSeconds(5);

    private static final int THREADS = 32;
    private static final int MINUTES = Integer.getInteger("soak.minutes", 10);
    private static final int ROUNDS_PER_MINUTE = 2;
    private static final int WARM_UP_ROUNDS = 4;
    private static final double MOST_HEAP_SPREAD = 0.05;

    private final AtomicLong names = new AtomicLong();
    private final SoakCounts counts = new SoakCounts();
    private final CountedRequests sent = new CountedRequests();
    private final List<Long> heap = new ArrayList<>();

    @Test
    void nothingIsLostDoubledOrLeaked() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("io.github.disdump");
        log.setLevel(Level.ERROR); // each retry is a warning, and there are hundreds of thousands
        Set<String> threadsBefore = threads();
        DisSimulator dis = DisSimulator.builder().requestLimit(0).start();
        CamelFixture camel = camel(dis);
        ObservedHttp http = ObservedHttp.in(camel.context());
        camel.context().start();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<SoakTraffic> traffic = IntStream.range(0, THREADS)
                .mapToObj(thread -> new SoakTraffic(dis, camel, counts, names, thread))
                .toList();
        for (int round = 0; round < MINUTES * ROUNDS_PER_MINUTE; round++) {
            List<Future<?>> running = new ArrayList<>();
            for (SoakTraffic one : traffic) {
                running.add(threads.submit(() -> one.runFor(Duration.ofSeconds(60 / ROUNDS_PER_MINUTE))));
            }
            for (Future<?> one : running) {
                one.get();
            }
            assertThat(http.leased())
                    .as("connections in use between two rounds")
                    .isZero();
            heap.add(usedHeap());
        }
        long received = received(dis);
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        camel.close();
        int open = http.open();
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(dis.tasks("stream-" + thread))
                    .as("tasks that nobody knows of")
                    .isEmpty();
        }
        dis.close();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(threads()).isEqualTo(threadsBefore));

        String figures = figures(received);
        System.out.println(figures);
        assertThat(counts.contradictions()).isEmpty();
        assertThat(counts.tasksOnServer())
                .isEqualTo(counts.successes(DisDumpOutcome.CREATED)
                        + counts.successes(DisDumpOutcome.RECONCILED)
                        + counts.unknownAndThere());
        assertThat(sent.count()).as("requests that left the client").isEqualTo(received);
        assertThat(open).as("connections after the stop").isZero();
        assertThat(spread()).as("spread of the heap after warm-up").isLessThanOrEqualTo(MOST_HEAP_SPREAD);
        new MarkedSection("docs/reliability.md", "soak").update(figures);
    }

    private CamelFixture camel(DisSimulator dis) {
        CamelFixture camel = CamelFixture.withPassword(dis);
        DisDumpPolicy policy = camel.component().getPolicy();
        policy.setMaxRetries(3);
        policy.setRetryDelay(1);
        policy.setMaxRetryDelay(20);
        DisDumpConfiguration options = camel.component().getConfiguration();
        options.getHttp().put("connectionsPerRoute", Integer.toString(THREADS));
        options.getHttp().put("maxTotalConnections", Integer.toString(THREADS));
        options.getHttp().put("responseTimeout", Long.toString(ANSWER_TIME_OUT.toMillis()));
        options.getHttp().put("httpClientConfigurer", sent);
        return camel;
    }

    private static long received(DisSimulator dis) {
        long received = 0;
        for (Kind kind : Kind.values()) {
            received += dis.count(kind);
        }
        return received;
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Names of all threads but the JVM's own, which come and go. */
    private static Set<String> threads() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        Set<String> names = new TreeSet<>();
        for (ThreadInfo thread : bean.getThreadInfo(bean.getAllThreadIds())) {
            if (thread != null && !thread.getThreadName().matches("process reaper.*|Attach Listener|awaitility.*")) {
                names.add(thread.getThreadName());
            }
        }
        return names;
    }

    private List<Long> afterWarmUp() {
        return heap.subList(Math.min(WARM_UP_ROUNDS, heap.size() - 1), heap.size());
    }

    private double spread() {
        long least = afterWarmUp().stream().mapToLong(Long::longValue).min().orElseThrow();
        long most = afterWarmUp().stream().mapToLong(Long::longValue).max().orElseThrow();
        return (double) (most - least) / least;
    }

    private String figures(long received) {
        String samples = afterWarmUp().stream()
                .map(bytes -> String.format(Locale.ROOT, "%.1f", bytes / 1024.0 / 1024.0))
                .collect(Collectors.joining(" "));
        String table = """

                | Figure | Client | Server |
                |---|---|---|
                | minutes, threads | %d, %d | |
                | Java, processors, greatest heap in MiB | %s, %d, %d | |
                | exchanges | %d | |
                | requests | %d | %d |
                | tasks created: CREATED, RECONCILED, failed with the outcome unknown though the task exists | %d + %d + %d = %d | %d |
                | outcome unknown, the task does not exist | %d | |
                | refused, nothing created | %d | |
                | invalid, nothing sent | %d | |
                | ifExists=ignore on an existing task: ALREADY_EXISTS or RECONCILED, failed | %d, %d | |
                | contradictions between client and server | %d | |
                | tasks left over | | 0 |
                | connections in use between rounds, open after the stop | 0, 0 | |
                | threads left over | 0 | 0 |

                Heap after a garbage collection, client and simulator together, MiB, every %d s after the first %d rounds: %s. Spread
                between the least and the most: %.1f %%.

                """;
        return String.format(
                Locale.ROOT,
                table,
                MINUTES,
                THREADS,
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                counts.exchanges(),
                sent.count(),
                received,
                counts.successes(DisDumpOutcome.CREATED),
                counts.successes(DisDumpOutcome.RECONCILED),
                counts.unknownAndThere(),
                counts.successes(DisDumpOutcome.CREATED)
                        + counts.successes(DisDumpOutcome.RECONCILED)
                        + counts.unknownAndThere(),
                counts.tasksOnServer(),
                counts.unknownAndAbsent(),
                counts.refused(),
                counts.invalidExchanges(),
                counts.existing(),
                counts.existingFailed(),
                counts.contradictions().size(),
                60 / ROUNDS_PER_MINUTE,
                WARM_UP_ROUNDS,
                samples,
                100 * spread());
    }
}
