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

import java.time.Duration;

import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpServiceException;

/**
 * Asks for a task until it is in the state that was asked for. A failure of a question counts only if time runs out with it.
 *
 * @param state    the state to wait for
 * @param timeout  how long at most
 * @param interval the pause between two questions
 */
public record StateWait(String state, Duration timeout, Duration interval) {

    /** @throws DisDumpServiceException if the task is broken, or the time is over */
    CreateResult await(DisClient dis, CreateRequest<?> request, CreateResult created, RetryPolicy retries) {
        long start = retries.nanoTime();
        while (true) {
            ExistingTask task = null;
            DisDumpException failure = null;
            try {
                task = dis.show();
                if (state.equals(task.state())) {
                    return created.inState(task.state(), task.id());
                }
                if (task.isBroken()) {
                    throw new DisDumpServiceException(
                            "The " + request + " exists, but is in state " + task.state() + " instead of " + state,
                            task.answer(),
                            task.state(),
                            task.id());
                }
            } catch (DisDumpException e) {
                if (task != null || !RetryPolicy.mayPass(e)) {
                    throw e.isOutcomeUnknown() ? e : e.with("; the task was created", true);
                }
                failure = e;
            }
            Duration waited = Duration.ofNanos(retries.nanoTime() - start);
            Duration pause = retries.pauseAfter(failure, interval);
            if (waited.plus(pause).compareTo(timeout) > 0) {
                throw givenUp(request, task, failure, " after " + waited.toMillis() + " ms (option waitTimeout)");
            }
            if (!retries.pause().sleep(pause)) {
                throw givenUp(request, task, failure, "; the wait was ended by a stop or an interrupt");
            }
        }
    }

    private DisDumpException givenUp(
            CreateRequest<?> request, ExistingTask task, DisDumpException failure, String why) {
        if (failure != null) {
            return failure.with("; the task was created, but its state is not known", true);
        }
        return new DisDumpServiceException(
                "The " + request + " exists, but is in state " + task.state() + " instead of " + state + why,
                task.answer(),
                task.state(),
                task.id());
    }
}
