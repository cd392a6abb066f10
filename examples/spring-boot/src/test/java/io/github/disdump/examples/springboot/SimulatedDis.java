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

import java.util.Map;

import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import io.github.disdump.camel.simulator.DisSimulator;

/** Starts a simulator of DIS and IAM for an application that names no service, and lets the component use it. */
public class SimulatedDis implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String OPTION = "camel.component.dis-dump.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty(OPTION + "region") || environment.containsProperty(OPTION + "endpoint")) {
            return;
        }
        DisSimulator dis = DisSimulator.start();
        context.getBeanFactory().registerSingleton("simulator", dis);
        context.addApplicationListener(event -> {
            // a start that fails, as on a port that is taken, closes nothing
            if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == context
                    || event instanceof ApplicationFailedEvent) {
                dis.close();
            }
        });
        dis.addUser("example-account", "example-user", "example-password");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "simulator",
                        Map.of(
                                OPTION + "endpoint", dis.baseUrl(),
                                OPTION + "iam-endpoint", dis.baseUrl(),
                                OPTION + "region", dis.projectName(),
                                OPTION + "iam-domain", "example-account",
                                OPTION + "iam-user", "example-user",
                                OPTION + "password", "example-password",
                                OPTION + "user-password", "example-password-of-dws")));
    }
}
