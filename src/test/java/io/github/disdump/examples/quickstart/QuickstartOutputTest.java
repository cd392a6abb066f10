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
package io.github.disdump.examples.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import static org.assertj.core.api.Assertions.assertThat;

/** The README shows what the main job prints. */
class QuickstartOutputTest {

    @Test
    void everyLineOfTheReadmeIsPrinted() throws Exception {
        List<String> documented = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.matches("(INFO|WARN|ERROR) .*"))
                .map(QuickstartOutputTest::withoutRequestId)
                .toList();

        assertThat(documented).hasSizeGreaterThan(5);
        assertThat(printed()).containsSubsequence(documented);
    }

    private static List<String> printed() throws Exception {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        // the levels of the example's own logback.xml
        Map<Logger, Level> levels =
                Map.of(logger("dws-dump-tasks"), Level.INFO, logger("io.github.disdump.camel"), Level.WARN);
        levels.forEach((logger, level) -> {
            logger.setLevel(level);
            logger.setAdditive(false);
            logger.addAppender(lines);
        });
        try {
            assertThat(Quickstart.run(Map.of())).isZero();
        } finally {
            levels.keySet().forEach(logger -> {
                logger.setLevel(null);
                logger.setAdditive(true);
                logger.detachAppender(lines);
            });
        }
        return lines.list.stream().map(QuickstartOutputTest::line).toList();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** As the pattern of the example has it, but for the time. */
    private static String line(ILoggingEvent event) {
        String logger = event.getLoggerName();
        return withoutRequestId(String.format(
                "%-5s %s - %s",
                event.getLevel(), logger.substring(logger.lastIndexOf('.') + 1), event.getFormattedMessage()));
    }

    private static String withoutRequestId(String line) {
        return line.replaceAll("request [0-9a-f]{32}", "request ID");
    }
}
