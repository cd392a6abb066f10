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
package io.github.disdump.camel.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.DisDumpConfiguration;
import io.github.disdump.camel.DisDumpConstants;

import static org.assertj.core.api.Assertions.assertThat;

/** What the services have to bear: no call and no connection more than needed. */
@Timeout(120)
class CallCountTest {

    private static final int TASKS = 10_000;
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 40;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void tenThousandTasksOnSixtyFourThreadsAreOneLoginAndTenThousandCalls() throws Exception {
        try (StubDis dis = StubDis.quick();
                CamelFixture camel = fixture(dis)) {
            Producer producer = producer(camel);
            CountDownLatch together = new CountDownLatch(THREADS);
            List<Future<Integer>> done = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int share = TASKS / THREADS + (thread < TASKS % THREADS ? 1 : 0);
                done.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    for (int task = 0; task < share; task++) {
                        create(producer);
                    }
                    return share;
                }));
            }
            int created = 0;
            for (Future<Integer> share : done) {
                created += share.get();
            }

            assertThat(created).isEqualTo(TASKS);
            assertThat(dis.tasks()).isEqualTo(TASKS);
            assertThat(dis.logins()).isEqualTo(1);
            assertThat(dis.connections()).isLessThanOrEqualTo(CONNECTIONS);
        }
    }

    private static void create(Producer producer) throws Exception {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(SpecificationTask.descriptor());
        producer.process(exchange);
        assertThat(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME)).isEqualTo("CREATED");
    }

    private static Producer producer(CamelFixture camel) throws Exception {
        camel.context().start();
        Endpoint endpoint = camel.context().getEndpoint("dis-dump:dws?stream=s1");
        Producer producer = endpoint.createProducer();
        producer.start();
        return producer;
    }

    private static CamelFixture fixture(StubDis dis) {
        CamelFixture camel = CamelFixture.withTokenFor(dis.baseUrl());
        DisDumpConfiguration options = camel.component().getConfiguration();
        options.setAuthToken(null);
        options.setIamEndpoint(dis.baseUrl());
        options.setIamDomain("account");
        options.setIamUser("user");
        options.setPassword("password");
        options.getHttp().put("connectionsPerRoute", String.valueOf(CONNECTIONS));
        return camel;
    }
}
