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
 * IAM gave no token, or DIS still answers 401 or 441 after one renewal. This step created nothing; whether an earlier one
 * of the same call did is told by {@link #isOutcomeUnknown()}.
 */
public class DisDumpAuthenticationException extends AnsweredException {

    private static final long serialVersionUID = 1L;

    /**
     * @param action what was asked for, such as <code>Login of user 'u' of domain 'd'</code>
     * @param answer the answer
     */
    public DisDumpAuthenticationException(String action, ErrorAnswer answer) {
        super(action + " was refused: " + answer, false, answer);
    }

    private DisDumpAuthenticationException(
            DisDumpAuthenticationException failure, String note, boolean outcomeUnknown) {
        super(failure, note, outcomeUnknown);
    }

    @Override
    public DisDumpAuthenticationException with(String note, boolean outcomeUnknown) {
        return new DisDumpAuthenticationException(this, note, outcomeUnknown);
    }
}
