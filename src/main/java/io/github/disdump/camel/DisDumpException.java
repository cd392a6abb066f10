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

    /** What the answer said, if there was one. */
    private final int statusCode;

    private final String errorCode;
    private final String errorMessage;
    private final String requestId;

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
    }

    /**
     * There was an answer.
     *
     * @param message        what went wrong, without any secret
     * @param outcomeUnknown whether the task may exist all the same
     * @param answer         what the answer said
     */
    public DisDumpException(String message, boolean outcomeUnknown, ErrorAnswer answer) {
        super(message);
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
     * Whether the request may have been carried out although no answer says so: the task may exist. False means that it was
     * not created by this call.
     */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    /** 0 if there was no answer. */
    int statusCode() {
        return statusCode;
    }

    String errorCode() {
        return errorCode;
    }

    String errorMessage() {
        return errorMessage;
    }

    String requestId() {
        return requestId;
    }
}
