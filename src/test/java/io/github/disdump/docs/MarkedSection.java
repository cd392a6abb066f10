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
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A part of a page that a run writes: all between two lines that name it. */
public final class MarkedSection {

    private final Path page;
    private final String begin;
    private final String end;

    /** @param page the page's path in the project */
    public MarkedSection(String page, String name) {
        this.page = Path.of(System.getProperty("project.basedir", "")).resolve(page);
        begin = "<!-- " + name + ": begin, written by a run -->\n";
        end = "<!-- " + name + ": end -->\n";
    }

    /** Puts a text in place of what is there, if the property <code>update.docs</code> says so. */
    public void update(String text) throws IOException {
        if (Boolean.getBoolean("update.docs")) {
            String whole = Files.readString(page);
            Files.writeString(page, whole.substring(0, first(whole)) + text + whole.substring(last(whole)));
        }
    }

    public String text() throws IOException {
        String whole = Files.readString(page);
        return whole.substring(first(whole), last(whole));
    }

    private int first(String whole) {
        assertThat(whole).contains(begin, end);
        return whole.indexOf(begin) + begin.length();
    }

    private int last(String whole) {
        return whole.indexOf(end);
    }
}
