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

import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.github.disdump.camel.DisDumpComponent;

/** Creating and starting a thousand endpoints, ours and Camel's own for HTTP. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StartBenchmark {

    static final int ENDPOINTS = 1_000;

    private CamelContext context;

    @Setup(Level.Invocation)
    public void start() {
        context = context();
    }

    @TearDown(Level.Invocation)
    public void stop() {
        context.stop();
    }

    @Benchmark
    public Endpoint disDumpEndpoints() {
        return disDump(context);
    }

    @Benchmark
    public Endpoint httpEndpoints() {
        return http(context);
    }

    static CamelContext context() {
        CamelContext context = new DefaultCamelContext();
        // so that all of them stay in the registry
        context.getGlobalOptions().put("CamelMaximumEndpointCacheSize", String.valueOf(3 * ENDPOINTS));
        DisDumpComponent component = context.getComponent("dis-dump", DisDumpComponent.class);
        component.getConfiguration().setEndpoint("http://127.0.0.1:1");
        component.getConfiguration().setProjectId("p1");
        component.getConfiguration().setAuthToken("t1");
        context.start();
        return context;
    }

    static Endpoint disDump(CamelContext context) {
        Endpoint last = null;
        for (int i = 0; i < ENDPOINTS; i++) {
            last = context.getEndpoint("dis-dump:dws?stream=s" + i);
        }
        return last;
    }

    static Endpoint http(CamelContext context) {
        Endpoint last = null;
        for (int i = 0; i < ENDPOINTS; i++) {
            last = context.getEndpoint("http://127.0.0.1:1/v2/p1/streams/s" + i + "/transfer-tasks");
        }
        return last;
    }
}
