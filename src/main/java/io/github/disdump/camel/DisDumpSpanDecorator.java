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
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

import io.github.disdump.camel.model.Violation;

/**
 * Adds to the span of a call, which Camel's telemetry components make, what DIS calls things: stream, task and how it ended.
 * Needs one of them, such as camel-opentelemetry2.
 */
public final class DisDumpSpanDecorator extends AbstractSpanDecorator {

    static final String STREAM = "dis.stream";
    static final String TASK = "dis.task";
    static final String OUTCOME = "dis.outcome";
    static final String ERROR_CODE = "dis.error_code";
    static final String REQUEST_ID = "dis.request_id";

    @Override
    public String getComponent() {
        return DisDumpConstants.SCHEME;
    }

    @Override
    public String getComponentClassName() {
        return DisDumpComponent.class.getName();
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        if (exchange.getException() instanceof DisDumpException failure) {
            failed(span, exchange, failure);
        } else if (exchange.getException() == null) {
            succeeded(span, exchange);
        }
    }

    private static void succeeded(Span span, Exchange exchange) {
        tagStreamAndTask(span, exchange);
        tag(span, TagConstants.HTTP_STATUS, exchange.getMessage().getHeader(DisDumpConstants.STATUS_CODE));
        tag(span, OUTCOME, exchange.getMessage().getHeader(DisDumpConstants.OUTCOME));
        tag(span, REQUEST_ID, exchange.getMessage().getHeader(DisDumpConstants.REQUEST_ID));
    }

    /** The headers may be those of an earlier call, the exception is of this one. */
    private static void failed(Span span, Exchange exchange, DisDumpException failure) {
        tagStreamAndTask(span, exchange);
        tag(span, TagConstants.HTTP_STATUS, failure.statusCode == 0 ? null : failure.statusCode);
        tag(span, ERROR_CODE, failure.errorCode);
        tag(span, REQUEST_ID, failure.requestId);
    }

    private static void tagStreamAndTask(Span span, Exchange exchange) {
        tag(span, STREAM, shown(exchange, DisDumpConstants.STREAM));
        tag(span, TASK, shown(exchange, DisDumpConstants.TASK_NAME));
    }

    /** After a mistake in the message the header is still what the message brought. */
    private static String shown(Exchange exchange, String header) {
        return exchange.getMessage().getHeader(header) instanceof String text ? Violation.shown(text) : null;
    }

    private static void tag(Span span, String name, Object value) {
        if (value != null) {
            span.setTag(name, value.toString());
        }
    }
}
