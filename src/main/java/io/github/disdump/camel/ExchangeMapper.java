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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.disdump.camel.client.CreateRequest;
import io.github.disdump.camel.client.CreateResult;
import io.github.disdump.camel.model.DumpTask;
import io.github.disdump.camel.model.DumpTaskType;
import io.github.disdump.camel.model.FieldForm;
import io.github.disdump.camel.model.FieldNames;
import io.github.disdump.camel.model.FieldRule;
import io.github.disdump.camel.model.FieldValues;
import io.github.disdump.camel.model.TaskField;
import io.github.disdump.camel.model.Violation;

/**
 * Turns an exchange into a valid request, and an answer into the exchange's headers. Beside the producer it is the only one
 * that touches the exchange.
 *
 * @param <T> the model class
 */
final class ExchangeMapper<T extends DumpTask> {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeMapper.class);

    private static final String NO_TEXT = "must be text";

    /** The headers that set no field, each by its name in any case. */
    private static final Map<String, String> OTHER_HEADERS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (String name : List.of(
                DisDumpConstants.STREAM,
                DisDumpConstants.PROJECT_ID,
                DisDumpConstants.AUTH_TOKEN,
                DisDumpConstants.STATUS_CODE,
                DisDumpConstants.REQUEST_ID,
                DisDumpConstants.ERROR_CODE,
                DisDumpConstants.OUTCOME,
                DisDumpConstants.IF_EXISTS,
                DisDumpConstants.TASK_STATE,
                DisDumpConstants.TASK_ID)) {
            OTHER_HEADERS.put(name, name);
        }
    }

    private final DumpTaskType<T> type;
    private final T options;
    private final DisDumpConfiguration connection;
    private final ConnectionSettings.Way way;
    private final boolean headersKnowCase;
    private final BodyReader<T> body;

    /**
     * @param options    the endpoint's options for the task's fields
     * @param connection the endpoint's other options
     * @param way        how the endpoint authenticates by itself
     * @param headersKnowCase whether a header of another spelling is another header, as a Camel context can be told: it would
     *                        not be found to be removed
     */
    ExchangeMapper(
            DumpTaskType<T> type,
            T options,
            DisDumpConfiguration connection,
            ConnectionSettings.Way way,
            boolean headersKnowCase) {
        this.type = type;
        this.options = options;
        this.connection = connection;
        this.way = way;
        this.headersKnowCase = headersKnowCase;
        this.body = new BodyReader<>(type);
    }

    /**
     * Reads the request from headers, body and options, and sets the headers of stream and task to what was found.
     *
     * @throws DisDumpValidationException with every breach at once
     */
    TaskOrder toOrder(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeader(DisDumpConstants.STATUS_CODE);
        message.removeHeader(DisDumpConstants.REQUEST_ID);
        message.removeHeader(DisDumpConstants.ERROR_CODE);
        message.removeHeader(DisDumpConstants.OUTCOME);
        message.removeHeader(DisDumpConstants.TASK_STATE);
        message.removeHeader(DisDumpConstants.TASK_ID);

        List<Violation> violations = new ArrayList<>(0);
        FieldValues headers = headers(message, violations);
        FieldValues fields = connection.isIgnoreBody() ? type.newValues() : body.read(exchange, violations);
        T task = type.resolve(headers, fields, options, violations);
        String stream = setting(
                message, "stream", DisDumpConstants.STREAM, connection.getStream(), ConnectionRules.STREAM, violations);
        String projectId = setting(
                message,
                "projectId",
                DisDumpConstants.PROJECT_ID,
                connection.getProjectId(),
                ConnectionRules.PROJECT_ID,
                violations);
        String token = token(message, violations);
        if (stream == null && !isBroken("stream", violations)) {
            violations.add(missing("stream", DisDumpConstants.STREAM));
        }
        if (projectId == null
                && !isBroken("projectId", violations)
                && (token != null || !authenticationMayTellProject())) {
            violations.add(missing("projectId", DisDumpConstants.PROJECT_ID));
        }
        DisDumpIfExists ifExists = ifExists(message, violations);
        if (stream != null) {
            message.setHeader(DisDumpConstants.STREAM, stream);
        }
        if (task.getTaskName() != null) {
            message.setHeader(DisDumpConstants.TASK_NAME, task.getTaskName());
        }
        if (!violations.isEmpty()) {
            throw new DisDumpValidationException(violations);
        }
        for (String doubt : type.doubts(task)) {
            LOG.warn("Dump task '{}' on stream '{}': {}", task.getTaskName(), stream, doubt);
        }
        return new TaskOrder(new CreateRequest<>(stream, projectId, type, task), token, ifExists);
    }

    private boolean authenticationMayTellProject() {
        return way == ConnectionSettings.Way.BEAN
                || way == ConnectionSettings.Way.PASSWORD && connection.getRegion() != null;
    }

    /** What to do if the task exists; null if the message does not say. */
    private static DisDumpIfExists ifExists(Message message, List<Violation> violations) {
        Object value = message.getHeader(DisDumpConstants.IF_EXISTS);
        if (value == null) {
            return null;
        }
        Object word = FieldForm.TEXT.convert(value);
        for (DisDumpIfExists known : DisDumpIfExists.values()) {
            if (word != null && known.name().equalsIgnoreCase(word.toString())) {
                return known;
            }
        }
        violations.add(Violation.ofValue(
                "ifExists",
                "must be one of fail, ignore, ignoreSame, replace",
                word,
                "header " + DisDumpConstants.IF_EXISTS));
        return null;
    }

    /** Sets what is known of the success, and takes the secrets from the message, which have done their work. */
    void created(Exchange exchange, CreateResult result) {
        Message message = exchange.getMessage();
        message.setHeader(DisDumpConstants.STATUS_CODE, result.statusCode());
        setIfKnown(message, DisDumpConstants.REQUEST_ID, result.requestId());
        message.setHeader(DisDumpConstants.OUTCOME, result.outcome().name());
        setIfKnown(message, DisDumpConstants.TASK_STATE, result.state());
        setIfKnown(message, DisDumpConstants.TASK_ID, result.taskId());
        message.removeHeader(DisDumpConstants.AUTH_TOKEN);
        for (TaskField<? super T> field : type.fields()) {
            if (field.isSecret()) {
                message.removeHeader(field.headerName());
            }
        }
    }

    /** Sets what is known of the failure; the secrets stay, so that the message can be sent again. */
    void failed(Exchange exchange, DisDumpException failure) {
        Message message = exchange.getMessage();
        if (failure.statusCode != 0) {
            message.setHeader(DisDumpConstants.STATUS_CODE, failure.statusCode);
        }
        setIfKnown(message, DisDumpConstants.REQUEST_ID, failure.requestId);
        setIfKnown(message, DisDumpConstants.ERROR_CODE, failure.errorCode);
        setIfKnown(message, DisDumpConstants.TASK_STATE, failure.taskState);
        setIfKnown(message, DisDumpConstants.TASK_ID, failure.taskId);
    }

    private FieldValues headers(Message message, List<Violation> violations) {
        FieldValues values = type.newValues();
        if (!message.hasHeaders()) {
            return values;
        }
        for (Map.Entry<String, Object> header : message.getHeaders().entrySet()) {
            String name = header.getKey();
            if (!name.regionMatches(true, 0, TaskField.HEADER_PREFIX, 0, TaskField.HEADER_PREFIX.length())) {
                continue;
            }
            int field = type.fieldOfHeader(name);
            String spelling = field >= 0 ? type.fields().get(field).headerName() : OTHER_HEADERS.get(name);
            if (spelling == null || headersKnowCase && !name.equals(spelling)) {
                violations.add(unknownHeader(name));
            } else if (field >= 0) {
                values.put(field, header.getValue());
            }
        }
        return values;
    }

    private Violation unknownHeader(String name) {
        Collection<String> known = new ArrayList<>(type.headerNames());
        known.addAll(OTHER_HEADERS.keySet());
        String shown = Violation.shown(name);
        return Violation.ofPlace(
                shown, "unknown header `" + shown + "`" + FieldNames.suggestion(name, known), "header");
    }

    private static String setting(
            Message message,
            String option,
            String header,
            String configured,
            FieldRule rule,
            List<Violation> violations) {
        Object given = message.getHeader(header);
        if (given != null && FieldForm.TEXT_OR_NUMBER.convert(given) == null) {
            violations.add(Violation.ofPlace(option, NO_TEXT, "header " + header));
            return null;
        }
        String value = given != null ? (String) FieldForm.TEXT_OR_NUMBER.convert(given) : configured;
        String breach = value == null ? null : rule.breach(value);
        if (breach != null) {
            violations.add(
                    Violation.ofValue(option, breach, value, given != null ? "header " + header : "option " + option));
            return null;
        }
        return value;
    }

    private String token(Message message, List<Violation> violations) {
        Object given = message.getHeader(DisDumpConstants.AUTH_TOKEN);
        if (given == null) {
            if (way == ConnectionSettings.Way.HEADER) {
                violations.add(
                        Violation.of(
                                "authToken",
                                "is missing: set the header " + DisDumpConstants.AUTH_TOKEN
                                        + ", or an option: authToken, or iamDomain, iamUser and password, or accessKey and secretKey"));
            }
            return null;
        }
        String token = (String) FieldForm.TEXT.convert(given);
        String breach = token == null ? NO_TEXT : ConnectionRules.AUTH_TOKEN.breach(token);
        if (breach != null) {
            violations.add(Violation.ofSecret("authToken", breach, "header " + DisDumpConstants.AUTH_TOKEN));
        }
        return token;
    }

    private static boolean isBroken(String option, List<Violation> violations) {
        return violations.stream().anyMatch(violation -> violation.getField().equals(option));
    }

    private static Violation missing(String option, String header) {
        return Violation.of(option, "is mandatory: set the option " + option + " or the header " + header);
    }

    private static void setIfKnown(Message message, String header, String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
