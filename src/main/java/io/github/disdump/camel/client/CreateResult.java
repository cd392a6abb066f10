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

import io.github.disdump.camel.DisDumpOutcome;

/**
 * How the creation of a task ended well.
 *
 * @param outcome    how it came about
 * @param statusCode the HTTP status of the answer that decided it
 * @param requestId  the id under which the service knows that request; null if it did not tell
 * @param state      the task's state; null if it was not asked for
 * @param taskId     the task's id; null if it is not known
 * @param retries    how many retries it took
 */
public record CreateResult(
        DisDumpOutcome outcome, int statusCode, String requestId, String state, String taskId, int retries) {

    CreateResult inState(String state, String taskId) {
        return new CreateResult(outcome, statusCode, requestId, state, taskId, retries);
    }
}
