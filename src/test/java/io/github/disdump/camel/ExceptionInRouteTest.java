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

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.spi.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Routes read the exceptions with Camel's simple language, as in ${exception.errorCode}. */
class ExceptionInRouteTest {

    @RegisterExtension
    static final RouteExtension ROUTE = new RouteExtension();

    @Test
    void aRefusal() throws Exception {
        ROUTE.dis()
                .fail(
                        Kind.CREATE,
                        Fault.disError(429, "DIS.4303", "Traffic limit exceeded.")
                                .withHeader("Retry-After", "7"));

        assertReadable(send(CamelFixture.descriptor()), DisDumpServiceException.class);
    }

    @Test
    void refusedCredentials() throws Exception {
        ROUTE.dis().expireTokens();

        assertReadable(send(CamelFixture.descriptor()), DisDumpAuthenticationException.class);
    }

    @Test
    void noAnswer() throws Exception {
        ROUTE.dis().fail(Kind.CREATE, Fault.resetAfterWork());

        assertReadable(send(CamelFixture.descriptor()), DisDumpException.class);
    }

    @Test
    void aMistake() throws Exception {
        Map<String, Object> descriptor = new LinkedHashMap<>(CamelFixture.descriptor());
        descriptor.put("dws_delimiter", "#");

        assertReadable(send(descriptor), DisDumpValidationException.class);
    }

    private static Exchange send(Map<String, Object> descriptor) {
        return ROUTE.camel().send(RouteExtension.URI, descriptor);
    }

    private static void assertReadable(Exchange exchange, Class<? extends DisDumpException> type) throws Exception {
        Exception thrown = exchange.getException();
        assertThat(thrown).isExactlyInstanceOf(type);
        Language simple = exchange.getContext().resolveLanguage("simple");
        List<Method> getters = Stream.of(type.getMethods())
                .filter(method -> method.getName().matches("(get|is)[A-Z].*") && method.getParameterCount() == 0)
                .filter(method -> DisDumpException.class.isAssignableFrom(method.getDeclaringClass()))
                .toList();
        assertThat(getters).isNotEmpty();
        for (Method getter : getters) {
            String name = getter.getName().replaceFirst("get|is", "");
            String property = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            assertThat(simple.createExpression("${exception." + property + "}").evaluate(exchange, Object.class))
                    .as(property)
                    .isEqualTo(getter.invoke(thrown));
        }
    }
}
