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
package io.github.disdump.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page's figures are those of a run, and it does not claim more than they show. */
class PerformancePageTest {

    private static final Pattern TARGET =
            Pattern.compile("\\| (.*) \\| at (most|least) ([\\d.]+) \\| (-?[\\d.]+) \\| (yes|NO) \\|");

    @Test
    void aTargetThatIsMetIsMetByItsFigures() throws IOException {
        assertThat(targets()).hasSizeGreaterThan(12).allSatisfy(target -> {
            double bound = Double.parseDouble(target.group(3));
            double measured = Double.parseDouble(target.group(4));
            boolean met = target.group(2).equals("most") ? measured <= bound : measured >= bound;
            assertThat(target.group(5)).as(target.group(1)).isEqualTo(met ? "yes" : "NO");
        });
    }

    @Test
    void aTargetThatIsMissedIsExplained() throws IOException {
        long missed = targets().stream()
                .filter(target -> target.group(5).equals("NO"))
                .count();
        String page = Page.read(Path.of("docs/performance.md")).text();
        assertThat(page.contains("## What holds the missed targets")).isEqualTo(missed > 0);
    }

    private static List<MatchResult> targets() throws IOException {
        return TARGET.matcher(new MarkedSection("docs/performance.md", "figures").text())
                .results()
                .toList();
    }
}
