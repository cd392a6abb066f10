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

    private Map<String, String> environment() {
        return Map.of(
                "DIS_DUMP_ENDPOINT", dis.baseUrl(),
                "DIS_DUMP_PROJECT_ID", dis.projectId(),
                "DIS_DUMP_AUTH_TOKEN", dis.issueToken(),
                "UNRELATED", "value");
    }
}
