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
package io.github.disdump.camel.bench;

import java.lang.management.ManagementFactory;
import java.util.function.Function;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;

/** Heap that idle endpoints hold. */
final class EndpointMemory {

    private EndpointMemory() {}

    /** Bytes for each endpoint that was created and started; the first thousand loads what all share. */
    static long bytesEach(Function<CamelContext, Endpoint> thousand) {
        CamelContext warmUp = StartBenchmark.context();
        thousand.apply(warmUp);
        warmUp.stop();
        CamelContext context = StartBenchmark.context();
        context.getEndpoint("dis-dump:dws?stream=first");
        long before = usedHeap();
        thousand.apply(context);
        long after = usedHeap();
        int endpoints = context.getEndpointRegistry().size() - 1;
        context.stop();
        if (endpoints != StartBenchmark.ENDPOINTS) {
            throw new IllegalStateException(endpoints + " endpoints");
        }
        return (after - before) / endpoints;
    }

    private static long usedHeap() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
