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

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

import io.github.disdump.camel.DisDumpConstants;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.DisDumpValidationException;

/**
 * A record is a request: its key is the stream, its value the task's definition. Its offset is committed when the task exists
 * or the request is among the dead letters, and not before, so that no crash loses it. A record that is read a second time
 * meets its own task, which ifExists=ignore makes a success.
 */
public class TaskRequestRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // Nobody but the sender can help: the request itself is wrong, or the service will never take it. As long as
        // the task may exist, nothing is given up.
        onException(DisDumpValidationException.class).handled(true).to("direct:dead-letter");
        onException(DisDumpServiceException.class)
                .onWhen(simple("${exception.retryable} == false && ${exception.outcomeUnknown} == false"))
                .handled(true)
                .to("direct:dead-letter");
        // No fault of the request: the service is down, our own credentials are refused, or the task may exist.
        // It waits here, then at Kafka.
        onException(DisDumpException.class)
                .maximumRedeliveries("{{task-requests.redeliveries}}")
                .redeliveryDelay("{{task-requests.pause}}")
                .maximumRedeliveryDelay("{{task-requests.longest-pause}}")
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .retryAttemptedLogLevel(LoggingLevel.WARN)
                .logExhausted(false)
                .logRetryStackTrace(false);

        from("kafka:{{task-requests.topic}}")
                .routeId("task-requests")
                .setHeader(DisDumpConstants.STREAM, header(KafkaConstants.KEY))
                .to("dis-dump:dws?ifExists=ignore")
                .log(
                        LoggingLevel.INFO,
                        "tasks",
                        "${header.CamelDisDumpOutcome} ${header.CamelDisDumpTaskName} on stream ${header.CamelDisDumpStream}")
                .process(TaskRequestRoutes::commit);

        from("direct:dead-letter")
                .routeId("dead-letter")
                .log(
                        LoggingLevel.WARN,
                        "tasks",
                        "DEAD LETTER ${header.CamelDisDumpTaskName} on stream ${header.CamelDisDumpStream}: ${exception.message}")
                .setHeader(DeadLetterHeaders.REASON, simple("${exception.message}"))
                .to("kafka:{{task-requests.dead-letters}}?synchronous=true"
                        + "&headerFilterStrategy=#deadLetterHeaders&headerSerializer=#deadLetterHeaders")
                .process(TaskRequestRoutes::commit);
    }

    private static void commit(Exchange exchange) {
        exchange.getMessage()
                .getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)
                .commit();
    }
}
