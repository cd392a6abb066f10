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
package io.github.disdump.camel.model;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The model object, and what its type knows of it. */
class DwsDumpTaskTest {

    private static final DumpTaskType<DwsDumpTask> TYPE = DwsDumpTask.TYPE;

    @Test
    void itsTextMasksThePasswordAndHasOnlyWhatIsSet() {
        DwsDumpTask task = new DwsDumpTask();
        task.setTaskName("t1");
        task.setUserName("a\nb");
        task.setUserPassword("s3cret");
        task.setRetryDuration(0);

        assertThat(task)
                .hasToString("DWS dump task {task_name=t1, user_name=a?b, user_password=xxxxxx, retry_duration=0}");
        assertThat(new DwsDumpTask()).hasToString("DWS dump task {}");
    }

    @Test
    void aNewTaskHasNoValues() {
        DwsDumpTask task = TYPE.newTask();

        assertThat(TYPE.fields())
                .hasSize(23)
                .allSatisfy(field -> assertThat(field.get(task)).isNull());
    }

    @Test
    void aCopyHasAllValuesAndIsItsOwn() {
        DwsDumpTask task = whole();

        DwsDumpTask copy = TYPE.copyOf(task);

        assertThat(copy).usingRecursiveComparison().isEqualTo(task);
        assertThat(copy).hasNoNullFieldsOrProperties();
        copy.setTaskName("other");
        assertThat(task.getTaskName()).isEqualTo("task_name-1");
    }

    @Test
    void theOptionsOfAnEndpointAreCheckedAsFarAsTheyAreSet() {
        DwsDumpTask options = new DwsDumpTask();
        assertThat(TYPE.check(options)).isEmpty();

        options.setDeliverTimeInterval(1);
        options.setUserPassword(" ");
        assertThat(TYPE.check(options))
                .extracting(Violation::toString)
                .containsExactly(
                        "deliver_time_interval = '1' (option deliverTimeInterval): must be a whole number from 30 to 900"
                                + " (seconds)",
                        "user_password = 'xxxxxx' (option userPassword): must not be empty");
    }

    @Test
    void theOnlyDoubtIsAnEmptyDelimiter() {
        DwsDumpTask task = new DwsDumpTask();
        assertThat(TYPE.doubts(task)).isEmpty();
        task.setDwsDelimiter(",");
        assertThat(TYPE.doubts(task)).isEmpty();
        task.setDwsDelimiter("");
        assertThat(TYPE.doubts(task))
                .containsExactly(
                        "dws_delimiter is empty, as in the API's example; its table asks for a comma, a semicolon"
                                + " or a vertical bar");
    }

    @Test
    void aValueThatIsOverriddenIsNotLookedAt() {
        FieldValues headers = TYPE.valuesOf(whole());
        FieldValues body = TYPE.newValues();
        for (int i = 0; i < TYPE.fields().size(); i++) {
            body.put(i, new Object());
        }
        List<Violation> violations = new ArrayList<>();

        DwsDumpTask task = TYPE.resolve(headers, body, new DwsDumpTask(), violations);

        assertThat(violations).isEmpty();
        assertThat(task).usingRecursiveComparison().isEqualTo(whole());
    }

    @Test
    void aBrokenValueIsNotReplacedByThatOfAWeakerSource() {
        FieldValues headers = TYPE.newValues();
        headers.put(TYPE.fieldNamed("deliverTimeInterval"), 1);
        List<Violation> violations = new ArrayList<>();

        DwsDumpTask task = TYPE.resolve(headers, TYPE.newValues(), whole(), violations);

        assertThat(violations).hasSize(1);
        assertThat(task.getDeliverTimeInterval()).isNull();
    }

    @Test
    void aFieldIsFoundByBothItsNamesAndByItsHeaderInAnyCase() {
        int field = TYPE.fieldNamed("dws_schema");

        assertThat(TYPE.fields().get(field).apiName()).isEqualTo("dws_schema");
        assertThat(TYPE.fieldNamed("dwsSchema")).isEqualTo(field);
        assertThat(TYPE.fieldOfHeader("CAMELDISDUMPDWSSCHEMA")).isEqualTo(field);
        assertThat(TYPE.fieldNamed("DWS_SCHEMA")).isEqualTo(-1);
        assertThat(TYPE.fieldOfHeader("dws_schema")).isEqualTo(-1);
        assertThat(TYPE.headerNames()).hasSize(23).contains("CamelDisDumpDwsSchema");
    }

    @Test
    void theTypeKnowsItsWordAndItsDescriptor() {
        assertThat(TYPE.destinationType()).isEqualTo("DWS");
        assertThat(TYPE.descriptorName()).isEqualTo("dws_destination_descriptor");
        assertThat(TYPE.fields().stream().filter(TaskField::isMandatory)).hasSize(14);
        assertThat(TYPE.fields().stream().filter(field -> field.defaultValue() != null))
                .extracting(TaskField::apiName)
                .containsExactly("deliver_time_interval");
    }

    @Test
    void aSourceCanGiveAFieldOnlyOnce() {
        FieldValues values = TYPE.newValues();

        assertThat(values.put(0, null)).isTrue();
        assertThat(values.put(0, "a")).isTrue();
        assertThat(values.put(0, "b")).isFalse();
        assertThat(values.get(0)).isEqualTo("a");
    }

    private static DwsDumpTask whole() {
        DwsDumpTask task = new DwsDumpTask();
        for (TaskField<? super DwsDumpTask> field : TYPE.fields()) {
            Object value = switch (field.apiName()) {
                case "deliver_time_interval", "retry_duration" -> 60;
                case "consumer_strategy" -> "LATEST";
                case "dws_delimiter" -> ";";
                case "reject_limit" -> "1";
                case "file_prefix" -> "dir";
                default -> field.form() == FieldForm.FLAG_AS_TEXT ? "on" : field.apiName() + "-1";
            };
            field.set(task, value);
        }
        return task;
    }
}
