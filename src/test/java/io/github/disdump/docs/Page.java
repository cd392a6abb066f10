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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page of the documentation, in Markdown or AsciiDoc. */
record Page(Path path, String text) {

    private static final Pattern MARKDOWN_FENCE = Pattern.compile("^(\\s*)(```+|~~~+)\\s*(\\S*).*$");
    private static final Pattern ASCIIDOC_SOURCE = Pattern.compile("^\\[source *,? *([^,\\]]*).*]$");

    /** A block of code: the line of the page it begins at, its language and its text. */
    record Block(Path page, int line, String language, String text) {

        @Override
        public String toString() {
            return page + ":" + line + " (" + language + ")";
        }
    }

    /** Every page that a reader is led to. */
    static List<Page> all() {
        List<Page> pages = new ArrayList<>();
        for (String root : List.of("README.md", "CHANGELOG.md", "docs", "examples")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().matches(".*\\.(md|adoc)"))
                        .sorted()
                        .forEach(file -> pages.add(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return pages;
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every part of the text that matches, once. */
    static Set<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isMarkdown() {
        return path.toString().endsWith(".md");
    }

    /** All blocks of code, those without a language too. */
    List<Block> blocks() {
        List<String> lines = text.lines().toList();
        List<Block> blocks = new ArrayList<>();
        String language = "";
        for (int i = 0; i < lines.size(); i++) {
            String end = null;
            Matcher fence = MARKDOWN_FENCE.matcher(lines.get(i));
            Matcher source = ASCIIDOC_SOURCE.matcher(lines.get(i));
            if (fence.matches()) {
                language = fence.group(3);
                end = fence.group(1) + fence.group(2);
            } else if (!isMarkdown() && source.matches()) {
                language = source.group(1);
                i++;
                end = lines.get(i);
                if (!end.startsWith("----")) {
                    throw new AssertionError(path + ":" + i + " a source block must be fenced by ----");
                }
            } else if (!isMarkdown() && lines.get(i).matches("-{4,}|\\.{4,}")) {
                language = lines.get(i).startsWith(".") ? "text" : "";
                end = lines.get(i);
            }
            if (end != null) {
                int first = i + 1;
                do {
                    i++;
                } while (!lines.get(i).equals(end));
                blocks.add(new Block(path, first, language, String.join("\n", lines.subList(first, i)) + "\n"));
            }
        }
        return blocks;
    }
}
