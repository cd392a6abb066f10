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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointServiceLocation;

import static org.assertj.core.api.Assertions.assertThat;

/** Collects texts that people and machines get to see, and looks in them for secrets. Tests mark each secret. */
final class LeakSearch {

    /** What each secret of a test begins with, so that a part of one is found as well. */
    static final String MARK = "SECRET-";

    /** What the simulator's tokens begin with. */
    private static final String TOKEN_MARK = "SIM-TOKEN-";

    private final Map<String, String> texts = new LinkedHashMap<>();

    LeakSearch in(String place, Object object) {
        texts.put(texts.size() + " " + place, String.valueOf(object));
        return this;
    }

    LeakSearch in(CapturedLog log) {
        log.lines().forEach(line -> in("log", line));
        return this;
    }

    LeakSearch inWhatOperatorsSee(CapturedLog log) {
        log.linesForOperators().forEach(line -> in("log", line));
        return this;
    }

    /** Messages, texts and stack traces, with all causes and suppressed ones. */
    LeakSearch in(Throwable thrown) {
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            in("stack trace", trace);
            in("exception", thrown);
            if (thrown instanceof DisDumpValidationException invalid) {
                invalid.getViolations().forEach(violation -> {
                    in("violation", violation);
                    in("violation", violation.getField() + violation.getRule() + violation.getValue());
                    in("violation", violation.getSource());
                });
            }
            if (thrown instanceof AnsweredException answered) {
                in("getters", answered.getErrorCode() + answered.getErrorMessage() + answered.getRequestId());
            }
        }
        return this;
    }

    /** What Camel shows of the endpoints. */
    LeakSearch inEndpointsOf(CamelContext context) {
        for (Endpoint endpoint : context.getEndpoints()) {
            in("endpoint", endpoint);
            if (endpoint instanceof EndpointServiceLocation location) {
                in("service", location.getServiceUrl() + location.getServiceMetadata());
            }
        }
        return this;
    }

    /** Names and attributes of all MBeans of Camel. */
    LeakSearch inManagement() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            in("name of MBean", name);
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.isReadable()) {
                    in(name + " " + attribute.getName(), server.getAttribute(name, attribute.getName()));
                }
            }
        }
        return this;
    }

    int size() {
        return texts.size();
    }

    void findsNothing() {
        assertThat(texts).isNotEmpty();
        assertThat(texts.entrySet().stream()
                        .filter(text -> text.getValue().contains(MARK)
                                || text.getValue().contains(TOKEN_MARK))
                        .map(text -> text.getKey() + ": " + abbreviated(text.getValue()))
                        .toList())
                .isEmpty();
    }

    private static String abbreviated(String text) {
        int mark = Math.max(text.indexOf(MARK), text.indexOf(TOKEN_MARK));
        return text.substring(Math.max(0, mark - 150), Math.min(text.length(), mark + 150));
    }
}
