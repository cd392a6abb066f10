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

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Of Camel only what an application has that takes this component and the artifacts that a text names: these, and what their
 * poms bring along. Whatever else the class path of the tests has of Camel is left out.
 */
final class DocumentedClassPath {

    private static final Pattern NAMED = Pattern.compile("(?<=`|<artifactId>)camel-[a-z0-9-]+(?=`|</artifactId>)");
    private static final List<String> OF_THE_COMPONENT = List.of("camel-http", "camel-jackson");

    /** Camel's jars in the class path of the tests. */
    private final Map<String, Path> jars = new HashMap<>();

    private final List<Path> others = new ArrayList<>();
    private final Set<String> artifacts = new TreeSet<>();

    private DocumentedClassPath() {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            String artifact = path.getNameCount() < 3
                    ? ""
                    : path.getName(path.getNameCount() - 3).toString();
            if (path.toString().endsWith(".jar") && artifact.startsWith("camel-")) {
                jars.put(artifact, path);
            } else {
                others.add(path);
            }
        }
    }

    static DocumentedClassPath of(String text) throws IOException {
        DocumentedClassPath found = new DocumentedClassPath();
        Deque<String> open = new ArrayDeque<>(OF_THE_COMPONENT);
        NAMED.matcher(text).results().map(MatchResult::group).forEach(open::add);
        while (!open.isEmpty()) {
            String artifact = open.remove();
            if (found.jars.containsKey(artifact) && found.artifacts.add(artifact)) {
                open.addAll(brought(found.jars.get(artifact)));
            }
        }
        return found;
    }

    Set<String> artifacts() {
        return artifacts;
    }

    URLClassLoader open() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path path : Stream.concat(others.stream(), artifacts.stream().map(jars::get))
                .toList()) {
            urls.add(path.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** The names of the dependencies that users get, by the pom beside a jar. */
    private static List<String> brought(Path jar) throws IOException {
        Path pom = jar.resolveSibling(jar.getFileName().toString().replace(".jar", ".pom"));
        List<String> names = new ArrayList<>();
        try {
            NodeList dependencies = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getElementsByTagName("dependency");
            for (int i = 0; i < dependencies.getLength(); i++) {
                Element dependency = (Element) dependencies.item(i);
                if (!text(dependency, "optional").equals("true")
                        && !text(dependency, "scope").matches("test|provided")) {
                    names.add(text(dependency, "artifactId"));
                }
            }
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("Not read: " + pom, e);
        }
        return names;
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
