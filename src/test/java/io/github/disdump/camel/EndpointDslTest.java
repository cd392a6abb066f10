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

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.endpointdsl.dsl.DisDumpEndpointBuilderFactory.DisDumpBuilders;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;

import static io.github.disdump.camel.endpointdsl.StaticEndpointBuilders.disDump;
import static org.assertj.core.api.Assertions.assertThat;

/** The type-safe endpoint DSL, which is generated from the component's options. */
class EndpointDslTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();

    /** A route as a user writes it. */
    private static final class TypeSafeRoute extends EndpointRouteBuilder implements DisDumpBuilders {
        @Override
        public void configure() {
            from(direct("create"))
                    .to(disDump("dws").stream("s1")
                            .taskName("type-safe")
                            .deliverTimeInterval(60)
                            .ifExists(DisDumpIfExists.ignore)
                            .advanced()
                            .http("userAgent", "endpoint-dsl"));
        }
    }

    @Test
    void aTypeSafeRouteCreatesATask() throws Exception {
        try (CamelFixture camel = CamelFixture.withToken(dis).withTaskOptions()) {
            camel.context().addRoutes(new TypeSafeRoute());

            assertThat(camel.send("direct:create", null).getException()).isNull();
        }
        assertThat(dis.task("s1", "type-safe"))
                .hasValueSatisfying(task -> assertThat(
                                task.descriptor().path("deliver_time_interval").asInt())
                        .isEqualTo(60));
        assertThat(dis.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.header("User-Agent")).contains("endpoint-dsl"));
    }

    @Test
    void theStaticBuilderAndTheHeaderNamesAreThereToo() {
        assertThat(disDump("dws").stream("s1").getRawUri()).isEqualTo("dis-dump://dws?stream=s1");
        assertThat(new TypeSafeRoute().disDump().disDumpTaskName()).isEqualTo("CamelDisDumpTaskName");
        assertThat(Map.of(new TypeSafeRoute().disDump().disDumpStream(), "s1")).containsKey(DisDumpConstants.STREAM);
    }
}
