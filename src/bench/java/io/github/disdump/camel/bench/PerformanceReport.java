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

import java.util.Locale;
import java.util.Map;

/** The figures of a run as text for the page on performance: the targets first, then what they were computed from. */
final class PerformanceReport {

    private final Map<String, Figure> oneThread;
    private final Map<String, Figure> sixteenThreads;
    private final Map<String, Figure> mapping;
    private final Map<String, Figure> start;
    private final long bytesPerEndpoint;
    private final double partOfThePossible;
    private final Map<String, Double> profile;
    private final StringBuilder text = new StringBuilder();

    PerformanceReport(
            Map<String, Figure> oneThread,
            Map<String, Figure> sixteenThreads,
            Map<String, Figure> mapping,
            Map<String, Figure> start,
            long bytesPerEndpoint,
            double partOfThePossible,
            Map<String, Double> profile) {
        this.oneThread = oneThread;
        this.sixteenThreads = sixteenThreads;
        this.mapping = mapping;
        this.start = start;
        this.bytesPerEndpoint = bytesPerEndpoint;
        this.partOfThePossible = partOfThePossible;
        this.profile = profile;
        targets();
        table("1 thread", oneThread);
        table("16 threads", sixteenThreads);
        outsideTheWire();
        whereTheTimeGoes();
        machine();
    }

    String text() {
        return text.toString();
    }

    private void targets() {
        line("%n| Target | Bound | Measured | Met |");
        line("|---|---|---|---|");
        targets("1 thread", oneThread);
        targets("16 threads", sixteenThreads);
        Figure signed = oneThread.get("componentMapSigned");
        Figure unsigned = oneThread.get("componentMap");
        atMost("signing adds, us (1 thread)", 15, signed.micros() - unsigned.micros());
        Figure example = mapping.get("mapping");
        atMost("merge, validation and JSON of the specification's example, us", 5, example.micros());
        atMost("merge, validation and JSON of the specification's example, bytes of garbage", 5_000, example.bytes());
        Figure ten = mapping.get("mappingOfTenKilobytes");
        Figure hundred = mapping.get("mappingOfHundredKilobytes");
        atMost("the same with a body of 100 kB, x the time of 10 kB", 10, hundred.micros() / ten.micros());
        atMost("the same with a body of 100 kB, x the garbage of 10 kB", 10, hundred.bytes() / ten.bytes());
        atLeast(
                SlowServer.THREADS + " threads, a server that takes " + SlowServer.ANSWER.toMillis()
                        + " ms: part of the possible throughput",
                0.95,
                partOfThePossible);
        double ours = start.get("disDumpEndpoints").micros();
        atMost(
                StartBenchmark.ENDPOINTS + " endpoints created and started, x those of camel-http",
                1.2,
                ours / start.get("httpEndpoints").micros());
        atMost("memory of an idle endpoint, bytes", 10_000, bytesPerEndpoint);
    }

    private void targets(String threads, Map<String, Figure> figures) {
        Figure map = figures.get("componentMap");
        double floor = figures.get("floor").micros();
        atMost("Map body, x the floor's time (" + threads + ")", 1.3, map.micros() / floor);
        atMost(
                "Map body, x the hand-written route's time (" + threads + ")",
                0.40,
                map.micros() / figures.get("handWrittenRoute").micros());
        atMost("Map body, bytes of garbage (" + threads + ")", 16_000, map.bytes());
        atMost(
                "JSON body, x the floor's time (" + threads + ")",
                1.3,
                figures.get("componentJson").micros() / floor);
    }

    private void table(String title, Map<String, Figure> figures) {
        Figure floor = figures.get("floor");
        Figure route = figures.get("handWrittenRoute");
        line("%n### Over the wire, %s%n", title);
        line("| | us per task | x floor | x hand-written route | bytes of garbage |");
        line("|---|---|---|---|---|");
        figures.forEach((name, figure) -> line(
                "| %s | %.1f | %.2f | %.2f | %.0f |",
                name,
                figure.micros(),
                figure.micros() / floor.micros(),
                figure.micros() / route.micros(),
                figure.bytes()));
    }

    private void outsideTheWire() {
        line("%n### Outside the wire%n");
        line("| | us | bytes of garbage |");
        line("|---|---|---|");
        mapping.forEach((name, figure) -> line("| %s | %.1f | %.0f |", name, figure.micros(), figure.bytes()));
        start.forEach((name, figure) -> line(
                "| %s, %d of them | %.0f | %.0f |", name, StartBenchmark.ENDPOINTS, figure.micros(), figure.bytes()));
    }

    private void whereTheTimeGoes() {
        line("%n### Where the time of componentMap goes%n");
        line("| | 1 thread, us | 16 threads, us |");
        line("|---|---|---|");
        share("system and server: rawSocket", "rawSocket", null);
        share("HTTP client: floor - rawSocket", "floor", "rawSocket");
        share("component: componentMap - floor", "componentMap", "floor");
        line("%nJava methods that ran, by JFR, 16 threads, the server's left out:%n");
        line("| Code of | Samples, %% |");
        line("|---|---|");
        profile.forEach((code, percent) -> line("| %s | %.0f |", code, percent));
    }

    private void share(String name, String whole, String below) {
        line(
                "| %s | %.1f | %.1f |",
                name, difference(oneThread, whole, below), difference(sixteenThreads, whole, below));
    }

    private static double difference(Map<String, Figure> figures, String whole, String below) {
        return figures.get(whole).micros()
                - (below == null ? 0 : figures.get(below).micros());
    }

    private void machine() {
        line(
                "%nJava %s, %d processors.%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
    }

    private void atMost(String target, double bound, double measured) {
        row(target, "at most", bound, measured, measured <= bound);
    }

    private void atLeast(String target, double bound, double measured) {
        row(target, "at least", bound, measured, measured >= bound);
    }

    private void row(String target, String relation, double bound, double measured, boolean met) {
        String format = bound >= 1_000 ? "| %s | %s %.0f | %.0f | %s |" : "| %s | %s %.2f | %.3f | %s |";
        line(format, target, relation, bound, measured, met ? "yes" : "NO");
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
