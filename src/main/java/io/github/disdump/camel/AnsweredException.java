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

import io.github.disdump.camel.http.ErrorAnswer;

/** What the two exceptions have in common that stand for an answer other than success. */
abstract class AnsweredException extends DisDumpException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private final Duration retryAfter;

    AnsweredException(String message, boolean outcomeUnknown, ErrorAnswer answer) {
        this(message, outcomeUnknown, answer, null, null);
    }

    AnsweredException(String message, boolean outcomeUnknown, ErrorAnswer answer, String taskState, String taskId) {
        super(message, outcomeUnknown, answer, taskState, taskId);
        this.retryable = answer.isRetryable();
        this.retryAfter = answer.retryAfter();
    }

    AnsweredException(AnsweredException failure, String note, boolean outcomeUnknown) {
        super(failure, note, outcomeUnknown);
        this.retryable = failure.retryable;
        this.retryAfter = failure.retryAfter;
    }

    /** The HTTP status of the answer. */
    public int getStatusCode() {
        return statusCode;
    }

    /** The code in the answer, such as <code>DIS.4355</code>; null if it had none. */
    public String getErrorCode() {
        return errorCode;
    }

    /** The text in the answer, at most 1,000 characters, secrets masked; null if it had none. */
    public String getErrorMessage() {
        return errorMessage;
    }

    /** The id under which the service knows the request, for a support case; null if the answer had none. */
    public String getRequestId() {
        return requestId;
    }

    /**
     * Whether the same request may succeed later without any change: throttling, an overloaded or broken server. Never true
     * for a mistake in the request, the set-up or the credentials.
     */
    public boolean isRetryable() {
        return retryable;
    }

    /** How long the service asks to wait before the next try (Retry-After), unbounded; null if it does not ask. */
    public Duration getRetryAfter() {
        return retryAfter;
    }
}
