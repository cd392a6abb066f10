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

class FieldRuleTest {

    @Test
    void aRangeHasBothItsEnds() {
        FieldRule rule = FieldRule.range(3, 5, "things");

        assertThat(rule.breach(3)).isNull();
        assertThat(rule.breach(5)).isNull();
        assertThat(rule.breach(2)).isEqualTo("must be a whole number from 3 to 5 (things)");
        assertThat(rule.breach(6)).isEqualTo("must be a whole number from 3 to 5 (things)");
        assertThat(rule.breach("4")).isNotNull();
    }

    @Test
    void oneOfTakesItsWordsToTheLetter() {
        FieldRule rule = FieldRule.oneOf("on", "off");

        assertThat(rule.breach("on")).isNull();
        assertThat(rule.breach("off")).isNull();
        assertThat(rule.breach("On")).isEqualTo("must be one of on, off");
    }

    @Test
    void theLengthCountsCharactersAndNotUtf16Units() {
        FieldRule rule = FieldRule.maxLength(2);

        assertThat(rule.breach("ab")).isNull();
        assertThat(rule.breach("\ud83d\ude00\ud83d\ude00")).isNull();
        assertThat(rule.breach("abc")).isEqualTo("must have at most 2 characters");
        assertThat(rule.breach("\ud83d\ude00\ud83d\ude00a")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u2003"})
    void textOfWhiteSpaceIsEmpty(String blank) {
        assertThat(FieldRule.notBlank().breach(blank)).isEqualTo("must not be empty");
    }

    @Test
    void theFirstBrokenRuleIsTold() {
        FieldRule rule = FieldRule.notBlank().and(FieldRule.maxLength(1)).and(FieldRule.oneOf("a"));

        assertThat(rule.breach("a")).isNull();
        assertThat(rule.breach("")).isEqualTo("must not be empty");
        assertThat(rule.breach("aa")).isEqualTo("must have at most 1 characters");
        assertThat(rule.breach("b")).isEqualTo("must be one of a");
    }

    @Test
    void onlyTheLettersAndDigitsOfAsciiAreSuch() {
        for (char c = 0; c < 0x250; c++) {
            boolean digit = "0123456789".indexOf(c) >= 0;
            boolean letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".indexOf(c) >= 0;

            assertThat(FieldRule.isDigit(c)).as("character %d", (int) c).isEqualTo(digit);
            assertThat(FieldRule.isLetterOrDigit(c)).as("character %d", (int) c).isEqualTo(digit || letter);
        }
    }

    @Test
    void everyCharacterHasToPass() {
        FieldRule rule = FieldRule.characters(FieldRule::isDigit, "must be digits");

        assertThat(rule.breach("")).isNull();
        assertThat(rule.breach("123")).isNull();
        assertThat(rule.breach("12a")).isEqualTo("must be digits");
        assertThat(rule.breach("a12")).isEqualTo("must be digits");
    }

    @Test
    void aStartCanBeForbidden() {
        FieldRule rule = FieldRule.notStartingWith("/", "no slash");

        assertThat(rule.breach("a/")).isNull();
        assertThat(rule.breach("/a")).isEqualTo("no slash");
    }

    @Test
    void aWholeNumberMayBeReplacedByAWord() {
        FieldRule rule = FieldRule.wholeNumberOr("all");

        assertThat(rule.breach("0")).isNull();
        assertThat(rule.breach("all")).isNull();
        assertThat(rule.breach("")).isEqualTo("must be a whole number from 0 on, or all");
        assertThat(rule.breach("-1")).isNotNull();
    }

    @Test
    void anyTakesAnything() {
        assertThat(FieldRule.any().breach(new Object())).isNull();
    }
}
