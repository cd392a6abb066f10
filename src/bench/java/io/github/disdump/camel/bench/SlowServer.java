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
package io.github.disdump.camel.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;

import io.github.disdump.camel.DisDumpComponent;
import io.github.disdump.camel.DisDumpConfiguration;
import io.github.disdump.camel.performance.SpecificationTask;
import io.github.disdump.camel.performance.StubDis;

/** How near 64 threads come to the most that is possible with a server that takes 50 ms for each task. */
final class SlowServer {

    static final int THREADS = 64;
    static final Duration ANSWER = Duration.ofMillis(50);

    private static final int WARM_UP = 20;
    private static final int MEASURED = 200;

    private SlowServer() {}

    /** The part of the most that is possible, from 0 to 1. */
    static double partOfThePossible() throws Exception {
        try (StubDis server = StubDis.taking(ANSWER);
                DefaultCamelContext context = new DefaultCamelContext()) {
            DisDumpConfiguration options =
                    context.getComponent("dis-dump", DisDumpComponent.class).getConfiguration();
            options.setEndpoint(server.baseUrl());
            options.setProjectId(StubDis.PROJECT);
            options.setAuthToken(StubDis.TOKEN);
            options.getHttp().put("connectionsPerRoute", String.valueOf(THREADS));
            context.start();
            Producer producer = context.getEndpoint("dis-dump:dws?stream=s1").createProducer();
            producer.start();
            send(producer, WARM_UP);
            long start = System.nanoTime();
            send(producer, MEASURED);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (server.tasks() != THREADS * (WARM_UP + MEASURED)) {
                throw new IllegalStateException("only " + server.tasks() + " tasks");
            }
            double possible = THREADS / (ANSWER.toMillis() / 1e3);
            return THREADS * MEASURED / seconds / possible;
        }
    }

    private static void send(Producer producer, int each) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            threads.submit(() -> {
                for (int i = 0; i < each; i++) {
                    Exchange exchange = producer.getEndpoint().createExchange();
                    exchange.getMessage().setBody(SpecificationTask.descriptor());
                    producer.process(exchange);
                }
                return null;
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("not done");
        }
    }
}
