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
package io.github.disdump.examples.quarkus;

import org.apache.camel.builder.RouteBuilder;

/** Creates a DWS dump task from a task definition; the header CamelDisDumpStream names the stream. */
public class DumpTaskRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:task-definition")
                .errorHandler(noErrorHandler()) // the resource answers its caller
                .to("dis-dump:dws?ifExists=ignoreSame");
    }
}
