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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.camel.Exchange;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.DisDumpConstants;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpOutcome;
import io.github.disdump.camel.DisDumpValidationException;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

/**
 * One thread's part of the soak run: it sends exchanges, lets some requests go wrong, and after each exchange compares what the
 * caller was told with what the server holds. Each thread has a stream of its own, whose tasks it removes.
 */
final class SoakTraffic {

    private static final Fault[] PASSING = {
        Fault.resetBeforeWork(),
        Fault.resetAfterWork(),
        Fault.halfAnswer(),
        Fault.emptyResponse(),
        Fault.garbage(),
        Fault.html(502),
        Fault.empty(503),
        Fault.disError(500, "DIS.5000", "broken").afterWork(),
        Fault.disError(400, "DIS.4303", "traffic limit"),
        Fault.gatewayError(429, "APIGW.0308", "slow down").withHeader("Retry-After", "1"),
        Fault.gatewayError(504, "APIGW.0201", "late").afterWork(),
    };

    private static final Fault[] FINAL = {
        Fault.disError(403, "DIS.4116", "not allowed"), Fault.disError(400, "DIS.4350", "cluster not healthy"),
        Fault.redirect("http://127.0.0.1:9/elsewhere"), Fault.answer(200, "{}"),
    };

    private final DisSimulator dis;
    private final CamelFixture camel;
    private final SoakCounts counts;
    private final AtomicLong names;
    private final String stream;
    private final Random random;

    SoakTraffic(DisSimulator dis, CamelFixture camel, SoakCounts counts, AtomicLong names, int thread) {
        this.dis = dis;
        this.camel = camel;
        this.counts = counts;
        this.names = names;
        this.stream = "stream-" + thread;
        this.random = new Random(thread);
    }

    void runFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            arrangeTrouble();
            exchange();
        }
    }

    /** The fault meets whichever thread comes next. */
    private void arrangeTrouble() {
        int dice = random.nextInt(10_000);
        if (dice < 2_000) {
            dis.fail(Kind.CREATE, PASSING[dice % PASSING.length]);
        } else if (dice < 2_200) {
            dis.fail(Kind.CREATE, FINAL[dice % FINAL.length]);
        } else if (dice < 2_400) {
            dis.fail(Kind.SHOW, PASSING[dice % PASSING.length]);
        } else if (dice < 2_405) {
            dis.fail(Kind.CREATE, Fault.delay(SoakRun.ANSWER_TIME_OUT.plusMillis(500)));
        } else if (dice < 2_440) {
            dis.expireTokens();
        } else if (dice < 2_450) {
            dis.fail(Kind.LOGIN, Fault.iamErrorCode(429, "IAM.0012", "slow down"));
        } else if (dice < 2_460) {
            dis.fail(Kind.LOGIN, Fault.resetBeforeWork());
        }
    }

    private void exchange() {
        String task = "task-" + names.incrementAndGet();
        Map<String, Object> descriptor = CamelFixture.descriptor();
        descriptor.put("task_name", task);
        int dice = random.nextInt(100);
        if (dice < 5) {
            descriptor.put("dws_delimiter", "#");
        }
        String uri = dice < 15 ? "dis-dump:dws?waitForState=RUNNING&waitInterval=1" : "dis-dump:dws";
        Map<String, Object> headers = Map.of(DisDumpConstants.STREAM, stream);
        Exchange exchange = camel.send(uri, descriptor, headers);
        compare(exchange, dis.removeTask(stream, task));
        if (dice >= 98) {
            dis.addTask(stream, task);
            Exchange second = camel.send("dis-dump:dws?ifExists=ignore", descriptor, headers);
            counts.sentToExisting(second);
            dis.removeTask(stream, task);
        }
    }

    private void compare(Exchange exchange, boolean exists) {
        counts.exchange();
        if (exists) {
            counts.onServer();
        }
        if (exchange.getException() == null) {
            counts.success(
                    DisDumpOutcome.valueOf(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME, String.class)));
            if (!exists) {
                counts.contradiction("success, but there is no task");
            }
        } else if (exchange.getException() instanceof DisDumpValidationException) {
            counts.invalid();
            if (exists) {
                counts.contradiction("invalid, but there is a task");
            }
        } else if (exchange.getException() instanceof DisDumpException failure) {
            counts.failure(failure, exists);
            if (exists && !failure.isOutcomeUnknown()) {
                counts.contradiction("not created, says " + failure + ", but there is a task");
            }
        } else {
            counts.contradiction("unexpected: " + exchange.getException());
        }
    }
}
