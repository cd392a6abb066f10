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
package io.github.disdump.camel.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.disdump.camel.DisDumpComponent;

import static org.assertj.core.api.Assertions.assertThat;

/** When properties are taken, and when the auto-configuration stays away. */
class SpringBootConditionsTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, DisDumpComponentAutoConfiguration.class))
            .withPropertyValues("camel.component.dis-dump.task-name=t");

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            camel.main.name=x                                                              , t
            camel.component.dis-dump.enabled=false                                         , none
            camel.component.enabled=false                                                  , none
            camel.component.enabled=false camel.component.dis-dump.enabled=true            , t
            camel.component.dis-dump.customizer.enabled=false                              , none
            camel.component.customizer.enabled=false                                       , none
            camel.component.customizer.enabled=false camel.component.dis-dump.customizer.enabled=true , t
            """)
    void theSwitchesOfCamelsStarters(String switches, String taskName) {
        application
                .withPropertyValues(switches.split(" "))
                .run(context -> assertThat(context.getBean(CamelContext.class)
                                .getComponent("dis-dump", DisDumpComponent.class)
                                .getTask()
                                .getTaskName())
                        .isEqualTo(taskName));
    }

    @Test
    void switchedOffItLooksAtNoName() {
        application
                .withPropertyValues("camel.component.dis-dump.enabled=false", "camel.component.dis-dump.regon=r")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anotherComponentIsLeftAlone() {
        application.run(context -> assertThat(context.getBean(ComponentCustomizer.class)
                        .isEnabled("direct", context.getBean(CamelContext.class).getComponent("direct")))
                .isFalse());
    }

    @Test
    void withoutCamelOnTheClassPathSpringBootStarts() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DisDumpComponentAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader("org.apache.camel.spring"))
                .run(context ->
                        assertThat(context).hasNotFailed().doesNotHaveBean(DisDumpComponentAutoConfiguration.class));
    }

    @Test
    void withoutACamelContextThereIsNothingToSet() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DisDumpComponentAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ComponentCustomizer.class));
    }

    @Test
    void springBootFindsIt() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(DisDumpComponentAutoConfiguration.class.getName());
    }
}
