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

import java.util.LinkedHashMap;
import java.util.Map;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import io.github.disdump.camel.MappingBenchmark;
import io.github.disdump.docs.MarkedSection;

/** Measures everything once, prints it, and with <code>-Dupdate.docs=true</code> writes it to docs/performance.md. */
public final class BenchmarkRun {

    private static final int ITERATIONS = Integer.getInteger("bench.iterations", 8);

    private BenchmarkRun() {}

    public static void main(String[] args) throws Exception {
        Map<String, Figure> oneThread = run(CreateTaskBenchmark.class, 1);
        Map<String, Figure> sixteenThreads = run(CreateTaskBenchmark.class, 16);
        Map<String, Figure> mapping = run(MappingBenchmark.class, 1);
        Map<String, Figure> start = runOnce(StartBenchmark.class);
        PerformanceReport report = new PerformanceReport(
                oneThread,
                sixteenThreads,
                mapping,
                start,
                EndpointMemory.bytesEach(StartBenchmark::disDump),
                SlowServer.partOfThePossible(),
                ExecutionProfile.ofSixteenThreads());
        System.out.println(report.text());
        new MarkedSection("docs/performance.md", "figures").update(report.text());
    }

    private static Map<String, Figure> run(Class<?> benchmark, int threads) throws RunnerException {
        return figures(options(benchmark)
                .threads(threads)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(2)));
    }

    private static Map<String, Figure> runOnce(Class<?> benchmark) throws RunnerException {
        return figures(options(benchmark).warmupIterations(10).measurementIterations(5 * ITERATIONS));
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .forks(1)
                .addProfiler(GCProfiler.class)
                // With -Xbatch the compiler does not wait behind 32 threads for its turn.
                .jvmArgs("-Xms1g", "-Xmx1g", "-Xbatch", "-Dlogback.configurationFile=bench-logback.xml");
    }

    private static Map<String, Figure> figures(ChainedOptionsBuilder options) throws RunnerException {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            figures.put(
                    result.getPrimaryResult().getLabel(),
                    new Figure(
                            result.getPrimaryResult().getStatistics().getPercentile(50),
                            result.getSecondaryResults()
                                    .get("gc.alloc.rate.norm")
                                    .getScore()));
        }
        return figures;
    }
}
