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

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.springboot.SpringBootApplicationFixture;
import io.github.disdump.docs.Page.Block;

/** Runs a documented <code>application.yaml</code>: a Spring Boot application with it creates a task by an IAM user. */
final class DocumentedSpringBoot {

    private static final String PREFIX = "--camel.component.dis-dump.";

    private DocumentedSpringBoot() {}

    static void run(DisSimulator dis, Block block) throws Exception {
        Path directory = Files.createTempDirectory("documented");
        Path file = directory.resolve("application.yaml");
        dis.addUser("my-account", "dump-writer", "password-of-iam", dis.projectId(), "cn-north-4");
        try (var application = new SpringBootApplicationFixture(directory)
                .file(file.getFileName().toString(), block.text())
                .environment("IAM_PASSWORD", "password-of-iam")
                .environment("DWS_PASSWORD", "password-of-dws")
                .start(PREFIX + "endpoint=" + dis.baseUrl(), PREFIX + "iam-endpoint=" + dis.baseUrl())) {
            application.sendWithout("user_password");
        } finally {
            Files.delete(file);
            Files.delete(directory);
        }
    }
}
