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

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** What an operator reads in the log: one line a task, one a retry, and nothing louder than a warning. */
class LogLinesTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private CamelFixture camel;
    private CapturedLog log;

    @BeforeEach
    void open() {
        camel = CamelFixture.withPassword(dis);
        camel.component().getPolicy().setMaxRetries(3);
        RecordedWaits.in(camel);
        log = CapturedLog.of("io.github.disdump.camel");
    }

    @AfterEach
    void close() {
        camel.close();
        log.close();
    }

    @Test
    void aTaskIsOneLineWithNameStreamAndRequest() {
        send("t1");

        assertThat(log.levels())
                .singleElement()
                .asString()
                .matches("INFO CREATED: dump task 't1' on stream 's1' \\(request [0-9a-f]{32}, retries 0\\)");
    }

    @Test
    void eachOutcomeIsOneLine() {
        dis.addTask("s1", "t1");
        send("t1", Map.of(DisDumpConstants.IF_EXISTS, "ignore"));
        send("t1", Map.of(DisDumpConstants.IF_EXISTS, "replace"));

        assertThat(log.levels()).hasSize(2);
        assertThat(log.levels().get(0)).startsWith("INFO ALREADY_EXISTS: dump task 't1'");
        assertThat(log.levels().get(1)).startsWith("INFO REPLACED: dump task 't1'");
    }

    @Test
    void aRetryIsAWarningWithTheReason() {
        dis.fail(Kind.LOGIN, Fault.iamError(503, "unavailable"));
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4303", "traffic limit"));
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        send("t1");

        assertThat(log.levels()).hasSize(4);
        assertThat(log.levels().get(0)).startsWith("WARN Retry 1 of dump task 't1' on stream 's1' after: IAM login of");
        assertThat(log.levels().get(1)).startsWith("WARN Retry 2").contains("DIS.4303");
        assertThat(log.levels().get(2)).startsWith("WARN Retry 3").contains("No answer from");
        assertThat(log.levels().get(3))
                .startsWith("INFO RECONCILED: dump task 't1'")
                .contains("retries 3");
    }

    /** The exception says it, and the route's error handler logs that. */
    @Test
    void aFailureIsNotLoggedByTheComponent() {
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "not healthy"));
        send("t1");
        send("no blanks, please");
        dis.fail(Kind.CREATE, Fault.html(200));
        send("t2");
        dis.changePassword("account", "user", "another");
        send("t3");

        assertThat(dis.tasks("s1")).isEmpty();
        assertThat(log.levels()).isEmpty();
    }

    @Test
    void aHealthCheckIsSilentUpOrDown() throws Exception {
        try (CamelFixture checked = HealthChecks.started(CamelFixture.withToken(dis), "dis-dump:dws?stream=s1")) {
            HealthChecks.only(checked.context());
            dis.failAlways(Kind.LIST, Fault.disError(400, "DIS.4301", "no such stream"));
            HealthChecks.only(checked.context());
        }
        assertThat(dis.count(Kind.LIST)).isEqualTo(2);
        assertThat(log.levels()).isEqualTo(List.of());
    }

    private void send(String task) {
        send(task, Map.of());
    }

    private void send(String task, Map<String, Object> headers) {
        Map<String, Object> body = descriptor();
        body.put("task_name", task);
        camel.send("dis-dump:dws?stream=s1", body, headers);
    }
}
