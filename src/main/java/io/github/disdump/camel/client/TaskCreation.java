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

import java.util.List;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpIfExists;
import io.github.disdump.camel.DisDumpOutcome;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.http.ErrorAnswer;

/**
 * Creates one task: repeats what may pass, finds out what became of a lost answer, and treats a task that exists as it was
 * told to. All steps of a creation share the tries of one call.
 */
final class TaskCreation {

    private static final Logger LOG = LoggerFactory.getLogger(TaskCreation.class);

    private static final String NOT_FOUND = "DIS.4354";
    private static final String EXISTS = "DIS.4355";
    private static final String TOO_MANY = "DIS.4357";

    private final DisClient dis;
    private final CreateRequest<?> request;
    private final DisDumpIfExists ifExists;
    private final RetryPolicy.Tries tries;

    /** An answer was lost: the task may exist by our own doing. */
    private boolean maybeCreated;

    /** The task that existed is gone, and only we can bring a new one. */
    private boolean deleted;

    TaskCreation(DisClient dis, CreateRequest<?> request, DisDumpIfExists ifExists, RetryPolicy.Tries tries) {
        this.dis = dis;
        this.request = request;
        this.ifExists = ifExists;
        this.tries = tries;
    }

    /** @throws DisDumpException if the task does not exist as requested, or nobody knows */
    CreateResult run() {
        while (true) {
            DisDumpException failure;
            try {
                ErrorAnswer answer = dis.create();
                return result(deleted ? DisDumpOutcome.REPLACED : DisDumpOutcome.CREATED, answer);
            } catch (DisDumpServiceException e) {
                if (EXISTS.equals(e.getErrorCode()) || maybeCreated && TOO_MANY.equals(e.getErrorCode())) {
                    CreateResult result = existing(e);
                    if (result != null) {
                        return result;
                    }
                    continue;
                }
                failure = e;
            } catch (DisDumpException e) {
                failure = e;
            }
            maybeCreated |= failure.isOutcomeUnknown();
            waitOrThrow(failure);
        }
    }

    /** @return null if the task was deleted and is to be created anew */
    private CreateResult existing(DisDumpServiceException refusal) {
        if (maybeCreated) {
            ExistingTask task = asked(dis::show, null);
            if (task != null && request.differencesTo(task.json()).isEmpty()) {
                return new CreateResult(
                        DisDumpOutcome.RECONCILED,
                        task.answer().statusCode(),
                        task.answer().requestId(),
                        task.state(),
                        task.id(),
                        tries.retries());
            }
            maybeCreated = false; // the task that exists is another one
        }
        if (!EXISTS.equals(refusal.getErrorCode())) {
            throw noted(refusal);
        }
        return switch (ifExists) {
            case fail -> throw noted(refusal);
            case ignore -> alreadyExists(refusal);
            case ignoreSame -> {
                ExistingTask task = asked(dis::show, null);
                List<String> differences =
                        task == null ? List.of("it was deleted meanwhile") : request.differencesTo(task.json());
                if (!differences.isEmpty()) {
                    throw noted(refusal.with("; the existing task differs: " + String.join(", ", differences), false));
                }
                yield alreadyExists(refusal);
            }
            case replace -> {
                if (deleted) { // somebody else was faster: as good a failure as any, and not to be repeated for ever
                    waitOrThrow(refusal);
                }
                asked(
                        () -> {
                            dis.delete();
                            return true;
                        },
                        true);
                deleted = true;
                yield null;
            }
        };
    }

    private CreateResult alreadyExists(DisDumpServiceException refusal) {
        return new CreateResult(
                DisDumpOutcome.ALREADY_EXISTS,
                refusal.getStatusCode(),
                refusal.getRequestId(),
                null,
                null,
                tries.retries());
    }

    private CreateResult result(DisDumpOutcome outcome, ErrorAnswer answer) {
        return new CreateResult(outcome, answer.statusCode(), answer.requestId(), null, null, tries.retries());
    }

    /** Asks something of the existing task, and again if that may help; gives the substitute if the task is gone. */
    private <R> R asked(Supplier<R> question, R ifGone) {
        while (true) {
            DisDumpException failure;
            try {
                return question.get();
            } catch (DisDumpServiceException e) {
                if (NOT_FOUND.equals(e.getErrorCode())) {
                    return ifGone;
                }
                failure = e;
            } catch (DisDumpException e) {
                failure = e;
            }
            waitOrThrow(failure);
        }
    }

    private void waitOrThrow(DisDumpException failure) {
        boolean worthIt = RetryPolicy.mayPass(failure) || deleted && isExists(failure);
        if (!worthIt || !tries.again(RetryPolicy.askedDelay(failure))) {
            throw noted(failure);
        }
        LOG.warn("Retry {} of {} after: {}", tries.retries(), request, failure.getMessage());
    }

    private static boolean isExists(DisDumpException failure) {
        return failure instanceof DisDumpServiceException refusal && EXISTS.equals(refusal.getErrorCode());
    }

    /** What an earlier step did is part of the result, whatever the last one says. */
    private DisDumpException noted(DisDumpException failure) {
        StringBuilder note = new StringBuilder();
        if (maybeCreated && !failure.isOutcomeUnknown()) {
            note.append("; an earlier try had no answer, so the task may exist all the same");
        }
        if (deleted) {
            note.append("; the task that existed before IS DELETED");
        }
        if (tries.retries() > 0) {
            note.append("; given up after ").append(tries.retries()).append(" retries");
        }
        return note.isEmpty() ? failure : failure.with(note.toString(), failure.isOutcomeUnknown() || maybeCreated);
    }
}
