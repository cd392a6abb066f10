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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatedTask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The main job: the YAML route over the task definitions of the example. */
class QuickstartTest {

    @RegisterExtension
    static DisSimulatorExtension service = new DisSimulatorExtension();

    private final DisSimulator dis = service.simulator();

    @Test
    void withoutEnvironmentItRunsAgainstItsOwnSimulatorAndEndsWell() throws Exception {
        assertThat(Quickstart.run(Map.of())).isZero();
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void environmentVariablesLeadToAnotherService() throws Exception {
        assertThat(Quickstart.run(environment())).isZero();

        assertThat(dis.tasks("s1"))
                .extracting(SimulatedTask::name)
                .containsExactlyInAnyOrder("dwstask", "orders-to-dws", "clicks-to-dws");
        assertThat(dis.count(Kind.CREATE)).isEqualTo(3);
    }

    @Test
    void theExportsOfTheReadmeAreEnough() throws Exception {
        Map<String, String> environment = exportsOfTheReadme();
        assertThat(environment).hasSize(5);
        dis.addUser(
                environment.get("DIS_DUMP_IAM_DOMAIN"),
                environment.get("DIS_DUMP_IAM_USER"),
                environment.get("DIS_DUMP_PASSWORD"),
                dis.projectId(),
                environment.get("DIS_DUMP_REGION"));
        // in place of the region's hosts
        environment.put("DIS_DUMP_ENDPOINT", dis.baseUrl());
        environment.put("DIS_DUMP_IAM_ENDPOINT", dis.baseUrl());

        assertThat(Quickstart.run(environment)).isZero();

        assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
        assertThat(dis.task("s1", "orders-to-dws"))
                .hasValueSatisfying(task -> assertThat(
                                task.descriptor().path("user_password").textValue())
                        .isEqualTo(environment.get("DIS_DUMP_USER_PASSWORD")));
    }

    @Test
    void aTaskThatTheServiceRefusesMakesTheRunFail() throws Exception {
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "DWS cluster not found"));

        assertThat(Quickstart.run(environment())).isEqualTo(1);
        assertThat(dis.tasks("s1")).hasSize(2);
    }

    @Test
    void aMissingOptionStopsTheStart() {
        assertThatThrownBy(() -> Quickstart.run(Map.of("DIS_DUMP_REGION", "not a region")))
                .rootCause()
                .hasMessageContaining("The option region");
    }

    private static Map<String, String> exportsOfTheReadme() throws IOException {
        return Pattern.compile("(?m)^export (\\w+)='?(.*?)'?$")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .collect(Collectors.toMap(export -> export.group(1), export -> export.group(2)));
    }

    private Map<String, String> environment() {
        return Map.of(
                "DIS_DUMP_ENDPOINT", dis.baseUrl(),
                "DIS_DUMP_PROJECT_ID", dis.projectId(),
                "DIS_DUMP_AUTH_TOKEN", dis.issueToken(),
                "UNRELATED", "value");
    }
}
