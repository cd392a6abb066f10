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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A replica of the application in a JVM of its own, which can be killed and started again. */
final class Replica implements AutoCloseable {

    private final String name;
    private final Map<String, String> environment;
    private final List<String> arguments = new ArrayList<>();
    private final Path log;
    private JavaProcess process;

    /**
     * @param environment what holds a secret
     * @param properties  what may be seen in the list of processes
     */
    Replica(String name, Map<String, String> environment, Map<String, String> properties) {
        this.name = name;
        this.environment = environment;
        this.log = Path.of("target", name + "-" + ProcessHandle.current().pid() + ".log");
        properties.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.add("-Dcamel.component.kafka.client-id=" + name);
        arguments.add(TaskRequests.class.getName());
    }

    String name() {
        return name;
    }

    Replica start() throws IOException {
        process = JavaProcess.start(log, JavaProcess.RUNTIME_CLASS_PATH, environment, arguments);
        return this;
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    /** What it has logged, before and after its death. */
    List<String> log() throws IOException {
        return process.output();
    }

    long created() throws IOException {
        return log().stream().filter(line -> line.contains(" - CREATED ")).count();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
