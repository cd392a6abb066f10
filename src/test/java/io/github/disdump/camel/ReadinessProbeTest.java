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

import java.time.Clock;
import java.time.Duration;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultExecutorServiceManager;
import org.apache.camel.spi.ExecutorServiceManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A question that cannot be asked does not stop the next one. */
class ReadinessProbeTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void aThreadThatCannotBeStartedIsAFailureAndTheNextCallerTriesAgain() {
        ReadinessProbe probe = probe(new DefaultExecutorServiceManager(context) {
            private boolean refused;

            @Override
            public Thread newThread(String name, Runnable task) {
                if (refused) {
                    return super.newThread(name, task);
                }
                refused = true;
                throw new OutOfMemoryError("unable to create native thread");
            }
        });

        assertThatThrownBy(() -> probe.ask(LIMIT))
                .isExactlyInstanceOf(DisDumpException.class)
                .hasMessage("The question failed with java.lang.OutOfMemoryError")
                .cause()
                .isExactlyInstanceOf(OutOfMemoryError.class);
        assertThat(probe.ask(LIMIT).asked()).isEqualTo("nothing");
    }

    private static ReadinessProbe probe(ExecutorServiceManager threads) {
        return new ReadinessProbe(
                null, ConnectionSettings.Way.BEAN, "s1", Duration.ofMinutes(1), Clock.systemUTC(), threads);
    }
}
