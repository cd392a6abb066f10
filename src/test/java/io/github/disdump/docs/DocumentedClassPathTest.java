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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.disdump.docs.Page.Block;
import io.github.disdump.examples.quickstart.Quickstart;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader who takes the artifacts that are named, and no others, can run what is printed. */
class DocumentedClassPathTest {

    private static final Page README = Page.read(Path.of("README.md"));
    private static final Page COMPONENT = Page.read(Path.of("docs/dis-dump-component.adoc"));

    @TestFactory
    List<DynamicTest> theRoutesOfTheReadmeNeedWhatItsUsageNames() throws Exception {
        return run(README, usage());
    }

    @TestFactory
    List<DynamicTest> theRoutesOfTheComponentsPageNeedWhatTheUsageAndThePageName() throws Exception {
        return run(COMPONENT, usage() + COMPONENT.text());
    }

    @Test
    void theQuickstartNeedsWhatItsPageNames() throws Exception {
        Page quickstart = Page.read(Path.of("examples/quickstart/README.md"));

        assertThat(call(DocumentedClassPath.of(quickstart.text()), Quickstart.class, "run", Map.of()))
                .isEqualTo(0);
    }

    /** Otherwise those above would tell nothing. */
    @Test
    void whatTheTestsAloneUseIsNotThere() throws Exception {
        DocumentedClassPath classPath = DocumentedClassPath.of("a runtime, `camel-main`");

        assertThat(classPath.artifacts())
                .contains("camel-main", "camel-http", "camel-jackson", "camel-core-languages")
                .doesNotContain("camel-bean", "camel-direct", "camel-test-junit5", "camel-yaml-dsl");
    }

    private static String usage() {
        String text = README.text();
        int start = text.indexOf("\n## Usage\n");
        return text.substring(start, text.indexOf("\n## ", start + 1));
    }

    private static List<DynamicTest> run(Page page, String naming) throws Exception {
        DocumentedClassPath classPath = DocumentedClassPath.of(naming);
        List<DynamicTest> tests = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (DocumentedRoutes.areIn(block)) {
                tests.add(DynamicTest.dynamicTest(block.toString(), () -> run(block, classPath)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(2);
        return tests;
    }

    private static void run(Block block, DocumentedClassPath classPath) throws Exception {
        call(classPath, DocumentedRoutes.class, "run", block.page().toString(), block.line());
    }

    /** Calls a static method in an application that has this class path. */
    private static Object call(DocumentedClassPath classPath, Class<?> type, String name, Object... arguments)
            throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application = classPath.open()) {
            Thread.currentThread().setContextClassLoader(application);
            Method method = Stream.of(application.loadClass(type.getName()).getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(name))
                    .filter(candidate -> candidate.getParameterCount() == arguments.length)
                    .filter(candidate -> candidate.getParameterTypes()[0].isInstance(arguments[0]))
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("With " + classPath.artifacts(), e.getCause());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
