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
package io.github.disdump.examples.javamain;

import java.util.HashMap;
import java.util.Map;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

/** Runs the application: with DIS_DUMP_REGION against the real services, without it against a simulator of DIS, IAM and vault. */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) throws Exception {
        System.exit(System.getenv("DIS_DUMP_REGION") == null ? runSimulated() : JavaMain.run(Map.of()));
    }

    private static int runSimulated() throws Exception {
        try (DisSimulator dis = DisSimulator.start();
                SecretsManagerStub vault = SecretsManagerStub.with("dis-dump", secret("example-password"))) {
            dis.addUser("example-account", "example-user", "example-password");
            dis.fail(Kind.CREATE, Fault.none());
            dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "The DWS cluster is not healthy."));
            dis.failAlways(Kind.CREATE, Fault.disError(400, "DIS.4303", "Traffic limit exceeded."));
            return JavaMain.run(properties(dis, vault));
        }
    }

    /** The fields of the secret in the vault. */
    static Map<String, String> secret(String password) {
        return Map.of(
                "iamDomain", "example-account",
                "iamUser", "example-user",
                "password", password,
                "dwsUser", "dbadmin",
                "dwsPassword", password + "-of-dws");
    }

    /** What leads the application to the simulated services. */
    static Map<String, String> properties(DisSimulator dis, SecretsManagerStub vault) {
        Map<String, String> properties = new HashMap<>(vault.properties());
        properties.put("camel.component.dis-dump.endpoint", dis.baseUrl());
        properties.put("camel.component.dis-dump.iam-endpoint", dis.baseUrl());
        properties.put("camel.component.dis-dump.region", dis.projectName());
        return properties;
    }
}
