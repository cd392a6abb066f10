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
package io.github.disdump.examples.javamain;

import java.util.Map;

import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates a dump task for each task definition of a directory, on Camel Main. */
public final class JavaMain {

    private static final Logger LOG = LoggerFactory.getLogger(JavaMain.class);

    private JavaMain() {}

    public static void main(String[] args) {
        System.exit(run(Map.of()));
    }

    /**
     * Runs the application until it ends.
     *
     * @param overrides properties that go before those of application.properties
     * @return the exit code; a start that fails leaves threads behind, so main must not wait for their end
     */
    static int run(Map<String, String> overrides) {
        Main main = application(overrides);
        try {
            main.run();
            return main.getExitCode();
        } catch (Exception e) {
            LOG.error("Not started", e);
            return 1;
        }
    }

    /** @param overrides properties that go before those of application.properties */
    static Main application(Map<String, String> overrides) {
        Main main = new Main();
        main.configure().addRoutesBuilder(new TaskRoutes());
        overrides.forEach(main::addOverrideProperty);
        return main;
    }
}
