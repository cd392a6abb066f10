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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.DisSimulatorExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Many threads send the first message to one endpoint that no route names, so that they make it at the same moment. */
class FirstMessagesTest {

    private static final int THREADS = 16;
    private static final int CONTEXTS = 20;

    @RegisterExtension
    static DisSimulatorExtension extension = new DisSimulatorExtension();

    private final DisSimulator dis = extension.simulator();

    @Test
    void noConnectionIsLeftAfterTheStop() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int i = 0; i < CONTEXTS; i++) {
                assertThat(connectionsLeft(threads)).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int connectionsLeft(ExecutorService threads) throws Exception {
        CamelFixture camel = CamelFixture.withToken(dis);
        ObservedHttp http = ObservedHttp.in(camel.context());
        try (camel) {
            camel.send("dis-dump:dws?stream=first", CamelFixture.descriptor());
            CyclicBarrier together = new CyclicBarrier(THREADS);
            List<Future<Exchange>> sent = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                sent.add(threads.submit(() -> {
                    together.await();
                    return camel.send("dis-dump:dws?stream=s1&ifExists=ignore", CamelFixture.descriptor());
                }));
            }
            for (Future<Exchange> exchange : sent) {
                assertThat(exchange.get().getException()).isNull();
            }
            assertThat(http.leased()).isZero();
        }
        return http.open();
    }
}
