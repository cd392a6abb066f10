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
package io.github.disdump.camel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Whose code runs while sixteen threads create tasks: samples of Java Flight Recorder. */
final class ExecutionProfile {

    private static final int THREADS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(60);

    /** The first frame from the top that bears one of these names tells whose work a sample is; the JDK works for its caller. */
    private static final Map<String, String> CODE = new LinkedHashMap<>();

    static {
        CODE.put("sun.nio.ch.", "sockets of the JDK");
        CODE.put("org.apache.hc.", "Apache HttpClient");
        CODE.put("com.fasterxml.", "Jackson");
        CODE.put("io.github.disdump.camel.bench.", "the benchmark");
        CODE.put("io.github.disdump.camel.", "this component");
        CODE.put("org.apache.camel.", "Camel");
    }

    private ExecutionProfile() {}

    /** Percents of the samples. */
    static Map<String, Double> ofSixteenThreads() throws Exception {
        CreateTaskBenchmark benchmark = new CreateTaskBenchmark();
        benchmark.start();
        Path file = Files.createTempFile("profile", ".jfr");
        try (Recording recording = new Recording()) {
            run(benchmark, WARM_UP);
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            run(benchmark, MEASURED);
            recording.stop();
            recording.dump(file);
            return shares(file);
        } finally {
            Files.deleteIfExists(file);
            benchmark.stop();
        }
    }

    private static void run(CreateTaskBenchmark benchmark, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.submit(() -> {
                while (System.nanoTime() < end) {
                    benchmark.componentMap();
                }
                return null;
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(2 * time.toSeconds() + 10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not done");
        }
    }

    private static Map<String, Double> shares(Path file) throws IOException {
        Map<String, Double> samples = new LinkedHashMap<>();
        CODE.values().forEach(code -> samples.put(code, 0.0));
        double all = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            String code = event.getStackTrace() == null ? null : codeOf(event);
            if (code != null) {
                samples.merge(code, 1.0, Double::sum);
                all++;
            }
        }
        if (all < 100) {
            throw new IllegalStateException("only " + all + " samples");
        }
        double sum = all;
        samples.replaceAll((code, count) -> 100 * count / sum);
        return samples;
    }

    /** Null for the server's threads and those of the JVM. */
    private static String codeOf(RecordedEvent event) {
        String first = null;
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (type.endsWith(".StubDis")) {
                return null;
            }
            if (first == null) {
                for (Map.Entry<String, String> code : CODE.entrySet()) {
                    if (type.startsWith(code.getKey())) {
                        first = code.getValue();
                        break;
                    }
                }
            }
        }
        return first;
    }
}
