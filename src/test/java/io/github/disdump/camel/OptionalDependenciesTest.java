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
package io.github.disdump.camel;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The component works in an application that has none of its optional dependencies, nor what shows it to operators. */
class OptionalDependenciesTest {

    private static final List<String> OPTIONAL = List.of(
            "camel-health-",
            "camel-telemetry-",
            "camel-opentelemetry2-",
            "camel-console-",
            "camel-management-4",
            "camel-endpointdsl-",
            "camel-spring-",
            "spring-");

    @Test
    void withoutAnyOfThemARouteCreatesItsTask() throws Exception {
        try (URLClassLoader application = withoutOptional()) {
            for (String missing : List.of(
                    "org.apache.camel.impl.health.AbstractHealthCheck",
                    "org.apache.camel.telemetry.SpanDecorator",
                    "org.apache.camel.impl.console.HealthDevConsole",
                    "org.apache.camel.management.JmxManagementStrategy",
                    "org.apache.camel.builder.endpoint.EndpointRouteBuilder",
                    "org.apache.camel.spring.boot.CamelAutoConfiguration",
                    "org.springframework.boot.autoconfigure.AutoConfiguration",
                    "org.springframework.core.env.Environment")) {
                assertThatThrownBy(() -> application.loadClass(missing)).isInstanceOf(ClassNotFoundException.class);
            }
            runIn(application);
        }
    }

    @Test
    void theSameRouteWorksWithThem() throws Exception {
        new CreatingATask().run();
    }

    private static URLClassLoader withoutOptional() {
        URL[] kept = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> OPTIONAL.stream().noneMatch(file.getName()::startsWith))
                .map(OptionalDependenciesTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(kept, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static void runIn(ClassLoader application) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(application);
        try {
            Object creation = application
                    .loadClass(CreatingATask.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            ((Runnable) creation).run();
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Runs in the application's class loader, so it asserts with nothing of the test's. */
    public static final class CreatingATask implements Runnable {

        @Override
        public void run() {
            try (DisSimulator dis = DisSimulator.start();
                    CamelFixture camel = CamelFixture.withPassword(dis)) {
                camel.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").to("dis-dump:dws?stream=s1");
                    }
                });
                Exchange exchange = camel.send("direct:in", CamelFixture.descriptor());
                check(exchange.getException() == null, "failure: " + exchange.getException());
                check(dis.count(Kind.CREATE) == 1, "requests: " + dis.requests());
                check(dis.task("s1", "dwstask").isPresent(), "tasks: " + dis.tasks("s1"));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        private static void check(boolean holds, String otherwise) {
            if (!holds) {
                throw new AssertionError(otherwise);
            }
        }
    }
}
