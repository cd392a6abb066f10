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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ViolationTest {

    @Test
    void aBreachByAValueTellsFieldValueSourceAndRule() {
        Violation violation = Violation.ofValue("reject_limit", "must be less", 7, "header X");

        assertThat(violation.getField()).isEqualTo("reject_limit");
        assertThat(violation.getRule()).isEqualTo("must be less");
        assertThat(violation.getValue()).isEqualTo("7");
        assertThat(violation.getSource()).isEqualTo("header X");
        assertThat(violation).hasToString("reject_limit = '7' (header X): must be less");
    }

    @Test
    void aBreachWithoutValueTellsFieldAndRule() {
        Violation violation = Violation.of("task_name", "is missing");

        assertThat(violation.getValue()).isNull();
        assertThat(violation.getSource()).isNull();
        assertThat(violation).hasToString("task_name: is missing");
    }

    @Test
    void aBreachByItsPlaceTellsThePlace() {
        assertThat(Violation.ofPlace("x", "is unknown", "body")).hasToString("x (body): is unknown");
    }

    @Test
    void aValueWithoutSourceIsTold() {
        assertThat(Violation.ofValue("x", "is wrong", "y", null)).hasToString("x = 'y': is wrong");
        assertThat(Violation.ofValue("x", "is wrong", null, "body")).hasToString("x (body): is wrong");
    }

    @Test
    void ofASecretOnlyTheMaskIsKept() {
        Violation violation = Violation.ofSecret("user_password", "must not be empty", "body");

        assertThat(violation.getValue()).isEqualTo(Violation.MASK).isEqualTo("xxxxxx");
        assertThat(violation).hasToString("user_password = 'xxxxxx' (body): must not be empty");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\n', '\r', '\t', '\0', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029'})
    void whatCouldBreakTheLineOfALogIsAQuestionMark(char character) {
        assertThat(Violation.shown("a" + character + "b")).isEqualTo("a?b");
    }

    @Test
    void longTextIsCutBehind100Characters() {
        assertThat(Violation.shown("x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(Violation.shown("x".repeat(101))).isEqualTo("x".repeat(100) + "\u2026");
    }

    @Test
    void otherTextIsShownAsItIs() {
        assertThat(Violation.shown("gr\u00f6\u00dfe '\" \ud83d\ude00")).isEqualTo("gr\u00f6\u00dfe '\" \ud83d\ude00");
        assertThat(Violation.shown(null)).isNull();
    }
}
