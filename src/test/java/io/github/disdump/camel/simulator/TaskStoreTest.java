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
package io.github.disdump.camel.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaskStoreTest {

    /** Is asked in the middle of a creation, and then gives a second one the time to come in between. */
    private static final class SlowClock extends Clock {
        private final CountDownLatch bothInside = new CountDownLatch(2);

        @Override
        public Instant instant() {
            bothInside.countDown();
            try {
                bothInside.await(300, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void ofTwoCreationsAtOnceOneFails() throws Exception {
        TaskStore tasks = new TaskStore(new SlowClock());
        TaskStore.StreamKey key = new TaskStore.StreamKey("p", "s1");
        Callable<Boolean> creation = () -> {
            try {
                tasks.create(key, StrictJson.object().put("task_name", "t"), new Behaviour().startPlan, 5);
                return true;
            } catch (RequestRefusedException e) {
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> results = threads.invokeAll(List.of(creation, creation));

            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
            assertThat(tasks.list(key)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
