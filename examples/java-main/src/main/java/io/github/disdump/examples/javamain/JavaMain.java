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

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** Creates dump tasks from a route on Camel Main. */
public final class JavaMain {

    private JavaMain() {}

    public static void main(String[] args) throws Exception {
        Main main = new Main(JavaMain.class);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:task-definition").to("dis-dump:dws?stream=orders");
            }
        });
        main.run();
    }
}
