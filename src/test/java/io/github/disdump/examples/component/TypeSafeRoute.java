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

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import static io.github.disdump.camel.endpointdsl.StaticEndpointBuilders.disDump;

public class TypeSafeRoute extends EndpointRouteBuilder {

    @Override
    public void configure() {
        from(direct("task-definition")).to(disDump("dws").stream("orders").deliverTimeInterval(60));
    }
}
