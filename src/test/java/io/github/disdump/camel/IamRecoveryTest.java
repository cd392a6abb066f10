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
package io.github.disdump.camel;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** A login that failed leaves nothing behind that spoils the next exchange. */
class IamRecoveryTest {

    private static final String URI = "dis-dump:dws?stream=s1&http.responseTimeout=2000";

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    static Fault[] faults() {
        return new Fault[] {
            Fault.empty(503),
            Fault.resetBeforeWork(),
            Fault.garbage(),
            Fault.huge(500, 10_000_000),
            Fault.answer(201, "{}")
        };
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theNextExchangeLogsInAnew(Fault fault) {
        dis.simulator().fail(Kind.LOGIN, fault);
        try (CamelFixture camel = CamelFixture.withPassword(dis.simulator())) {
            assertThat(camel.send(URI, descriptor()).getException()).isInstanceOf(DisDumpException.class);
            assertThat(camel.send(URI, descriptor()).getException()).isNull();
        }
        assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(2);
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
    }
}
