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
package io.github.disdump.examples.quarkus;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.disdump.camel.simulator.DisSimulator;

/**
 * Starts the packaged application and sends it all task definitions of this example. With DIS_DUMP_REGION the application
 * talks to the real service, without to the simulator.
 */
public final class TryOut {

    private TryOut() {}

    /** @param args the directory of this example */
    public static void main(String[] args) throws Exception {
        run(Path.of(args[0]), System.getenv()).forEach(System.out::println);
    }

    /** @return the answers, each behind the name of its definition's file */
    static List<String> run(Path directory, Map<String, String> environment) throws Exception {
        if (environment.containsKey("DIS_DUMP_REGION")) {
            try (PackagedApplication application = PackagedApplication.start(directory, environment)) {
                return send(directory.resolve("tasks"), application);
            }
        }
        try (DisSimulator dis = DisSimulator.start();
                PackagedApplication application = PackagedApplication.start(directory, dis)) {
            return send(directory.resolve("tasks"), application);
        }
    }

    private static List<String> send(Path tasks, PackagedApplication application) throws Exception {
        List<Path> definitions;
        try (Stream<Path> files = Files.list(tasks)) {
            definitions = files.sorted().toList();
        }
        List<String> answers = new ArrayList<>();
        for (Path definition : definitions) {
            HttpResponse<String> answer =
                    TaskDefinitions.post(application.address(), "orders", Files.readString(definition));
            answers.add(definition.getFileName() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answers;
    }
}
