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
package io.github.disdump.camel.client;

import java.util.function.Supplier;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.http.ErrorAnswer;
import io.github.disdump.camel.http.HttpAnswer;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.http.NoAnswerException;
import io.github.disdump.camel.http.PathSegment;
import io.github.disdump.camel.http.ServiceUrl;

/**
 * Sends calls to DIS as somebody, one try each: authenticates them, and turns every answer but success into an exception.
 * Does not repeat anything but a call whose token was refused.
 */
final class AuthenticatedTransport {

    /** A description of a task has about one thousand bytes, and there is one entry for each partition of the stream. */
    private static final int LONGEST_DESCRIPTION = 1024 * 1024;

    private final HttpTransport transport;
    private final Authenticator authenticator;

    AuthenticatedTransport(HttpTransport transport, Authenticator authenticator) {
        this.transport = transport;
        this.authenticator = authenticator;
    }

    /** What is asked of DIS, and the status that means yes. */
    enum Operation {
        CREATE("Creating", 201),
        SHOW("Asking for", 200),
        LIST("Listing", 200),
        DELETE("Deleting", 204);

        private final String verb;
        private final int success;

        Operation(String verb, int success) {
            this.verb = verb;
            this.success = success;
        }

        /** Only 201 creates. A delete is done by any success: the API's pages name 204 and 200. */
        boolean isSuccess(int status) {
            return status == success || this == DELETE && status / 100 == 2;
        }

        /** In words, what was done to the subject. */
        String of(Object subject) {
            return verb + " " + subject;
        }

        /** Whether the answer describes tasks, if it is no error. */
        private boolean reads() {
            return this == SHOW || this == LIST;
        }

        private int longestBody() {
            return reads() ? LONGEST_DESCRIPTION : ErrorAnswer.LONGEST_BODY;
        }

        /** A description may hold a password that is stored there, which is none of ours to be masked. */
        private boolean isFreeOfErrors(int status) {
            return isSuccess(status) || reads() && status / 100 == 2;
        }
    }

    record Answer(HttpAnswer http, ErrorAnswer error) {}

    /** Where the calls go. */
    ServiceUrl service() {
        return transport.service();
    }

    /**
     * Sends a call, and once more with a new token should the token be refused.
     *
     * @param subject what the operation is done to; its text is part of an exception's
     * @param calls   makes the call, anew for each try
     */
    Answer send(Operation operation, Object subject, String project, Supplier<HttpCall> calls) {
        HttpCall call = authenticated(calls, project);
        Answer answer = exchange(operation, subject, call);
        if (answer.error().refusesToken() && guarded(() -> authenticator.renew(call, project))) {
            answer = exchange(operation, subject, authenticated(calls, project));
        }
        int status = answer.http().statusCode();
        if (operation.isSuccess(status)) {
            return answer;
        }
        String action = operation.of(subject);
        if (answer.error().refusesToken()) {
            throw new DisDumpAuthenticationException(action, answer.error());
        }
        boolean unknown = operation == Operation.CREATE && (status / 100 == 2 || status >= 500);
        if (status / 100 == 2) {
            throw new DisDumpException(
                    action + " was answered with " + answer.error() + " instead of " + operation.success
                            + mayExist(unknown),
                    unknown,
                    answer.error());
        }
        throw new DisDumpServiceException(
                action + " was refused: " + answer.error() + mayExist(unknown), unknown, answer.error());
    }

    private Answer exchange(Operation operation, Object subject, HttpCall call) {
        try {
            HttpAnswer answer = transport.send(call, operation.longestBody());
            return new Answer(
                    answer,
                    operation.isFreeOfErrors(answer.statusCode())
                            ? ErrorAnswer.ofSuccess(answer)
                            : ErrorAnswer.of(answer, call.secrets()));
        } catch (NoAnswerException e) {
            boolean unknown = operation == Operation.CREATE && e.mayHaveArrived();
            throw new DisDumpException(
                    operation.of(subject) + " failed: " + e.getMessage() + mayExist(unknown), unknown, e);
        }
    }

    private static String mayExist(boolean unknown) {
        return unknown ? "; the task may exist all the same" : "";
    }

    /** The project in which a call is made, fit for a path. May call IAM. */
    String projectId(String requested) {
        String projectId = projectIdIfKnown(requested);
        if (projectId == null) {
            throw new DisDumpException(
                    "The credentials do not tell the project, nothing was sent: set the option projectId", false);
        }
        return projectId;
    }

    /** The same; null if nobody tells the project. */
    String projectIdIfKnown(String requested) {
        String projectId = guarded(() -> authenticator.projectId(requested));
        if (projectId != null && (PathSegment.breach(projectId) != null || !HttpCall.isHeaderText(projectId))) {
            throw new DisDumpException(
                    "The credentials tell a project id that fits no path, nothing was sent: set the option projectId",
                    false);
        }
        return projectId;
    }

    /** An authenticator may be the user's own: whatever it throws is a failure of this call. */
    private <R> R guarded(Supplier<R> step) {
        try {
            return step.get();
        } catch (DisDumpException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DisDumpException(
                    "The authenticator failed with " + e.getClass().getName() + ", nothing was sent", false, e);
        }
    }

    /** A call that can be sent. May call IAM. */
    HttpCall authenticated(Supplier<HttpCall> calls, String project) {
        HttpCall call = calls.get();
        return guarded(() -> {
            authenticator.authenticate(call, project);
            return call;
        });
    }

    /** The path of all tasks of a stream. */
    static String tasksPath(String project, String stream) {
        return "/v2/" + PathSegment.encoded(project) + "/streams/" + PathSegment.encoded(stream) + "/transfer-tasks";
    }
}
