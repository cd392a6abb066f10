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
package io.github.disdump.examples.javamain;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpIfExists;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.DisDumpValidationException;
import io.github.disdump.camel.endpointdsl.dsl.DisDumpEndpointBuilderFactory.DisDumpBuilders;

/**
 * One way for each class of errors. The component has tried again by itself before; what arrives here needs a decision.
 * With ifExists=ignoreSame a definition can be sent again whatever became of it the first time.
 */
public class TaskRoutes extends EndpointRouteBuilder implements DisDumpBuilders {

    @Override
    public void configure() {
        // The author has to correct the definition. Nothing was sent.
        onException(DisDumpValidationException.class)
                .handled(true)
                .log(
                        LoggingLevel.WARN,
                        "tasks",
                        "REFUSED ${header.CamelFileName}, nothing was sent: ${exception.violations}")
                .to("direct:refused");

        // No definition will succeed before an operator has done something about the credentials.
        onException(DisDumpAuthenticationException.class)
                .handled(true)
                .to("direct:later")
                .to("direct:notify");

        // The service said no after an answer was lost: the task may exist. Before the next two, for which this
        // no may be final or not.
        onException(DisDumpServiceException.class)
                .onWhen(simple("${exception.outcomeUnknown}"))
                .handled(true)
                .to("direct:later")
                .to("direct:notify");

        // The service said no. It may say yes later, or never.
        onException(DisDumpServiceException.class)
                .onWhen(simple("${exception.retryable}"))
                .handled(true)
                .log(LoggingLevel.WARN, "tasks", "LATER ${header.CamelFileName}: ${exception.errorCode}")
                .to("direct:later");
        onException(DisDumpServiceException.class)
                .handled(true)
                .log(
                        LoggingLevel.ERROR,
                        "tasks",
                        "FAILED ${header.CamelFileName}: ${exception.errorCode}, status ${exception.statusCode},"
                                + " request ${exception.requestId}: ${exception.errorMessage}")
                .to("direct:failed");

        // No usable answer. If the task may exist, somebody may want to look.
        onException(DisDumpException.class)
                .onWhen(simple("${exception.outcomeUnknown}"))
                .handled(true)
                .to("direct:later")
                .to("direct:notify");
        onException(DisDumpException.class)
                .handled(true)
                .log(LoggingLevel.WARN, "tasks", "LATER ${header.CamelFileName}: ${exception.message}")
                .to("direct:later");

        from("file:{{java-main.tasks}}?noop=true&sortBy=file:name&initialDelay=0")
                .to("direct:task-definition");

        from("direct:task-definition")
                .to(disDump("dws").stream("orders").ifExists(DisDumpIfExists.ignoreSame))
                .log(
                        LoggingLevel.INFO,
                        "tasks",
                        "${header.CamelDisDumpOutcome} ${header.CamelDisDumpTaskName} from ${header.CamelFileName}");

        from("direct:refused").to("file:{{java-main.dead-letters}}/refused");
        from("direct:failed").to("file:{{java-main.dead-letters}}/failed");
        from("direct:later").to("file:{{java-main.dead-letters}}/later");

        // Stands for a mail, a chat or a pager.
        from("direct:notify")
                .log(LoggingLevel.ERROR, "operator", "NOTIFY ${header.CamelFileName}: ${exception.message}");
    }
}
