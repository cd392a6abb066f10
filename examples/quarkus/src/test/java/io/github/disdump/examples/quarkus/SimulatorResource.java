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
package io.github.disdump.examples.quarkus;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.github.disdump.camel.simulator.DisSimulator;

/** Starts the simulator before the application, and points the application at it. */
public class SimulatorResource implements QuarkusTestResourceLifecycleManager {

    private DisSimulator dis;

    @Override
    public Map<String, String> start() {
        dis = DisSimulator.start();
        dis.addUser("example-account", "example-user", "example-password");
        return Map.of(
                "camel.component.dis-dump.endpoint", dis.baseUrl(),
                "camel.component.dis-dump.iam-endpoint", dis.baseUrl(),
                "camel.component.dis-dump.region", dis.projectName(),
                "camel.component.dis-dump.iam-domain", "example-account",
                "camel.component.dis-dump.iam-user", "example-user",
                "camel.component.dis-dump.password", "example-password",
                "camel.component.dis-dump.user-password", "password-of-dbadmin");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(dis, new TestInjector.MatchesType(DisSimulator.class));
    }

    @Override
    public void stop() {
        if (dis != null) {
            dis.close();
        }
    }
}
