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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.ObjectName;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.SimulatorClock;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** The operations of an endpoint's MBean, and its attributes that are no counters. */
class EndpointMBeanTest {

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension().beforeEach(dis -> dis.taskQuota(1_000_000));

    private final DisSimulator dis = extension.simulator();
    private final SimulatorClock clock = new SimulatorClock(Instant.now());
    private CamelFixture camel;
    private ManagedEndpoint mbean;

    @BeforeEach
    void start() throws Exception {
        camel = ManagedEndpoint.oneRoute(dis, clock);
        mbean = ManagedEndpoint.onlyOneOf(camel);
    }

    @AfterEach
    void stop() {
        camel.close();
    }

    /** The name is that of the monitoring page, but for the stream. */
    @Test
    void itsNameIsTheOneDocumented() throws Exception {
        Matcher documented = Pattern.compile("`(org\\.apache\\.camel:context=.*)`")
                .matcher(Files.readString(Path.of("docs/monitoring.md")));
        assertThat(documented.find()).isTrue();

        ObjectName pattern = new ObjectName(documented.group(1).replace("stream=orders", "stream=s1"));

        assertThat(pattern.isPropertyValuePattern("context")).isTrue();
        assertThat(pattern.isPropertyValuePattern("name")).isFalse();
        assertThat(pattern.apply(mbean.name()))
                .as("%s is %s", mbean.name(), pattern)
                .isTrue();
    }

    @Test
    void theTokensAgeIsThatOfTheLogin() throws Exception {
        assertThat(mbean.attribute("TokenAge")).isEqualTo(-1);
        assertThat(dis.count(Kind.LOGIN)).as("looking does not log in").isZero();

        send("t1");
        clock.advance(Duration.ofMinutes(10));

        assertThat(mbean.attribute("TokenAge")).isEqualTo(600);
    }

    @Test
    void afterClearTokenTheNextMessageLogsIn() throws Exception {
        send("t1");
        send("t2", Map.of(DisDumpConstants.PROJECT_ID, dis.projectId()));
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);

        mbean.invoke("clearToken");

        assertThat(mbean.attribute("TokenAge")).isEqualTo(-1);
        assertThat(dis.count(Kind.LOGIN))
                .as("the operation itself does not log in")
                .isEqualTo(1);
        send("t3");
        send("t4");
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(2);
        assertThat(dis.tasks("s1")).hasSize(4);
    }

    @Test
    void clearTokenForgetsARefusedLoginSoThatAnAccountThatWasMendedWorksAtOnce() throws Exception {
        dis.changePassword("account", "user", "another");
        send("t1");
        dis.changePassword("account", "user", "right-password");
        assertThat(send("t2").getException()).hasMessageContaining("remembered");

        mbean.invoke("clearToken");

        assertThat(send("t3").getException()).isNull();
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(2);
    }

    @Test
    void clearTokenForgetsARefusedProjectToo() throws Exception {
        dis.fail(Kind.LOGIN, Fault.iamErrorCode(403, "IAM.0003", "policy forbids"));
        send("t1");
        assertThat(send("t1").getException()).hasMessageContaining("remembered");

        mbean.invoke("clearToken");

        assertThat(send("t1").getException()).isNull();
    }

    @Test
    void clearTokenLeavesOtherUsersTheirTokens() throws Exception {
        dis.addUser("account", "other", "password-of-other");
        String other = "dis-dump:dws?stream=s1&iamUser=other&password=RAW(password-of-other)";
        camel.send(other, named("t1"));

        mbean.invoke("clearToken");

        assertThat(camel.send(other, named("t2")).getException()).isNull();
        assertThat(dis.count(Kind.LOGIN)).isEqualTo(1);
    }

    @Test
    void theConnectionsAreThoseOfThePool() throws Exception {
        assertThat(mbean.attribute("IdleConnections")).isZero();
        dis.fail(Kind.CREATE, Fault.disError(400, "DIS.4350", "not healthy"));
        send("t1");

        assertThat(mbean.attribute("IdleConnections")).isPositive();
        assertThat(mbean.attribute("ConnectionsInUse")).isZero();
    }

    private Exchange send(String task) {
        return send(task, Map.of());
    }

    private Exchange send(String task, Map<String, Object> headers) {
        return camel.send("direct:in", named(task), headers);
    }

    private static Map<String, Object> named(String task) {
        Map<String, Object> body = descriptor();
        body.put("task_name", task);
        return body;
    }
}
