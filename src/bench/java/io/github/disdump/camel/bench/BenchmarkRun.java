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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks with 1 and with 16 threads and prints times, garbage and ratios. */
public final class BenchmarkRun {

    private BenchmarkRun() {}

    public static void main(String[] args) throws Exception {
        int forks = Integer.getInteger("bench.forks", 1);
        int iterations = Integer.getInteger("bench.iterations", 8);
        StringBuilder page = new StringBuilder();
        for (int threads : new int[] {1, 16}) {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(CreateTaskBenchmark.class.getSimpleName())
                            .threads(threads)
                            .forks(forks)
                            .warmupIterations(4)
                            .warmupTime(TimeValue.seconds(2))
                            .measurementIterations(iterations)
                            .measurementTime(TimeValue.seconds(2))
                            .addProfiler(GCProfiler.class)
                            .jvmArgs("-Xms1g", "-Xmx1g", "-Dlogback.configurationFile=bench-logback.xml")
                            .build())
                    .run();
            page.append(table(threads, results));
        }
        System.out.println(page);
    }

    private static String table(int threads, Collection<RunResult> results) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            rows.put(result.getPrimaryResult().getLabel(), new double[] {
                result.getPrimaryResult().getStatistics().getPercentile(50),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()
            });
        }
        double floor = rows.get("floor")[0];
        double route = rows.get("handWrittenRoute")[0];
        StringBuilder table =
                new StringBuilder("\n").append(threads).append(threads == 1 ? " thread\n\n" : " threads\n\n");
        table.append(
                "| | us per task (median) | x floor | x hand-written route | bytes of garbage |\n|---|---|---|---|---|\n");
        rows.forEach((name, row) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.2f | %.2f | %.0f |%n",
                name,
                row[0],
                row[0] / floor,
                row[0] / route,
                row[1])));
        return table.toString();
    }
}
