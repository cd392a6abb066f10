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
package io.github.disdump.camel.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.junit.jupiter.api.Test;

import io.github.disdump.camel.CamelFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** Many endpoints cost what one costs, as far as the machine's and the service's resources go. */
class ManyEndpointsTest {

    private static final int ENDPOINTS = 1_000;

    @Test
    void aThousandEndpointsOfOneServiceShareOneHttpClientAndItsConnections() throws Exception {
        AtomicInteger clients = new AtomicInteger();
        HttpClientConfigurer counter = client -> clients.incrementAndGet();
        try (StubDis dis = StubDis.quick();
                CamelFixture camel = CamelFixture.withTokenFor(dis.baseUrl())) {
            camel.component().getConfiguration().getHttp().put("httpClientConfigurer", counter);
            camel.context().start();
            List<Endpoint> endpoints = new ArrayList<>();
            for (int i = 0; i < ENDPOINTS; i++) {
                endpoints.add(camel.context().getEndpoint("dis-dump:dws?stream=s" + i));
            }
            assertThat(dis.connections())
                    .as("no connection before the first message")
                    .isZero();
            for (Endpoint endpoint : endpoints) {
                Producer producer = endpoint.createProducer();
                producer.start();
                Exchange exchange = endpoint.createExchange();
                exchange.getMessage().setBody(SpecificationTask.descriptor());
                producer.process(exchange);
            }

            assertThat(clients).hasValue(1);
            assertThat(dis.connections()).isEqualTo(1);
            assertThat(dis.tasks()).isEqualTo(ENDPOINTS);
        }
    }

    @Test
    void endpointsWithOtherHttpOptionsHaveAClientOfTheirOwn() throws Exception {
        try (StubDis dis = StubDis.quick();
                CamelFixture camel = CamelFixture.withTokenFor(dis.baseUrl())) {
            for (String uri : List.of("dis-dump:dws?stream=s1", "dis-dump:dws?stream=s1&http.soTimeout=5000")) {
                assertThat(camel.send(uri, SpecificationTask.descriptor(), Map.of())
                                .getException())
                        .isNull();
            }
            assertThat(dis.connections()).isEqualTo(2);
        }
    }
}
