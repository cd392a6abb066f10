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
package io.github.disdump.examples.kafka;

import java.util.Map;

import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One replica: creates the dump tasks that are requested on a Kafka topic, until it is stopped. */
public final class TaskRequests {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRequests.class);

    private TaskRequests() {}

    public static void main(String[] args) {
        Main main = application(Map.of());
        int exitCode = 1;
        try {
            main.run();
            exitCode = main.getExitCode();
        } catch (Exception e) {
            LOG.error("Not started", e);
        }
        System.exit(exitCode); // also after a start that failed, which leaves threads behind
    }

    /** @param overrides properties that go before those of application.properties */
    static Main application(Map<String, String> overrides) {
        Main main = new Main();
        main.bind("deadLetterHeaders", new DeadLetterHeaders());
        main.configure().addRoutesBuilder(new TaskRequestRoutes());
        overrides.forEach(main::addOverrideProperty);
        return main;
    }
}
