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
import io.github.disdump.camel.client.CreateRequest;
import io.github.disdump.camel.client.CreateResult;
import io.github.disdump.camel.client.TaskCreator;

/**
 * Creates one dump task for one exchange.
 */
public class DisDumpProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(DisDumpProducer.class);

    private final ExchangeMapper<?> mapper;
    private final TaskCreator creator;
    private final Authenticator authenticator;
    private final DisDumpPolicy policy;

    /**
     * @param authenticator the endpoint's own way of authenticating; null if every message has to bring its token
     */
    DisDumpProducer(
            DisDumpEndpoint endpoint, ExchangeMapper<?> mapper, TaskCreator creator, Authenticator authenticator) {
        super(endpoint);
        this.mapper = mapper;
        this.creator = creator;
        this.authenticator = authenticator;
        this.policy = endpoint.getPolicy();
    }

    @Override
    public void process(Exchange exchange) {
        CreateRequest<?> request = mapper.toRequest(exchange);
        String token = mapper.tokenOf(exchange);
        DisDumpIfExists ifExists = mapper.ifExistsOf(exchange);
        try {
            CreateResult result = creator.create(
                    request,
                    token == null ? authenticator : new TokenAuthenticator(token),
                    ifExists == null ? policy.getIfExists() : ifExists);
            mapper.created(exchange, result);
            LOG.info("{}: {} (request {})", result.outcome(), request, result.requestId());
        } catch (DisDumpException e) {
            mapper.failed(exchange, e);
            throw e;
        }
    }
}
