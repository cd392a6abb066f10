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

import java.time.Duration;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.TaskState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** A 201 alone does not prove that data will flow: the call can wait for the task to run. */
class WaitForStateTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private CamelFixture camel;
    private RecordedWaits waits;

    @BeforeEach
    void open() {
        camel = CamelFixture.withToken(dis);
        camel.component().getPolicy().setWaitForState("RUNNING");
        waits = RecordedWaits.in(camel);
    }

    @AfterEach
    void close() {
        camel.close();
    }

    @Test
    void byDefaultNobodyAsksForTheState() {
        camel.component().getPolicy().setWaitForState(null);

        Exchange exchange = create();

        assertThat(dis.count(Kind.SHOW)).isZero();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.TASK_STATE)).isNull();
    }

    @Test
    void itAsksUntilTheTaskRunsAndTellsStateAndId() {
        dis.newTasksStartAs(TaskState.STARTING, 3, TaskState.RUNNING);

        Exchange exchange = create();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("CREATED");
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.TASK_STATE)).isEqualTo("RUNNING");
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.TASK_ID))
                .isEqualTo(dis.tasks("s1").get(0).id());
        assertThat(waits.pauses()).hasSize(3).containsOnly(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "ABNORMAL"})
    void aBrokenTaskIsAFailureThatSaysSo(TaskState broken) {
        dis.newTasksStartAs(TaskState.STARTING, 1, broken);

        Exchange exchange = create();

        assertThat(exchange.getException())
                .asInstanceOf(type(DisDumpServiceException.class))
                .satisfies(e -> {
                    assertThat(e).hasMessageContaining("is in state " + broken + " instead of RUNNING");
                    assertThat(e.isOutcomeUnknown()).isTrue();
                    assertThat(e.isRetryable()).isFalse();
                });
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.TASK_STATE)).isEqualTo(broken.name());
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.TASK_ID))
                .isEqualTo(dis.tasks("s1").get(0).id());
    }

    @Test
    void theTimeOutIsAFailureThatTellsTheLastState() {
        camel.component().getPolicy().setWaitTimeout(10_000);
        camel.component().getPolicy().setWaitInterval(3_000);
        dis.newTasksStartAs(TaskState.STARTING);

        Exchange exchange = create();

        assertThat(exchange.getException())
                .isInstanceOf(DisDumpServiceException.class)
                .hasMessageContaining("is in state STARTING instead of RUNNING after 9000 ms (option waitTimeout)");
        assertThat(waits.pauses()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @Test
    void aTaskThatExistedBeforeIsNotWaitedFor() {
        dis.newTasksStartAs(TaskState.ERROR);
        dis.addTask("s1", "dwstask");
        camel.component().getPolicy().setIfExists(DisDumpIfExists.ignore);

        assertThat(create().getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("ALREADY_EXISTS");
        assertThat(dis.count(Kind.SHOW)).isZero();
    }

    @Test
    void aQuestionThatFailsInPassingIsAskedAgain() {
        dis.fail(Kind.SHOW, Fault.empty(503));
        dis.fail(Kind.SHOW, Fault.resetBeforeWork());

        assertThat(create().getMessage().getHeader(DisDumpConstants.TASK_STATE)).isEqualTo("RUNNING");
        assertThat(dis.count(Kind.SHOW)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 2000", "7, 7000", "999999, 20000"})
    void aServiceThatIsBusyIsAskedAgainWhenItWantsToBe(String retryAfter, long expectedMillis) {
        dis.fail(Kind.SHOW, Fault.gatewayError(429, "APIGW.0308", "slow down").withHeader("Retry-After", retryAfter));

        assertThat(create().getException()).isNull();
        assertThat(waits.pauses()).containsExactly(Duration.ofMillis(expectedMillis));
    }

    @Test
    void aQuestionThatIsRefusedEndsTheWaitAndSaysThatTheTaskWasCreated() {
        dis.fail(Kind.SHOW, Fault.disError(403, "DIS.4116", "not allowed"));

        assertThat(create().getException())
                .asInstanceOf(type(DisDumpServiceException.class))
                .satisfies(e -> {
                    assertThat(e.getErrorCode()).isEqualTo("DIS.4116");
                    assertThat(e).hasMessageEndingWith("; the task was created");
                    assertThat(e.isOutcomeUnknown()).isTrue();
                });
    }

    @Test
    void whenNoQuestionIsAnsweredInTimeTheLastFailureIsThrown() {
        camel.component().getPolicy().setWaitTimeout(4_000);
        dis.failAlways(Kind.SHOW, Fault.empty(503));

        assertThat(create().getException())
                .isInstanceOf(DisDumpServiceException.class)
                .hasMessageEndingWith("; the task was created, but its state is not known");
        assertThat(dis.count(Kind.SHOW)).isEqualTo(3);
    }

    @Test
    void aPasswordInTheDescriptionIsNotTold() {
        dis.behaviour().passwordsShown(true);
        dis.newTasksStartAs(TaskState.ERROR);

        assertThat(create().getException().toString()).doesNotContain("userpassword");
    }

    private Exchange create() {
        return camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor());
    }
}
