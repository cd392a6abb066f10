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

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** An existing task that is deleted, by this call or by somebody else at the wrong moment: nobody is told a wrong story. */
class ReplacedTaskTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private static final Fault EXISTS = Fault.disError(400, "DIS.4355", "the task exists");

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
    @Timeout(30)
    void somebodyWhoIsAlwaysFasterIsNotFoughtForEver() {
        dis.failAlways(Kind.CREATE, EXISTS);

        Exchange exchange = create("replace");

        assertThat(exchange.getException())
                .isInstanceOf(DisDumpServiceException.class)
                .hasMessageContaining("DIS.4355")
                .hasMessageContaining("the task to be replaced was not found");
        assertThat(dis.count(Kind.CREATE)).isEqualTo(5);
    }

    @Test
    void aDeleteWhoseAnswerIsLostSaysThatTheTaskMayBeGone() {
        createOther();
        dis.fail(Kind.DELETE, Fault.resetAfterWork());

        Exchange exchange =
                camel.send("dis-dump:dws?stream=s1&maxRetries=0&ifExists=replace", CamelFixture.descriptor());

        assertThat(exchange.getException())
                .isInstanceOf(DisDumpException.class)
                .hasMessageContaining("the task that existed before MAY BE DELETED");
        assertThat(dis.tasks("s1")).isEmpty();
    }

    @Test
    void aDeleteThatIsRefusedLeavesTheTaskAndSaysNothingOfALoss() {
        createOther();
        dis.fail(Kind.DELETE, Fault.disError(403, "DIS.4116", "not allowed"));

        Exchange exchange = create("replace");

        assertThat(exchange.getException()).hasMessageContaining("DIS.4116").hasMessageNotContaining("DELETED");
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    void anOlderServiceThatAnswersADeleteWith200HasDeleted() {
        createOther();
        dis.fail(Kind.DELETE, Fault.empty(200).afterWork());

        assertThat(create("replace").getMessage().getHeader(DisDumpConstants.OUTCOME))
                .isEqualTo("REPLACED");
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    void aReplacementWhoseAnswerIsLostIsAReplacementAllTheSame() {
        createOther();
        dis.fail(Kind.CREATE, Fault.none());
        dis.fail(Kind.CREATE, Fault.resetAfterWork());

        assertThat(create("replace").getMessage().getHeader(DisDumpConstants.OUTCOME))
                .isEqualTo("REPLACED");
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    @Timeout(30)
    void aTaskThatExistsForOneQuestionAndNotForTheNextEndsTheTries() {
        dis.failAlways(Kind.CREATE, EXISTS);

        Exchange exchange = create("ignoreSame");

        assertThat(exchange.getException())
                .hasMessageContaining("DIS.4355")
                .hasMessageContaining("given up after 3 retries");
        assertThat(dis.count(Kind.CREATE)).isEqualTo(4);
        assertThat(dis.count(Kind.SHOW)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignoreSame", "replace"})
    void aTaskThatVanishesBeforeItIsLookedAtIsCreated(String ifExists) {
        dis.fail(Kind.CREATE, EXISTS);

        Exchange exchange = create(ifExists);

        assertThat(exchange.getException()).isNull();
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"fail, CREATED", "ignore, CREATED", "ignoreSame, CREATED", "replace, REPLACED"})
    void aLostAnswerWhoseTaskVanishesAgainIsCreatedAnew(String ifExists, String outcome) {
        dis.fail(Kind.CREATE, Fault.resetBeforeWork());
        dis.fail(Kind.CREATE, EXISTS);

        Exchange exchange = create(ifExists);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo(outcome);
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"task_name\":\"dwstask\",\"state\":\"RUNNING\"}",
                "{\"task_name\":\"dwstask\",\"destination_type\":\"DWS\"}",
                "{\"task_name\":\"dwstask\",\"dws_destination_description\":{}}"
            })
    void aDescriptionThatCannotBeComparedIsNotTheSame(String description) {
        createOther();
        dis.fail(Kind.SHOW, Fault.answer(200, description));

        assertThat(create("ignoreSame").getException())
                .hasMessageContaining("the service does not tell destination and fields of the existing task");
    }

    @Test
    void onAndTrueAreTheSameAndDefaultsNeedNotBeSent() {
        Map<String, Object> first = CamelFixture.descriptor();
        first.put("consumer_strategy", "LATEST");
        first.put("retry_duration", 1800);
        first.put("file_prefix", "");
        first.put("options", Map.of("fill_missing_fields", "off", "ignore_extra_data", "on", "reject_limit", "0"));
        camel.send("dis-dump:dws?stream=s1", first);

        Exchange same = camel.send(
                "dis-dump:dws?stream=s1&ifExists=ignoreSame&ignoreExtraData=true", CamelFixture.descriptor());
        Exchange other =
                camel.send("dis-dump:dws?stream=s1&ifExists=ignoreSame&ignoreExtraData=off", CamelFixture.descriptor());

        assertThat(same.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("ALREADY_EXISTS");
        assertThat(other.getException()).hasMessageContaining("ignore_extra_data (requested 'off', exists as 'on')");
    }

    /** Passwords are not compared, so the old task may look just like the new one. */
    @Test
    void aNewPasswordReplacesTheOldOneAlsoIfTheFirstTryHadNoAnswer() {
        Map<String, Object> old = CamelFixture.descriptor();
        old.put("user_password", "the-old-one");
        assertThat(camel.send("dis-dump:dws?stream=s1", old).getException()).isNull();
        dis.fail(Kind.CREATE, Fault.resetBeforeWork());

        Exchange exchange = create("replace");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("REPLACED");
        assertThat(dis.count(Kind.DELETE)).isEqualTo(1);
        assertThat(dis.requests(Kind.CREATE))
                .last()
                .satisfies(request -> assertThat(request.body())
                        .asString(StandardCharsets.UTF_8)
                        .contains("userpassword"));
    }

    /** The lost creation may be carried out after the deletion. */
    @Test
    void aDeletionAfterALostAnswerLeavesItOpenWhetherTheTaskExists() {
        createOther();
        dis.fail(Kind.CREATE, Fault.resetBeforeWork());
        dis.fail(Kind.CREATE, EXISTS);
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4357", "too many tasks"));
        dis.failAlways(Kind.SHOW, Fault.disError(403, "DIS.4116", "not allowed"));

        assertUnknown(create("replace"), "the task that existed before IS DELETED");
    }

    /** The service refuses the name, but does not find the task that is to be deleted: that proves no deletion. */
    @Test
    void aTaskThatIsOurOwnAndNotFoundForItsDeletionMayExist() {
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        dis.failAlways(Kind.DELETE, Fault.disError(400, "DIS.4354", "no such task"));

        assertUnknown(create("replace"), "the task to be replaced was not found");
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    void anOldPasswordIsNotTakenForTheNewOneBecauseADeletionDidNotFindItsTask() {
        Map<String, Object> old = CamelFixture.descriptor();
        old.put("user_password", "the-old-one");
        assertThat(camel.send("dis-dump:dws?stream=s1", old).getException()).isNull();
        dis.fail(Kind.DELETE, Fault.disError(400, "DIS.4354", "no such task"));
        dis.fail(Kind.CREATE, EXISTS);
        dis.fail(Kind.CREATE, Fault.resetBeforeWork());

        Exchange exchange = create("replace");

        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("REPLACED");
        assertThat(dis.count(Kind.DELETE)).isEqualTo(2);
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    void aLostAnswerThatMayHaveFilledTheQuotaIsReplacedToo() {
        dis.fail(Kind.CREATE, Fault.resetAfterWork());
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4357", "too many tasks"));

        Exchange exchange = create("replace");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("REPLACED");
        assertThat(dis.count(Kind.DELETE)).isEqualTo(1);
        assertThat(dis.tasks("s1")).hasSize(1);
    }

    @Test
    void aPasswordThatTheServiceShowsIsNeitherComparedNorTold() {
        dis.behaviour().passwordsShown(true);
        Map<String, Object> other = CamelFixture.descriptor();
        other.put("user_password", "SECRET-OTHER");
        camel.send("dis-dump:dws?stream=s1", other);

        Exchange exchange = create("ignoreSame");

        assertThat(exchange.getException()).isNull();
        other.put("dws_table_name", "another");
        dis.removeTask("s1", "dwstask");
        camel.send("dis-dump:dws?stream=s1", other);
        assertThat(create("ignoreSame").getException())
                .hasMessageContaining("dws_table_name")
                .hasMessageNotContaining("SECRET-OTHER");
    }

    private static void assertUnknown(Exchange exchange, String note) {
        assertThat(exchange.getException())
                .hasMessageContaining("an earlier try had no answer, so the task may exist all the same")
                .hasMessageContaining(note)
                .asInstanceOf(type(DisDumpException.class))
                .satisfies(e -> assertThat(e.isOutcomeUnknown()).isTrue());
    }

    private void createOther() {
        Map<String, Object> other = CamelFixture.descriptor();
        other.put("dws_table_name", "another_table");
        assertThat(camel.send("dis-dump:dws?stream=s1", other).getException()).isNull();
        dis.resetRequests();
    }

    private Exchange create(String ifExists) {
        return camel.send(
                "dis-dump:dws?stream=s1",
                CamelFixture.descriptor(),
                Map.of(DisDumpConstants.IF_EXISTS, ifExists.getBytes(StandardCharsets.UTF_8)));
    }
}
