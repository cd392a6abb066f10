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
package io.github.disdump.examples.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.apache.camel.component.kafka.KafkaConfiguration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The group must not take a replica for dead that is still at work on a request in a bad moment. */
class PollIntervalTest {

    /** The login, creation and question after a lost answer, and both again after a new login. */
    private static final int REQUESTS_PER_TRY = 7;

    private final Properties properties = new Properties();

    @Test
    void thePollIntervalCoversTheWorstCaseOfOnePoll() throws IOException {
        try (InputStream file = TaskRequests.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }
        int request = value("camel.component.dis-dump.http.connectTimeout")
                + 2 * value("camel.component.dis-dump.http.responseTimeout");
        int call = value("camel.component.dis-dump.retry-timeout") + REQUESTS_PER_TRY * request;
        KafkaConfiguration kafka = new KafkaConfiguration();
        int record = (1 + value("task-requests.redeliveries")) * call
                + pauses()
                + kafka.getMaxBlockMs()
                + kafka.getDeliveryTimeoutMs()
                + kafka.getCommitTimeoutMs().intValue();

        assertThat(value("camel.component.kafka.max-poll-records") * record)
                .isLessThanOrEqualTo(value("camel.component.kafka.max-poll-interval-ms"));
    }

    private int pauses() {
        int sum = 0;
        int pause = value("task-requests.pause");
        for (int i = 0; i < value("task-requests.redeliveries"); i++) {
            sum += Math.min(pause, value("task-requests.longest-pause"));
            pause *= 2;
        }
        return sum;
    }

    private int value(String name) {
        return Integer.parseInt(properties.getProperty(name));
    }
}
