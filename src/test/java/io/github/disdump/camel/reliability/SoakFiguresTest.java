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

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.github.disdump.docs.MarkedSection;

import static org.assertj.core.api.Assertions.assertThat;

/** The page shows the figures of a whole soak run, in which client and server counted the same. */
class SoakFiguresTest {

    private static final Pattern REQUESTS = Pattern.compile("\\| requests \\| (\\d+) \\| (\\d+) \\|");
    private static final Pattern TASKS = Pattern.compile("\\| tasks created: .* = (\\d+) \\| (\\d+) \\|");
    private static final Pattern SPREAD = Pattern.compile("between the least and the most: ([\\d.]+) %");

    @Test
    void theyAreOfTenMinutesWithThirtyTwoThreads() throws IOException {
        assertThat(text()).contains("| minutes, threads | 10, 32 |");
    }

    @Test
    void clientAndServerCountedTheSame() throws IOException {
        for (Pattern row : new Pattern[] {REQUESTS, TASKS}) {
            Matcher figures = find(row);
            assertThat(Long.parseLong(figures.group(1))).isPositive().isEqualTo(Long.parseLong(figures.group(2)));
        }
        assertThat(text()).contains("| contradictions between client and server | 0 |");
    }

    @Test
    void theHeapWasFlat() throws IOException {
        assertThat(Double.parseDouble(find(SPREAD).group(1))).isLessThanOrEqualTo(5);
    }

    private static Matcher find(Pattern row) throws IOException {
        Matcher figures = row.matcher(text());
        assertThat(figures.find()).as(row.pattern()).isTrue();
        return figures;
    }

    private static String text() throws IOException {
        return new MarkedSection("docs/reliability.md", "soak").text();
    }
}
