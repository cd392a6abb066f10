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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells that were played, as the table of the page. Cells that differ in nothing but a code share a row. */
final class FaultTable {

    private static final String HEAD = """
            | Fault | Call | Requests the server saw | Tasks at last | Result | Pauses | Within |
            |---|---|---|---|---|---|---|
            """;

    /** What stands in a row for each of its codes. */
    private static final String ITS_OWN = "…";

    private record Row(String fault, Call call, String rest) {}

    private final Map<Row, List<String>> rows = new LinkedHashMap<>();
    private int cells;

    void add(FaultCell cell, Ending observed) {
        cells++;
        String result =
                cell.each().isEmpty() ? observed.result() : observed.result().replace(cell.each(), ITS_OWN);
        String rest = "| " + observed.requests() + " | " + observed.tasks() + " | " + result + " | " + observed.pauses()
                + " | " + cell.bound().toSeconds() + " s |";
        rows.computeIfAbsent(new Row(cell.fault(), cell.call(), rest), row -> new ArrayList<>())
                .add(cell.each());
    }

    int cells() {
        return cells;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append('\n').append(cells).append(" cells, ").append(rows.size()).append(" rows.\n\n");
        text.append(HEAD);
        rows.forEach((row, each) -> text.append("| ")
                .append(row.fault())
                .append(
                        each.size() > 1
                                ? " (" + each.size() + " cells)"
                                : each.get(0).isEmpty() ? "" : " " + each.get(0))
                .append(" | ")
                .append(row.call())
                .append(' ')
                .append(row.rest())
                .append('\n'));
        return text.append('\n').toString();
    }
}
