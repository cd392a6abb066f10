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
package io.github.disdump.camel;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

import io.github.disdump.camel.model.DwsDumpTask;
import io.github.disdump.camel.model.TaskJsonWriter;
import io.github.disdump.camel.performance.NoTransport;
import io.github.disdump.camel.performance.SpecificationTask;

/** The component's work outside the wire. In the component's package, because the mapper is nobody else's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MappingBenchmark {

    private CamelFixture camel;
    private DisDumpEndpoint endpoint;
    private Producer producer;
    private ExchangeMapper<?> mapper;
    private Map<String, Object> map;
    private Map<String, Object> tenKilobytes;
    private Map<String, Object> hundredKilobytes;
    private DwsDumpTask task;
    private DwsDumpTask tenKilobytesTask;
    private DwsDumpTask hundredKilobytesTask;

    @Setup
    public void start() {
        camel = CamelFixture.withTokenFor("http://127.0.0.1:1");
        NoTransport.in(camel);
        camel.context().start();
        endpoint = (DisDumpEndpoint) camel.context().getEndpoint("dis-dump:dws?stream=s1");
        mapper = endpoint.session().mapper();
        producer = endpoint.createProducer();
        producer.start();
        map = SpecificationTask.descriptor();
        task = SpecificationTask.model();
        tenKilobytes = SpecificationTask.descriptorWithTableOf(10_000);
        tenKilobytesTask = SpecificationTask.model();
        tenKilobytesTask.setDwsTableName("t".repeat(10_000));
        hundredKilobytes = SpecificationTask.descriptorWithTableOf(100_000);
        hundredKilobytesTask = SpecificationTask.model();
        hundredKilobytesTask.setDwsTableName("t".repeat(100_000));
    }

    @TearDown
    public void stop() {
        camel.close();
    }

    /** Exchange, merge, validation and JSON of the specification's example. */
    @Benchmark
    public void mapping(Blackhole sink) {
        map(map, task, sink);
    }

    @Benchmark
    public void mappingOfTenKilobytes(Blackhole sink) {
        map(tenKilobytes, tenKilobytesTask, sink);
    }

    @Benchmark
    public void mappingOfHundredKilobytes(Blackhole sink) {
        map(hundredKilobytes, hundredKilobytesTask, sink);
    }

    /** All that the component does, but for the HTTP client's work. */
    @Benchmark
    public Exchange allButTheTransport() throws Exception {
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(map);
        producer.process(exchange);
        return exchange;
    }

    private void map(Map<String, Object> body, DwsDumpTask merged, Blackhole sink) {
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(body);
        sink.consume(mapper.toOrder(exchange));
        sink.consume(TaskJsonWriter.write(DwsDumpTask.TYPE, merged)); // the order's own JSON is for the client alone
    }
}
