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

import java.time.Duration;
import java.util.Map;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Tells whether messages could be sent now, for one endpoint. Needs camel-health; a check of readiness, not of liveness: a
 * restart would not bring the service back.
 */
final class DisDumpHealthCheck extends AbstractHealthCheck {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final DisDumpEndpoint endpoint;

    DisDumpHealthCheck(DisDumpEndpoint endpoint) {
        super("camel", "producer:" + DisDumpConstants.SCHEME + "-" + name(endpoint));
        this.endpoint = endpoint;
    }

    /** The stream for people, the id because several endpoints may have the same stream. */
    private static String name(DisDumpEndpoint endpoint) {
        String stream = endpoint.getConfiguration().getStream();
        return stream == null ? endpoint.getId() : stream + "-" + endpoint.getId();
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("service.url", endpoint.getServiceUrl());
        if (endpoint.getConfiguration().getStream() != null) {
            builder.detail("stream", endpoint.getConfiguration().getStream());
        }
        try {
            ReadinessProbe.Finding finding = asked();
            builder.detail("asked", finding.asked()).message(finding.text()).up();
        } catch (DisDumpException e) {
            if (e.statusCode != 0) {
                builder.detail(SERVICE_STATUS_CODE, e.statusCode);
            }
            if (e.errorCode != null) {
                builder.detail(SERVICE_ERROR_CODE, e.errorCode);
            }
            builder.message(e.getMessage()).error(e).down();
        }
    }

    private ReadinessProbe.Finding asked() {
        EndpointSession session = endpoint.session();
        try {
            return session.probe().ask(TIME_LIMIT);
        } finally {
            session.release();
        }
    }
}
