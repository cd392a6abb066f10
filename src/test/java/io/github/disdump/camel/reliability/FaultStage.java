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
package io.github.disdump.camel.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.SSLContextParameters;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.DisDumpConfiguration;
import io.github.disdump.camel.RecordedWaits;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;
import io.github.disdump.camel.simulator.SelfSignedCertificate;
import io.github.disdump.camel.simulator.SimulatorClock;
import io.github.disdump.camel.simulator.TaskState;

/**
 * Where one cell of the fault matrix plays: a Camel context, a simulator that it calls and another one that it must not call.
 * One connection for each service, so that a connection that is not given back stops the next request.
 */
final class FaultStage implements AutoCloseable {

    static final String STREAM = "s1";
    private static final String WARM_UP_STREAM = "warm-up";

    private final DisSimulator dis;
    private final DisSimulator other;
    private final SelfSignedCertificate certificate;
    private final Call call;
    private final CamelFixture camel;
    private final RecordedWaits waits;
    private final ObservedHttp http;
    private final SimulatorClock clock = new SimulatorClock(Instant.now());
    private final List<TcpRelay> relays = new ArrayList<>();

    FaultStage(DisSimulator dis, DisSimulator other, SelfSignedCertificate certificate, Call call) {
        this.dis = dis;
        this.other = other;
        this.certificate = certificate;
        this.call = call;
        camel = call == Call.LOGIN ? CamelFixture.withPassword(dis) : CamelFixture.withToken(dis);
        waits = RecordedWaits.in(camel);
        http = ObservedHttp.in(camel.context());
        camel.component().getPolicy().setMaxRetries(3);
        options().getHttp().put("connectionsPerRoute", 1);
        if (call == Call.WAIT) {
            camel.component().getPolicy().setWaitForState("RUNNING");
            camel.component().getPolicy().setWaitTimeout(6_000);
        }
        camel.context().start();
    }

    // ---- what a scene is made of ----

    /** The next request of the call goes wrong. */
    static Consumer<FaultStage> once(Fault fault) {
        return stage -> stage.dis.fail(stage.call.kind(), fault);
    }

    /** Every request of the call goes wrong. */
    static Consumer<FaultStage> always(Fault fault) {
        return stage -> stage.dis.failAlways(stage.call.kind(), fault);
    }

    /** The caller does not wait longer for an answer. */
    FaultStage answersWithin(Duration time) {
        options().getHttp().put("responseTimeout", Long.toString(time.toMillis()));
        return this;
    }

    /** The caller waits a minute for the state it wants, not six seconds. */
    FaultStage patient() {
        camel.component().getPolicy().setWaitTimeout(60_000);
        return this;
    }

    /** The caller logs in at IAM, and has done so before: the token is there. */
    FaultStage loggedIn() {
        DisDumpConfiguration options = options();
        dis.addUser("account", "user", "right-password");
        options.setAuthToken(null);
        options.setIamEndpoint(dis.baseUrl());
        options.setIamDomain("account");
        options.setIamUser("user");
        options.setPassword("right-password");
        Exchange first = camel.send("dis-dump:dws?maxRetries=0&stream=" + WARM_UP_STREAM, CamelFixture.descriptor());
        if (first.getException() != null) {
            throw new IllegalStateException(first.getException());
        }
        dis.resetRequests();
        return this;
    }

    /** The caller signs its requests. */
    FaultStage signing() {
        dis.addAccessKey("access-key", "secret-access-key");
        options().setAuthToken(null);
        options().setAccessKey("access-key");
        options().setSecretKey("secret-access-key");
        return ownClock(Duration.ZERO);
    }

    /** The caller's clock is off by so much. */
    FaultStage ownClock(Duration off) {
        clock.advance(off);
        camel.withClock(clock);
        return this;
    }

    /** The caller trusts the certificate of the first simulator. */
    FaultStage trusting() {
        options().getHttp().put("sslContextParameters", new SSLContextParameters() {
            @Override
            public SSLContext createSSLContext(CamelContext context) {
                return certificate.trustingContext();
            }
        });
        return this;
    }

    /** A new task is not running at first. */
    FaultStage taskThatStarts() {
        dis.newTasksStartAs(TaskState.STARTING, 1, TaskState.RUNNING);
        return this;
    }

    /** Each request but those that go wrong comes on a connection of its own. */
    FaultStage connectionPerRequest() {
        dis.failAlways(Kind.CREATE, Fault.none().withHeader("Connection", "close"));
        dis.failAlways(Kind.SHOW, Fault.none().withHeader("Connection", "close"));
        return this;
    }

    /** A relay in front of the service that meets the fault. */
    TcpRelay relay() {
        boolean iam = call == Call.LOGIN;
        String url = iam ? options().getIamEndpoint() : options().getEndpoint();
        TcpRelay relay = new TcpRelay(url);
        relays.add(relay);
        if (iam) {
            options().setIamEndpoint(relay.inFrontOf(url));
        } else {
            options().setEndpoint(relay.inFrontOf(url));
        }
        return relay;
    }

    DisDumpConfiguration options() {
        return camel.component().getConfiguration();
    }

    DisSimulator dis() {
        return dis;
    }

    DisSimulator other() {
        return other;
    }

    SimulatorClock clock() {
        return clock;
    }

    RecordedWaits waits() {
        return waits;
    }

    ObservedHttp http() {
        return http;
    }

    // ---- the play ----

    /** Sends one message. */
    Exchange send() {
        if (call == Call.RECONCILE) {
            dis.fail(Kind.CREATE, Fault.resetAfterWork());
        }
        return camel.send("dis-dump:dws?stream=" + STREAM, CamelFixture.descriptor());
    }

    /** All that no text may repeat. */
    List<String> secrets() {
        return List.of("SIM-TOKEN-", "userpassword", "right-password", "secret-access-key");
    }

    /** Has the server done all its work, that of requests too whose caller is gone? */
    boolean isQuiet() {
        return dis.requests().stream().noneMatch(request -> request.status() == ReceivedRequest.NOT_ANSWERED_YET);
    }

    @Override
    public void close() {
        camel.close();
        relays.forEach(TcpRelay::close);
    }
}
