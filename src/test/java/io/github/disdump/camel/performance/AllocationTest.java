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

import java.lang.management.ManagementFactory;

import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.DisDumpConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Garbage of a task: bytes allocated by the calling thread, the exchange included. The bounds are about twice what the page
 * on performance tells, so that they catch an object mapper or a regular expression for each message, not a new field.
 */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 1_000;

    private CamelFixture camel;

    @BeforeEach
    void start() {
        camel = CamelFixture.withTokenFor("http://127.0.0.1:1");
        NoTransport.in(camel);
        camel.context().start();
    }

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void ofAMap() throws Exception {
        assertThat(bytesPerTask(SpecificationTask.descriptor())).isBetween(500L, 12_000L);
    }

    @Test
    void ofJson() throws Exception {
        assertThat(bytesPerTask(SpecificationTask.json())).isBetween(500L, 20_000L);
    }

    @Test
    void ofASignedTask() throws Exception {
        DisDumpConfiguration options = camel.component().getConfiguration();
        options.setAuthToken(null);
        options.setAccessKey("access-key");
        options.setSecretKey("secret-key");
        assertThat(bytesPerTask(SpecificationTask.descriptor())).isBetween(500L, 25_000L);
    }

    @Test
    void growsNoFasterThanTheBody() throws Exception {
        long tenKilobytes = bytesPerTask(SpecificationTask.descriptorWithTableOf(10_000));
        long hundredKilobytes = bytesPerTask(SpecificationTask.descriptorWithTableOf(100_000));

        assertThat(hundredKilobytes).isBetween(100_000L, 10 * tenKilobytes);
    }

    private long bytesPerTask(Object body) throws Exception {
        Producer producer =
                camel.context().getEndpoint("dis-dump:dws?stream=s1").createProducer();
        producer.start();
        for (int i = 0; i < WARM_UP; i++) {
            create(producer, body);
        }
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < MEASURED; i++) {
            create(producer, body);
        }
        return (THREADS.getThreadAllocatedBytes(thread) - before) / MEASURED;
    }

    private static void create(Producer producer, Object body) throws Exception {
        Exchange exchange = producer.getEndpoint().createExchange();
        exchange.getMessage().setBody(body);
        producer.process(exchange);
    }
}
