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
 * DIS or the gateway before it answered, and the answer was no.
 */
public class DisDumpServiceException extends AnsweredException {

    private static final long serialVersionUID = 1L;

    /**
     * The answer is no.
     *
     * @param message        what was refused, without any secret
     * @param outcomeUnknown whether the task may exist all the same
     * @param answer         the answer
     */
    public DisDumpServiceException(String message, boolean outcomeUnknown, ErrorAnswer answer) {
        super(message, outcomeUnknown, answer);
    }

    /**
     * The task exists, but is not in the state that was waited for.
     *
     * @param message   what is wrong, without any secret
     * @param answer    the answer that tells the state
     * @param taskState the task's state
     * @param taskId    the task's id; null if the service does not tell
     */
    public DisDumpServiceException(String message, ErrorAnswer answer, String taskState, String taskId) {
        super(message, true, answer, taskState, taskId);
    }

    private DisDumpServiceException(DisDumpServiceException failure, String note, boolean outcomeUnknown) {
        super(failure, note, outcomeUnknown);
    }

    @Override
    public DisDumpServiceException with(String note, boolean outcomeUnknown) {
        return new DisDumpServiceException(this, note, outcomeUnknown);
    }
}
