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
package io.github.disdump.examples.camelk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.main.Main;

import io.github.disdump.camel.simulator.DisSimulator;

/**
 * Runs the Integration and the Pipe on this machine, each for one message, against the simulator, which knows the user of the
 * Secret.
 */
public final class LocalRun {

    private static final String COMPONENT = "camel.component.dis-dump.";
    private static final String REGION = "cn-north-4";
    private static final String PROJECT_ID = "0d150d150d150d150d150d150d150d15";

    private final LocalOperator operator;
    private final DisSimulator dis;

    LocalRun(Path directory, DisSimulator dis) throws IOException {
        this.operator = new LocalOperator(directory);
        this.dis = dis;
        Map<String, String> secret =
                Manifest.read(directory.resolve("secret.yaml")).entries();
        dis.addUser(secret.get("iam-domain"), secret.get("iam-user"), secret.get("iam-password"), PROJECT_ID, REGION);
    }

    public static void main(String[] args) throws Exception {
        List<String> created = new ArrayList<>();
        try (DisSimulator dis = DisSimulator.start()) {
            LocalRun run = new LocalRun(Path.of(args[0]), dis);
            run.once("integration.yaml");
            run.once("pipe.yaml");
            for (String stream : List.of("orders", "clicks")) {
                dis.tasks(PROJECT_ID, stream).forEach(task -> created.add(task.name() + " on stream " + stream));
            }
        }
        System.out.println("The simulator has the tasks " + created);
        System.exit(created.size() == 2 ? 0 : 1);
    }

    /** Starts the manifest, and ends after one message. */
    void once(String file) throws Exception {
        Main main = operator.prepare(file);
        main.addOverrideProperty(COMPONENT + "endpoint", dis.baseUrl());
        main.addOverrideProperty(COMPONENT + "iam-endpoint", dis.baseUrl());
        main.configure().withDurationMaxMessages(1);
        main.run();
    }
}
