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

import io.github.disdump.camel.http.ErrorAnswer;

/**
 * A dump task was not created, or nobody knows whether it was. The class itself says that there was no usable answer:
 * an input/output error, a time-out, or a success status other than 201. Its subclasses say more.
 */
public class DisDumpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    // These are read as fields: with a method errorCode() beside getErrorCode(), Camel calls ${exception.errorCode}
    // ambiguous.

    /** What the answer said, if there was one. The status is 0 if there was none. */
    final int statusCode;

    final String errorCode;
    final String errorMessage;
    final String requestId;

    /** What is known of the task, if it was asked for. */
    final String taskState;

    final String taskId;

    /**
     * There was no answer.
     *
     * @param message        what went wrong, without any secret
     * @param outcomeUnknown whether the task may exist all the same
     */
    public DisDumpException(String message, boolean outcomeUnknown) {
        this(message, outcomeUnknown, (Throwable) null);
    }

    /**
     * There was no answer.
     *
     * @param message        what went wrong, without any secret
     * @param outcomeUnknown whether the task may exist all the same
     * @param cause          the error below; may be null
     */
    public DisDumpException(String message, boolean outcomeUnknown, Throwable cause) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
        this.statusCode = 0;
        this.errorCode = null;
        this.errorMessage = null;
        this.requestId = null;
        this.taskState = null;
        this.taskId = null;
    }

    /**
     * There was an answer.
     *
     * @param message        what went wrong, without any secret
     * @param outcomeUnknown whether the task may exist all the same
     * @param answer         what the answer said
     */
    public DisDumpException(String message, boolean outcomeUnknown, ErrorAnswer answer) {
        this(message, outcomeUnknown, answer, null, null);
    }

    /** There was an answer that tells of the task. */
    DisDumpException(String message, boolean outcomeUnknown, ErrorAnswer answer, String taskState, String taskId) {
        super(message);
        this.taskState = taskState;
        this.taskId = taskId;
        this.outcomeUnknown = outcomeUnknown;
        this.statusCode = answer.statusCode();
        this.errorCode = answer.errorCode();
        this.errorMessage = answer.errorMessage();
        this.requestId = answer.requestId();
    }

    /** A failure with one thing more to say. */
    DisDumpException(DisDumpException failure, String note, boolean outcomeUnknown) {
        super(failure.getMessage() + note, failure.getCause());
        this.outcomeUnknown = outcomeUnknown;
        this.statusCode = failure.statusCode;
        this.errorCode = failure.errorCode;
        this.errorMessage = failure.errorMessage;
        this.requestId = failure.requestId;
        this.taskState = failure.taskState;
        this.taskId = failure.taskId;
        setStackTrace(failure.getStackTrace());
    }

    /**
     * The same failure of the same class, with one thing more to say.
     *
     * @param note           what to add to the message
     * @param outcomeUnknown whether the task may exist all the same
     */
    public DisDumpException with(String note, boolean outcomeUnknown) {
        return new DisDumpException(this, note, outcomeUnknown);
    }

    /**
     * Whether the task may exist although the call failed: no answer says what became of the request, or the task was created
     * but is not in the state that was waited for. False means that this call created nothing that still exists.
     */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
