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

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.junit.jupiter.api.Test;

import io.github.disdump.camel.DisDumpEndpoint;
import io.github.disdump.camel.DisDumpSpanDecorator;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of the monitoring page have what there is, all of it and nothing else. */
class MonitoringPageTest {

    private final String page = Page.read(Path.of("docs/monitoring.md")).text();

    @Test
    void attributesAndOperationsOfTheMBean() {
        Set<String> known = Arrays.stream(DisDumpEndpoint.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ManagedAttribute.class)
                        || method.isAnnotationPresent(ManagedOperation.class))
                .map(Method::getName)
                .map(name -> name.replaceFirst("^get", ""))
                .collect(Collectors.toSet());

        assertThat(firstColumn("JMX")).hasSizeGreaterThan(10).isEqualTo(known);
    }

    @Test
    void attributesOfTheSpan() throws Exception {
        Set<String> known = new TreeSet<>(Set.of("http.status_code"));
        for (Field field : DisDumpSpanDecorator.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                field.setAccessible(true);
                known.add((String) field.get(null));
            }
        }

        assertThat(firstColumn("Spans")).hasSizeGreaterThan(4).isEqualTo(known);
    }

    @Test
    void loggers() {
        assertThat(Page.found("(?<=`)io\\.github\\.disdump\\.[\\w.]+(?=`)", page))
                .hasSizeGreaterThan(3)
                .allSatisfy(logger -> assertThat(Class.forName(logger).getDeclaredField("LOG"))
                        .isNotNull());
    }

    /** The names in the first columns of a section's tables. */
    private Set<String> firstColumn(String section) {
        String text = page.substring(page.indexOf("\n## " + section + "\n") + 1);
        int end = text.indexOf("\n## ");
        return Page.found("(?m)(?<=^\\| `)[\\w.]+(?=` \\|)", end < 0 ? text : text.substring(0, end));
    }
}
