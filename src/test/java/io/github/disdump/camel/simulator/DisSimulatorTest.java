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
package io.github.disdump.camel.simulator;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static io.github.disdump.camel.simulator.SimulatorTestClient.example;
import static io.github.disdump.camel.simulator.SimulatorTestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

class DisSimulatorTest {

    @Test
    void createsAndShowsATask() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);

            HttpResponse<String> created = client.create(example());
            HttpResponse<String> listed = client.get(client.tasksPath());
            HttpResponse<String> shown = client.get(client.tasksPath() + "/dwstask");

            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.body()).isEmpty();
            assertThat(created.headers().firstValue("X-Request-Id").orElseThrow())
                    .matches("[0-9a-f]{32}");
            assertThat(json(listed).path("total_number").asInt()).isEqualTo(1);
            assertThat(json(shown).path("state").asText()).isEqualTo("RUNNING");
            assertThat(dis.tasks("s1"))
                    .singleElement()
                    .extracting(SimulatedTask::name)
                    .isEqualTo("dwstask");
            assertThat(dis.requests())
                    .extracting(ReceivedRequest::kind, ReceivedRequest::status)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(Kind.CREATE, 201),
                            org.assertj.core.groups.Tuple.tuple(Kind.LIST, 200),
                            org.assertj.core.groups.Tuple.tuple(Kind.SHOW, 200));
        }
    }

    @Test
    void logsInAndCreatesWithTheTokenGot() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            dis.addUser("domain", "user", "password");
            SimulatorTestClient client = new SimulatorTestClient(dis);
            var scope = StrictJson.object();
            scope.putObject("project").put("name", "simulated-1");

            HttpResponse<String> login = client.login("domain", "user", "password", scope);

            assertThat(login.statusCode()).isEqualTo(201);
            assertThat(login.headers().firstValue("X-Subject-Token").orElseThrow())
                    .startsWith("SIM-TOKEN-");
            assertThat(json(login).at("/token/project/id").asText()).isEqualTo(dis.projectId());
        }
    }
}
