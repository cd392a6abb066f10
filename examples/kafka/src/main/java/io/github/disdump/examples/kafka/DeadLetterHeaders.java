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

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.serde.KafkaHeaderSerializer;
import org.apache.camel.spi.HeaderFilterStrategy;

import io.github.disdump.camel.DisDumpConstants;

/**
 * What goes with a dead letter: what is known of the failure, as text. Camel sends no header that begins with Camel over Kafka
 * unless told to; these, by name, hold no secret.
 */
final class DeadLetterHeaders implements HeaderFilterStrategy, KafkaHeaderSerializer {

    static final String REASON = "reason";

    private static final Set<String> SENT = Set.of(
            REASON,
            DisDumpConstants.STREAM,
            DisDumpConstants.TASK_NAME,
            DisDumpConstants.STATUS_CODE,
            DisDumpConstants.ERROR_CODE,
            DisDumpConstants.REQUEST_ID);

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !SENT.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }

    @Override
    public byte[] serialize(String name, Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
