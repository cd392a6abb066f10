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

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** The stream has a task of the request's name already: by somebody else, or by a try whose answer was lost. */
class ExistingTaskTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();
    private CamelFixture camel;

    @BeforeEach
    void open() {
        camel = CamelFixture.withToken(dis);
        camel.component().getPolicy().setMaxRetries(3);
        RecordedWaits.in(camel);
    }

    @AfterEach
    void close() {
        camel.close();
    }

    @Test
    void aLostAnswerIsReconciledWithTheTaskThatItLeft() {
        for (Fault lost : List.of(
                Fault.resetAfterWork(),
                Fault.halfAnswer(),
                Fault.disError(500, "DIS.5000", "broken").afterWork(),
                Fault.empty(504).afterWork())) {
            dis.reset();
            camel.component().getConfiguration().setAuthToken(dis.issueToken());
            dis.fail(Kind.CREATE, lost);

            Exchange exchange = create(Map.of(DisDumpConstants.AUTH_TOKEN, dis.issueToken()));

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME))
                    .isEqualTo("RECONCILED");
            assertThat(kinds()).containsExactly(Kind.CREATE, Kind.CREATE, Kind.SHOW);
            assertThat(dis.tasks("s1")).hasSize(1);
        }
    }

    @Test
    void aResetBeforeTheWorkIsRepeatedAndCreatesOnce() {
        dis.fail(Kind.CREATE, 2, Fault.resetBeforeWork());

        Exchange exchange = create(Map.of());

        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("CREATED");
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    void aLostAnswerWithoutRetriesLeavesTheOutcomeUnknown() {
        camel.component().getPolicy().setMaxRetries(0);
        dis.fail(Kind.CREATE, Fault.resetAfterWork());

        Exchange exchange = create(Map.of());

        assertThat(exchange.getException())
                .isExactlyInstanceOf(DisDumpException.class)
                .asInstanceOf(type(DisDumpException.class))
                .satisfies(e -> assertThat(e.isOutcomeUnknown()).isTrue());
    }

    @Test
    void anUnknownOutcomeStaysUnknownWhenTheNextTriesAreRefused() {
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        dis.fail(Kind.CREATE, 3, Fault.disError(400, "DIS.4303", "traffic limit"));

        Exchange exchange = create(Map.of());

        assertThat(exchange.getException())
                .asInstanceOf(type(DisDumpServiceException.class))
                .satisfies(e -> {
                    assertThat(e.isOutcomeUnknown()).isTrue();
                    assertThat(e)
                            .hasMessageContaining("an earlier try had no answer, so the task may exist all the same");
                });
    }

    @Test
    void aLostAnswerWhoseTaskTurnsOutToBeAnotherOneIsTheErrorOfAnExistingTask() {
        createdAsOther();
        dis.fail(Kind.CREATE, Fault.empty(502));

        Exchange exchange = create(Map.of());

        assertThat(exchange.getException())
                .asInstanceOf(type(DisDumpServiceException.class))
                .satisfies(e -> {
                    assertThat(e.getErrorCode()).isEqualTo("DIS.4355");
                    assertThat(e.isOutcomeUnknown()).isFalse();
                });
    }

    /** The refusal says that a task exists, the description that it does not: who is right is not known. */
    @Test
    void aLostAnswerWhoseTaskIsNeverShownLeavesTheOutcomeUnknown() {
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        dis.failAlways(Kind.SHOW, Fault.disError(400, "DIS.4354", "no such task"));

        Exchange exchange = create(Map.of());

        assertThat(dis.tasks("s1")).hasSize(1);
        assertThat(exchange.getException())
                .asInstanceOf(type(DisDumpServiceException.class))
                .satisfies(e -> {
                    assertThat(e.isOutcomeUnknown()).isTrue();
                    assertThat(e)
                            .hasMessageContaining("DIS.4355")
                            .hasMessageContaining("an earlier try had no answer, so the task may exist all the same");
                });
    }

    @Test
    void aLostAnswerWhoseTaskIsShownLateIsReconciledAllTheSame() {
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        dis.fail(Kind.SHOW, Fault.disError(400, "DIS.4354", "no such task"));

        Exchange exchange = create(Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("RECONCILED");
    }

    /** What names no task has no field that differs, which must not make it the same task. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"task_name\":\"another\"}"})
    void aDescriptionOfNoTaskIsNotTakenForTheSameTask(String description) {
        createdAsOther();
        dis.fail(Kind.CREATE, Fault.resetBeforeWork());
        dis.failAlways(Kind.SHOW, Fault.answer(200, description));

        assertThat(create(Map.of()).getException())
                .isExactlyInstanceOf(DisDumpException.class)
                .hasMessageContaining("was answered with what tells of no such task")
                .asInstanceOf(type(DisDumpException.class))
                .satisfies(e -> assertThat(e.isOutcomeUnknown()).isTrue());
        assertThat(create(Map.of(DisDumpConstants.IF_EXISTS, "ignoreSame")).getException())
                .hasMessageContaining("was answered with what tells of no such task");
    }

    @Test
    void aLostAnswerThatFilledTheQuotaIsReconciledToo() {
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4357", "more than 5 dump tasks"));

        Exchange exchange = create(Map.of());

        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("RECONCILED");
    }

    @Test
    void byDefaultAnExistingTaskIsAFailure() {
        create(Map.of());

        Exchange exchange = create(Map.of());

        assertThat(exchange.getException(DisDumpServiceException.class).getErrorCode())
                .isEqualTo("DIS.4355");
        assertThat(dis.count(Kind.CREATE)).isEqualTo(2);
        assertThat(dis.count(Kind.SHOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore", "IGNORE"})
    void ignoreTakesAnyTaskOfTheNameAsSuccess(String ifExists) {
        createdAsOther();

        Exchange exchange = create(Map.of(DisDumpConstants.IF_EXISTS, ifExists));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void ignoreSameTakesTheSameTaskAsSuccess() {
        create(Map.of());

        Exchange exchange = create(Map.of(DisDumpConstants.IF_EXISTS, DisDumpIfExists.ignoreSame));

        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void ignoreSameListsTheFieldsInWhichAnotherTaskDiffers() {
        createdAsOther();

        Exchange exchange = create(Map.of(DisDumpConstants.IF_EXISTS, "ignoreSame"));

        assertThat(exchange.getException())
                .asInstanceOf(type(DisDumpServiceException.class))
                .satisfies(e -> {
                    assertThat(e.getErrorCode()).isEqualTo("DIS.4355");
                    assertThat(e)
                            .hasMessageContaining("the existing task differs: ")
                            .hasMessageContaining(
                                    "dws_table_name (requested 'dwstablename', exists as 'another_table')")
                            .hasMessageContaining("retry_duration (requested nothing, exists as '60')")
                            .hasMessageNotContaining("dws_schema");
                });
    }

    @Test
    void replaceDeletesTheExistingTaskAndCreatesTheNewOne() {
        createdAsOther();

        Exchange exchange = create(Map.of(DisDumpConstants.IF_EXISTS, "replace"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("REPLACED");
        assertThat(dis.tasks("s1"))
                .singleElement()
                .satisfies(task -> assertThat(
                                task.descriptor().path("dws_table_name").asText())
                        .isEqualTo("dwstablename"));
    }

    @Test
    void replaceChecksTheWholeRequestBeforeItDeletesAnything() {
        createdAsOther();
        Map<String, Object> invalid = CamelFixture.descriptor();
        invalid.put("file_prefix", "/x");

        Exchange exchange = camel.send("dis-dump:dws?stream=s1&ifExists=replace", invalid);

        assertThat(exchange.getException()).isInstanceOf(DisDumpValidationException.class);
        assertThat(dis.tasks("s1")).hasSize(1);
        assertThat(dis.requests()).isEmpty();
    }

    @Test
    void aFailureAfterTheDeleteSaysThatTheOldTaskIsGone() {
        createdAsOther();
        dis.fail(Kind.CREATE, Fault.none());
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "cluster not healthy"));

        Exchange exchange = create(Map.of(DisDumpConstants.IF_EXISTS, "replace"));

        assertThat(exchange.getException())
                .hasMessageContaining("DIS.4350")
                .hasMessageContaining("the task that existed before IS DELETED");
        assertThat(dis.tasks("s1")).isEmpty();
    }

    @Test
    void replaceGoesOnWhenSomebodyElseDeletedTheTaskMeanwhile() {
        createdAsOther();
        dis.fail(Kind.DELETE, Fault.resetAfterWork());

        Exchange exchange = create(Map.of(DisDumpConstants.IF_EXISTS, "replace"));

        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("REPLACED");
        assertThat(dis.count(Kind.DELETE)).isEqualTo(2);
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(DisDumpIfExists.class)
    void anAbsentTaskIsCreatedWhateverIsToldForAnExistingOne(DisDumpIfExists ifExists) {
        Exchange exchange = create(Map.of(DisDumpConstants.IF_EXISTS, ifExists));

        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("CREATED");
    }

    @Test
    void anUnknownWordInTheHeaderIsAViolation() {
        Exchange exchange = create(Map.of(DisDumpConstants.IF_EXISTS, "skip"));

        assertThat(exchange.getException())
                .isInstanceOf(DisDumpValidationException.class)
                .hasMessageContaining(
                        "ifExists = 'skip' (header CamelDisDumpIfExists): must be one of fail, ignore, ignoreSame, replace");
    }

    private void createdAsOther() {
        Map<String, Object> other = CamelFixture.descriptor();
        other.put("dws_table_name", "another_table");
        other.put("retry_duration", 60);
        assertThat(camel.send("dis-dump:dws?stream=s1", other).getException()).isNull();
        dis.resetRequests();
    }

    private Exchange create(Map<String, Object> headers) {
        return camel.send("dis-dump:dws?stream=s1", CamelFixture.descriptor(), headers);
    }

    private List<Kind> kinds() {
        return dis.requests().stream().map(ReceivedRequest::kind).toList();
    }
}
