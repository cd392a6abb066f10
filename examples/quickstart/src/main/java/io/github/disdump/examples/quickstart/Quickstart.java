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

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

import io.github.disdump.camel.simulator.DisSimulator;

/**
 * Runs the YAML route of this example once over all task definitions, then ends. Without the environment variable
 * CAMEL_COMPONENT_DIS_DUMP_REGION or CAMEL_COMPONENT_DIS_DUMP_ENDPOINT it talks to an embedded simulator.
 */
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] args) throws Exception {
        if (isRealServiceSet(System.getenv())) {
            run(Map.of());
            return;
        }
        try (DisSimulator simulator = DisSimulator.start()) {
            simulator.addUser("example-account", "example-user", "example-password");
            run(Map.of(
                    "camel.component.dis-dump.endpoint",
                    simulator.baseUrl(),
                    "camel.component.dis-dump.iam-endpoint",
                    simulator.baseUrl(),
                    "camel.component.dis-dump.region",
                    simulator.projectName(),
                    "camel.component.dis-dump.iam-domain",
                    "example-account",
                    "camel.component.dis-dump.iam-user",
                    "example-user",
                    "camel.component.dis-dump.password",
                    "example-password"));
        }
    }

    private static boolean isRealServiceSet(Map<String, String> environment) {
        return environment.containsKey("CAMEL_COMPONENT_DIS_DUMP_REGION")
                || environment.containsKey("CAMEL_COMPONENT_DIS_DUMP_ENDPOINT");
    }

    private static void run(Map<String, String> properties) throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:quickstart/application.properties");
        properties.forEach(main::addInitialProperty);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeStop(BaseMainSupport running) {
                failed.set(running.getCamelContext().getVariable("global:failed") != null);
            }
        });
        try {
            main.run();
        } finally {
            main.shutdown(); // a start that failed leaves threads behind
        }
        if (main.getExitCode() != 0 || failed.get()) {
            throw new IllegalStateException("At least one task was not created, see above");
        }
    }
}
