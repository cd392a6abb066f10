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
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A part of docs/reliability.md that a test writes: all between two lines that name it. */
final class MarkedSection {

    private static final Path PAGE =
            Path.of(System.getProperty("project.basedir", "")).resolve("docs/reliability.md");

    private final String begin;
    private final String end;

    MarkedSection(String name) {
        begin = "<!-- " + name + ": begin, written by a test -->\n";
        end = "<!-- " + name + ": end -->\n";
    }

    /** Puts a text in place of what is there, if the property <code>update.docs</code> says so. */
    void update(String text) throws IOException {
        if (Boolean.getBoolean("update.docs")) {
            String page = Files.readString(PAGE);
            Files.writeString(PAGE, page.substring(0, first(page)) + text + page.substring(last(page)));
        }
    }

    String text() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(first(page), last(page));
    }

    private int first(String page) {
        assertThat(page).contains(begin, end);
        return page.indexOf(begin) + begin.length();
    }

    private int last(String page) {
        return page.indexOf(end);
    }
}
