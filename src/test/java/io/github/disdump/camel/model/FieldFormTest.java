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

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldFormTest {

    private enum Word {
        LATEST {
            @Override
            public String toString() {
                return "not this";
            }
        }
    }

    static Stream<Object> sixty() {
        return Stream.of(
                60,
                60L,
                (short) 60,
                (byte) 60,
                BigInteger.valueOf(60),
                "60",
                "060",
                new StringBuilder("60"),
                "60".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("sixty")
    void aWholeNumberIsTakenInEveryForm(Object value) {
        assertThat(FieldForm.NUMBER.convert(value)).isEqualTo(60);
        assertThat(FieldForm.NUMBER_AS_TEXT.convert(value)).isEqualTo(60);
    }

    @Test
    void theBoundsOfAnIntegerAreTaken() {
        assertThat(FieldForm.NUMBER.convert("2147483647")).isEqualTo(Integer.MAX_VALUE);
        assertThat(FieldForm.NUMBER.convert(2147483647L)).isEqualTo(Integer.MAX_VALUE);
        assertThat(FieldForm.NUMBER.convert(-2147483648L)).isEqualTo(Integer.MIN_VALUE);
        assertThat(FieldForm.NUMBER.convert(BigInteger.valueOf(Integer.MAX_VALUE)))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(FieldForm.NUMBER.convert(BigInteger.valueOf(Integer.MIN_VALUE)))
                .isEqualTo(Integer.MIN_VALUE);
        assertThat(FieldForm.NUMBER.convert("0")).isEqualTo(0);
    }

    static Stream<Object> noWholeNumbers() {
        return Stream.of(
                "2147483648",
                2147483648L,
                -2147483649L,
                BigInteger.valueOf(2147483648L),
                BigInteger.TEN.pow(40),
                "4294967356", // 60 if it overflowed
                4294967356L,
                "00000000060",
                "",
                "-1",
                "1.0",
                60.0,
                60f,
                new BigDecimal("60"),
                Double.NaN,
                new AtomicInteger(60),
                true,
                'a',
                List.of(60));
    }

    @ParameterizedTest
    @MethodSource("noWholeNumbers")
    void nothingElseIsAWholeNumber(Object value) {
        assertThat(FieldForm.NUMBER.convert(value)).isNull();
        assertThat(FieldForm.NUMBER_AS_TEXT.convert(value)).isNull();
    }

    @Test
    void textIsTakenFromTextBytesAndConstants() {
        assertThat(FieldForm.TEXT.convert("gr\u00f6\u00dfe")).isEqualTo("gr\u00f6\u00dfe");
        assertThat(FieldForm.TEXT.convert(new StringBuffer("x"))).isEqualTo("x");
        assertThat(FieldForm.TEXT.convert("\u00e4".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\u00e4");
        assertThat(FieldForm.TEXT.convert(Word.LATEST)).isEqualTo("LATEST");
        assertThat(FieldForm.TEXT.convert(1)).isNull();
        assertThat(FieldForm.TEXT.convert(true)).isNull();
    }

    @Test
    void aFlagIsABooleanOrText() {
        assertThat(FieldForm.FLAG_AS_TEXT.convert(true)).isEqualTo("true");
        assertThat(FieldForm.FLAG_AS_TEXT.convert(false)).isEqualTo("false");
        assertThat(FieldForm.FLAG_AS_TEXT.convert("on")).isEqualTo("on");
        assertThat(FieldForm.FLAG_AS_TEXT.convert(1)).isNull();
    }

    static Stream<Object> sevens() {
        return Stream.of(7, 7L, (short) 7, (byte) 7, BigInteger.valueOf(7), "7");
    }

    @ParameterizedTest
    @MethodSource("sevens")
    void textOrANumberBecomesText(Object value) {
        assertThat(FieldForm.TEXT_OR_NUMBER.convert(value)).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(doubles = {7.0, 0.5})
    void aFractionIsNeitherTextNorAWholeNumber(double value) {
        assertThat(FieldForm.TEXT_OR_NUMBER.convert(value)).isNull();
        assertThat(FieldForm.TEXT_OR_NUMBER.convert(true)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyFormSaysWhatAValueMustBe(FieldForm form) {
        assertThat(form.rule()).startsWith("must be ");
    }
}
