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

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import io.github.disdump.docs.Page.Block;

import static org.assertj.core.api.Assertions.assertThat;

/** The Maven dependencies in the documentation are those of the project, of its own pom and of the example for Spring Boot. */
final class DocumentedDependencies {

    private DocumentedDependencies() {}

    static void check(Block block) throws Exception {
        Document pom = parse(Files.readString(Path.of("pom.xml")));
        List<String> known = new ArrayList<>();
        known.add(coordinates(pom.getDocumentElement(), pom));
        addDependencies(pom, known);
        addDependencies(parse(Files.readString(Path.of("examples/spring-boot/pom.xml"))), known);
        NodeList printed =
                parse("<dependencies>" + block.text() + "</dependencies>").getElementsByTagName("dependency");
        assertThat(printed.getLength()).isPositive();
        for (int i = 0; i < printed.getLength(); i++) {
            Element dependency = (Element) printed.item(i);
            assertThat(coordinates(dependency, pom)).as(block.toString()).isIn(known);
            assertThat(child(dependency, "classifier", pom))
                    .as("the only other artifact of this project is the simulator")
                    .isIn("", "tests");
        }
    }

    /** A plugin is printed as a project uses it that the build runs, with the versions of this build. */
    static void checkPlugin(Block block) throws Exception {
        Document pom = parse(Files.readString(Path.of("pom.xml")));
        String used = Files.readString(Path.of("src/it/camel-report-right/pom.xml"))
                .replace("@project.version@", child(pom.getDocumentElement(), "version", pom))
                .replace(
                        "@camel.version@",
                        pom.getElementsByTagName("camel.version").item(0).getTextContent());
        assertThat(withoutSpace(used)).as(block.toString()).contains(withoutSpace(block.text()));
    }

    private static String withoutSpace(String xml) {
        return xml.replaceAll("\\s+", "");
    }

    private static void addDependencies(Document pom, List<String> known) {
        NodeList dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            known.add(coordinates((Element) dependencies.item(i), pom));
        }
    }

    private static String coordinates(Element element, Document pom) {
        return child(element, "groupId", pom) + ":" + child(element, "artifactId", pom) + ":"
                + child(element, "version", pom);
    }

    /** The text of a direct child, a property of the pom replaced by its value; empty if there is none. */
    private static String child(Element parent, String name, Document pom) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                String text = node.getTextContent().strip();
                return text.startsWith("${")
                        ? pom.getElementsByTagName(text.substring(2, text.length() - 1))
                                .item(0)
                                .getTextContent()
                        : text;
            }
        }
        return "";
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
