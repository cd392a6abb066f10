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

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

import io.github.disdump.camel.simulator.DisSimulator;

/**
 * Runs the YAML route of this example once over all task definitions, then ends. Environment variables that begin with
 * DIS_DUMP_ are options of the component: DIS_DUMP_REGION is its option region. With DIS_DUMP_REGION or DIS_DUMP_ENDPOINT
 * the route talks to the real service, without them to an embedded simulator.
 */
public final class Quickstart {

    private static final String PREFIX = "DIS_DUMP_";

    private Quickstart() {}

    public static void main(String[] args) {
        int exitCode = 1;
        try {
            exitCode = run(System.getenv());
        } catch (Exception e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            System.err.println("Not started: " + root.getMessage());
        }
        System.exit(exitCode);
    }

    /** @return 0 if every valid definition became a task */
    static int run(Map<String, String> environment) throws Exception {
        Map<String, String> options = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                options.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-'), value);
            }
        });
        if (options.containsKey("region") || options.containsKey("endpoint")) {
            return runRoute(options);
        }
        try (DisSimulator simulator = DisSimulator.start()) {
            simulator.addUser("example-account", "example-user", "example-password");
            options.put("endpoint", simulator.baseUrl());
            options.put("iam-endpoint", simulator.baseUrl());
            options.put("region", simulator.projectName());
            options.put("iam-domain", "example-account");
            options.put("iam-user", "example-user");
            options.put("password", "example-password");
            return runRoute(options);
        }
    }

    private static int runRoute(Map<String, String> componentOptions) throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        Main main = new Main();
        main.setPropertyPlaceholderLocations("classpath:quickstart/application.properties");
        componentOptions.forEach((name, value) -> main.addOverrideProperty("camel.component.dis-dump." + name, value));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeStop(BaseMainSupport running) {
                failed.set(running.getCamelContext().getVariable("global:failed") != null);
            }
        });
        main.run();
        return failed.get() ? 1 : main.getExitCode();
    }
}
