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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PackagedApplicationIT {

    @Test
    void thePackagedApplicationCreatesTasks() throws Exception {
        try (DisSimulator dis = DisSimulator.start();
                PackagedApplication application = PackagedApplication.start(Path.of(""), dis)) {
            HttpResponse<String> refused =
                    TaskDefinitions.post(application.address(), "orders", "{\"task_nam\": \"orders-to-dws\"}");
            int createsAfterRefusal = dis.count(Kind.CREATE);
            HttpResponse<String> created = TaskDefinitions.post(
                    application.address(),
                    "orders",
                    "{\"task_name\": \"orders-to-dws\", \"dws_table_name\": \"orders\"}");

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("did you mean `task_name`?");
            assertThat(createsAfterRefusal).isZero();
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            assertThat(dis.task("orders", "orders-to-dws")).hasValueSatisfying(task -> {
                assertThat(task.descriptor().path("dws_table_name").textValue()).isEqualTo("orders");
                assertThat(task.descriptor().path("dws_cluster_name").textValue())
                        .isEqualTo("dwscluster");
                assertThat(task.descriptor().path("user_password").textValue()).isEqualTo("password-of-dbadmin");
            });
            assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
            assertThat(application.output()).doesNotContain("example-password", "password-of-dbadmin");
        }
    }

    @Test
    void theReadmePrintsTheAnswers() throws Exception {
        assertTheAnswersAreThoseOfTheReadme(TryOut.run(Path.of(""), Map.of()));
    }

    @Test
    void withARegionTheCommandOfTheReadmeStartsNoSimulator() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            dis.addUser("my-account", "dump-writer", "password-of-iam");

            List<String> answers = TryOut.run(
                    Path.of(""),
                    Map.of(
                            "DIS_DUMP_REGION", dis.projectName(),
                            "DIS_DUMP_IAM_DOMAIN", "my-account",
                            "DIS_DUMP_IAM_USER", "dump-writer",
                            "DIS_DUMP_PASSWORD", "password-of-iam",
                            "DIS_DUMP_USER_PASSWORD", "password-of-dbadmin",
                            // instead of the region's hosts
                            "JAVA_TOOL_OPTIONS",
                                    "-Dcamel.component.dis-dump.endpoint=" + dis.baseUrl()
                                            + " -Dcamel.component.dis-dump.iam-endpoint=" + dis.baseUrl()));

            assertTheAnswersAreThoseOfTheReadme(answers);
            assertThat(dis.task("orders", "orders-to-dws")).isPresent();
        }
    }

    private static void assertTheAnswersAreThoseOfTheReadme(List<String> answers) throws Exception {
        List<String> printed = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.matches("\\d\\d-\\w+\\.json: .*"))
                .toList();
        assertThat(answers).hasSize(2);
        assertThat(printed).hasSize(2);
        assertThat(answers.get(0)).isEqualTo(printed.get(0));
        assertThat(answers.get(1))
                .startsWith(printed.get(1).substring(0, printed.get(1).indexOf('…')));
    }
}
