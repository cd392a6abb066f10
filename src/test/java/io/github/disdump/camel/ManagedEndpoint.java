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

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.builder.RouteBuilder;

import io.github.disdump.camel.simulator.DisSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** An endpoint as JMX shows it. */
final class ManagedEndpoint {

    private static final MBeanServer JMX = ManagementFactory.getPlatformMBeanServer();

    private final ObjectName name;

    private ManagedEndpoint(ObjectName name) {
        this.name = name;
    }

    /**
     * A started context with the route <code>in</code> from <code>direct:in</code> to stream <code>s1</code>, three retries
     * that do not wait, and no error handler.
     */
    static CamelFixture oneRoute(DisSimulator dis, Clock clock) throws Exception {
        CamelFixture camel = CamelFixture.withPassword(dis).withClock(clock);
        camel.component().getPolicy().setMaxRetries(3);
        RecordedWaits.in(camel);
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:in").routeId("in").to("dis-dump:dws?stream=s1");
            }
        });
        camel.context().start();
        return camel;
    }

    /** The only one of the component in the context. */
    static ManagedEndpoint onlyOneOf(CamelFixture camel) throws JMException {
        Set<ObjectName> names = JMX.queryNames(
                new ObjectName("org.apache.camel:context=" + camel.context().getManagementName()
                        + ",type=endpoints,name=\"dis-dump*\""),
                null);
        assertThat(names).hasSize(1);
        return new ManagedEndpoint(names.iterator().next());
    }

    ObjectName name() {
        return name;
    }

    long attribute(String attribute) {
        try {
            return ((Number) JMX.getAttribute(name, attribute)).longValue();
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    void invoke(String operation) throws JMException {
        JMX.invoke(name, operation, null, null);
    }

    /** Those that are not zero. */
    Map<String, Long> counters() {
        Map<String, Long> counters = new LinkedHashMap<>();
        for (String counter :
                List.of("Created", "Reconciled", "Replaced", "AlreadyExists", "Refused", "Failed", "Retried")) {
            counters.put(counter, attribute(counter));
        }
        counters.values().removeIf(count -> count == 0);
        return counters;
    }
}
