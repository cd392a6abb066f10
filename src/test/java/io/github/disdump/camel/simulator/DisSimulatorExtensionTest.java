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

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.disdump.camel.simulator.SimulatorTestClient.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DisSimulatorExtensionTest {

    @RegisterExtension
    static final DisSimulatorExtension SHARED =
            new DisSimulatorExtension().beforeEach(simulator -> simulator.addUser("domain", "user", "password"));

    @RegisterExtension
    final DisSimulatorExtension own = new DisSimulatorExtension();

    private static final Set<String> ADDRESSES = new HashSet<>();

    @RepeatedTest(2)
    void eachTestStartsFreshAndPreparedAtOneAddress() throws Exception {
        DisSimulator dis = SHARED.simulator();
        SimulatorTestClient client = new SimulatorTestClient(dis);

        assertThat(dis.requests()).isEmpty();
        assertThat(dis.tasks("s1")).isEmpty();
        assertThat(client.login("domain", "user", "password", null).statusCode())
                .isEqualTo(201);
        client.create(example());
        ADDRESSES.add(dis.baseUrl());
        assertThat(ADDRESSES).hasSize(1);
    }

    @Test
    void inAFieldOfTheInstanceTheSimulatorIsTheTestsOwn() throws Exception {
        assertThat(own.simulator().baseUrl()).isNotEqualTo(SHARED.simulator().baseUrl());
        assertThat(new SimulatorTestClient(own.simulator()).create(example()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void withoutTestsThereIsNoSimulator() {
        DisSimulatorExtension idle = new DisSimulatorExtension();

        assertThatThrownBy(idle::simulator).isInstanceOf(IllegalStateException.class);
    }

    @Nested
    class InANestedClass {

        @RegisterExtension
        static final DisSimulatorExtension INNER = new DisSimulatorExtension();

        @Test
        void bothSimulatorsRun() throws Exception {
            assertThat(new SimulatorTestClient(SHARED.simulator())
                            .create(example())
                            .statusCode())
                    .isEqualTo(201);
            assertThat(new SimulatorTestClient(INNER.simulator())
                            .create(example())
                            .statusCode())
                    .isEqualTo(201);
        }
    }
}
