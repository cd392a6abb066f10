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

import java.util.Map;

import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of a value that has the characters of a URI and is no secret: the traps of the manual, and the way out. */
class SpecialCharactersInRoutesTest {

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    @ParameterizedTest
    @EnumSource
    void inRawTheyArriveAsTheyAre(RouteLanguage language) throws Exception {
        assertThat(sent(language, "RAW(a+b&c%2Fd#e 100%)")).isEqualTo("a+b&c%2Fd#e 100%");
    }

    @ParameterizedTest
    @EnumSource
    void aPlusBecomesASpace(RouteLanguage language) throws Exception {
        assertThat(sent(language, "a+b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENDPOINT_DSL")
    void aPercentSignBeforeTwoHexadecimalDigitsIsDecoded(RouteLanguage language) throws Exception {
        assertThat(sent(language, "a%41b")).isEqualTo("aAb");
    }

    @ParameterizedTest
    @EnumSource
    void anAmpersandEndsTheValueAndTheRestIsRefused(RouteLanguage language) {
        assertThatThrownBy(() -> sent(language, "a&b"))
                .isInstanceOf(FailedToCreateRouteException.class)
                .hasRootCauseInstanceOf(ResolveEndpointFailedException.class)
                .rootCause()
                .hasMessageContaining("unknown option `b`");
        assertThat(route.dis().requests()).isEmpty();
    }

    /** What the server saw of a field that the endpoint sets and the body does not. */
    private String sent(RouteLanguage language, String value) throws Exception {
        language.addRoute(route.camel().context(), Map.of("stream", "s1", "kmsUserKeyName", value));
        Map<String, Object> task = CamelFixture.descriptor();
        task.remove("kms_user_key_name");
        return route.descriptorOf("direct:in", task, Map.of())
                .path("kms_user_key_name")
                .textValue();
    }
}
