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
package io.github.disdump.examples.springboot;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.disdump.camel.simulator.DisSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever names a service must not talk to a simulator. */
class SimulatedDisTest {

    @ParameterizedTest
    @ValueSource(strings = {"CAMEL_COMPONENT_DIS_DUMP_REGION", "CAMEL_COMPONENT_DIS_DUMP_ENDPOINT"})
    void isNotStartedIfTheEnvironmentNamesAService(String variable) {
        initialized(Map.of(variable, "somewhere"))
                .run(context -> assertThat(context).doesNotHaveBean(DisSimulator.class));
        initialized(Map.of()).run(context -> assertThat(context).hasSingleBean(DisSimulator.class));
    }

    @Test
    void endsWithAStartThatFailsAsItWouldKeepTheProcessAlive() {
        AtomicReference<String> url = new AtomicReference<>();
        SpringApplication application = new SpringApplication(SimulatedDisTest.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(new SimulatedDis(), (ConfigurableApplicationContext context) -> {
            url.set(context.getEnvironment().getProperty("camel.component.dis-dump.endpoint"));
            context.addBeanFactoryPostProcessor(beans -> {
                throw new IllegalStateException("as if the port was taken");
            });
        });

        assertThatThrownBy(application::run).hasMessage("as if the port was taken");

        URI simulator = URI.create(url.get());
        assertThatThrownBy(() -> new Socket(simulator.getHost(), simulator.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private static ApplicationContextRunner initialized(Map<String, Object> environment) {
        return new ApplicationContextRunner()
                .withInitializer(context -> {
                    MutablePropertySources sources = context.getEnvironment().getPropertySources();
                    sources.replace(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(
                                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
                })
                .withInitializer(new SimulatedDis());
    }
}
