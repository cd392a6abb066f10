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
package io.github.disdump.examples.springboot;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

import io.github.disdump.camel.DisDumpConstants;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpValidationException;
import io.github.disdump.camel.model.Violation;

/** One definition in, one task out; the answer tells what became of it, and never repeats the definition. */
@Component
public class DumpTasksRoute extends RouteBuilder {

    @Override
    public void configure() {
        onException(DisDumpValidationException.class)
                .handled(true)
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(400))
                .setBody(exchange -> Map.of("violations", violations(exchange)))
                .marshal()
                .json();
        onException(DisDumpException.class)
                .handled(true)
                .log("FAILED: ${exception.message}")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(502))
                .setBody(exchange -> failure(exception(exchange, DisDumpException.class)))
                .marshal()
                .json();

        from("platform-http:/tasks?httpMethodRestrict=POST&consumes=application/json&produces=application/json")
                .routeId("dump-tasks")
                .removeHeaders("*") // Camel would send the caller's back
                .to("dis-dump:dws?stream={{dump-tasks.stream}}")
                .log("${header.CamelDisDumpOutcome} ${header.CamelDisDumpTaskName}")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(201))
                .setBody(DumpTasksRoute::result)
                .marshal()
                .json();
    }

    private static Object violations(Exchange exchange) {
        return exception(exchange, DisDumpValidationException.class).getViolations().stream()
                .map(Violation::toString)
                .toList();
    }

    private static Object failure(DisDumpException failure) {
        return Map.of("error", failure.getMessage(), "taskMayExist", failure.isOutcomeUnknown());
    }

    private static Object result(Exchange exchange) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("task", exchange.getMessage().getHeader(DisDumpConstants.TASK_NAME));
        result.put("stream", exchange.getMessage().getHeader(DisDumpConstants.STREAM));
        result.put("outcome", exchange.getMessage().getHeader(DisDumpConstants.OUTCOME));
        result.put("request", exchange.getMessage().getHeader(DisDumpConstants.REQUEST_ID));
        return result;
    }

    private static <T extends Exception> T exception(Exchange exchange, Class<T> type) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, type);
    }
}
