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
package io.github.disdump.examples.component;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpValidationException;

public class ErrorHandlingRoute extends RouteBuilder {

    @Override
    public void configure() {
        onException(DisDumpValidationException.class)
                .handled(true)
                .log(LoggingLevel.WARN, "Nothing was sent: ${exception.violations}")
                .to("file:{{dead-letters}}/refused");
        onException(DisDumpException.class)
                .onWhen(simple("${exception.outcomeUnknown}"))
                .handled(true)
                .log(LoggingLevel.ERROR, "Look whether the task is there: ${exception.message}")
                .to("file:{{dead-letters}}/unknown");

        from("direct:task-definition").to("dis-dump:dws?stream=orders");
    }
}
