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
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.disdump.camel.client.CreateResult;

/**
 * Creates one dump task for one exchange.
 */
public class DisDumpProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(DisDumpProducer.class);

    private WritableHealthCheckRepository healthChecks;
    private HealthCheck healthCheck;

    DisDumpProducer(DisDumpEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public DisDumpEndpoint getEndpoint() {
        return (DisDumpEndpoint) super.getEndpoint();
    }

    @Override
    public void process(Exchange exchange) {
        TaskStatistics statistics = getEndpoint().statistics();
        try {
            statistics.count(create(exchange).outcome());
        } catch (RuntimeException e) {
            statistics.count(e);
            throw e;
        }
    }

    private CreateResult create(Exchange exchange) {
        EndpointSession session = getEndpoint().session();
        try {
            TaskOrder order = session.mapper().toOrder(exchange);
            CreateResult result = create(exchange, session, order);
            session.mapper().created(exchange, result);
            LOG.info("{}: {} (request {}, retries {})", result.outcome(), order, result.requestId(), result.retries());
            return result;
        } finally {
            session.release();
        }
    }

    private static CreateResult create(Exchange exchange, EndpointSession session, TaskOrder order) {
        try {
            return session.create(order);
        } catch (DisDumpException e) {
            session.mapper().failed(exchange, e);
            throw e;
        }
    }

    /** Only with camel-health is there a place for the check; Camel asks it only if checks of producers are switched on. */
    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (!getEndpoint().getComponent().isHealthCheckProducerEnabled()) {
            return;
        }
        if (HealthCheckHelper.getHealthCheckRepository(getEndpoint().getCamelContext(), "producers")
                instanceof WritableHealthCheckRepository producers) {
            healthChecks = producers;
            healthCheck = new DisDumpHealthCheck(getEndpoint());
            healthChecks.addHealthCheck(healthCheck);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            healthChecks.removeHealthCheck(healthCheck);
            healthCheck = null;
        }
        super.doStop();
    }
}
