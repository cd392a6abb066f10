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

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.auth.TokenAuthenticator;
import io.github.disdump.camel.client.CreateAnswer;
import io.github.disdump.camel.client.CreateRequest;
import io.github.disdump.camel.client.DisClient;

/**
 * Creates one dump task for one exchange.
 */
public class DisDumpProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(DisDumpProducer.class);

    private final ExchangeMapper<?> mapper;
    private final DisClient client;
    private final Authenticator authenticator;

    /**
     * @param authenticator the endpoint's own way of authenticating; null if every message has to bring its token
     */
    DisDumpProducer(DisDumpEndpoint endpoint, ExchangeMapper<?> mapper, DisClient client, Authenticator authenticator) {
        super(endpoint);
        this.mapper = mapper;
        this.client = client;
        this.authenticator = authenticator;
    }

    @Override
    public void process(Exchange exchange) {
        CreateRequest<?> request = mapper.toRequest(exchange);
        String token = mapper.tokenOf(exchange);
        try {
            CreateAnswer answer = client.create(request, token == null ? authenticator : new TokenAuthenticator(token));
            mapper.created(exchange, answer);
            LOG.info("Created {} (request {})", request, answer.requestId());
        } catch (DisDumpException e) {
            mapper.failed(exchange, e);
            throw e;
        }
    }
}
