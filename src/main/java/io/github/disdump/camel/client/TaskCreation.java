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

    /** What became of the task that is to be replaced. */
    private enum Deleted {
        NO,
        /** The answer to the deletion was lost. */
        MAYBE,
        /** The service refuses the name of a task that it cannot find: it may be there all the same. */
        NOT_FOUND,
        YES
    }

    private Deleted deleted = Deleted.NO;

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
                return result(deleted == Deleted.NO ? DisDumpOutcome.CREATED : DisDumpOutcome.REPLACED, answer, null);
            } catch (DisDumpServiceException e) {
                if (isExists(e) || maybeCreated && TOO_MANY.equals(e.getErrorCode())) {
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

    /** @return null if the task is gone and is to be created anew */
    private CreateResult existing(DisDumpServiceException refusal) {
        if (maybeCreated && (isReconcilable() || !isExists(refusal))) {
            ExistingTask task = shown();
            if (task == null) {
                again(refusal); // gone, or not to be seen yet: the next try tells
                return null;
            }
            if (!isReconcilable()) { // the quota is full with the task that is to go
                return replaced(refusal);
            }
            if (request.differencesTo(task.json()).isEmpty()) {
                return result(
                        deleted == Deleted.NO ? DisDumpOutcome.RECONCILED : DisDumpOutcome.REPLACED,
                        task.answer(),
                        task);
            }
            maybeCreated = false; // the task that exists is another one
        }
        if (!isExists(refusal)) {
            throw noted(refusal);
        }
        return switch (ifExists) {
            case fail -> throw noted(refusal);
            case ignore -> alreadyExists(refusal);
            case ignoreSame -> {
                ExistingTask task = shown();
                if (task == null) {
                    again(refusal);
                    yield null;
                }
                List<String> differences = request.differencesTo(task.json());
                if (!differences.isEmpty()) {
                    throw noted(refusal.with("; the existing task differs: " + String.join(", ", differences), false));
                }
                yield alreadyExists(refusal);
            }
            case replace -> replaced(refusal);
        };
    }

    /** A password that is to be replaced is not shown: what looks the same may be the task that is to go. */
    private boolean isReconcilable() {
        return ifExists != DisDumpIfExists.replace || deleted == Deleted.YES;
    }

    /** @return null: the task is deleted and to be created anew */
    private CreateResult replaced(DisDumpServiceException refusal) {
        if (deleted != Deleted.NO) { // somebody else was faster: not to be fought over for ever
            again(refusal);
        }
        delete();
        return null;
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

    private CreateResult result(DisDumpOutcome outcome, ErrorAnswer answer, ExistingTask task) {
        return new CreateResult(
                outcome,
                answer.statusCode(),
                answer.requestId(),
                task == null ? null : task.state(),
                task == null ? null : task.id(),
                tries.retries());
    }

    /** The task as the service shows it, asked again if that may help; null if it is gone. */
    private ExistingTask shown() {
        while (true) {
            try {
                return dis.show();
            } catch (DisDumpException e) {
                if (isGone(e)) {
                    return null;
                }
                waitOrThrow(e);
            }
        }
    }

    /** Deletes the task that exists. One that is not found is no reason to stop, but proves no deletion. */
    private void delete() {
        while (true) {
            try {
                dis.delete();
                deleted = Deleted.YES;
                return;
            } catch (DisDumpException e) {
                if (isGone(e)) {
                    if (deleted != Deleted.YES) {
                        deleted = deleted == Deleted.MAYBE ? Deleted.YES : Deleted.NOT_FOUND;
                    }
                    return;
                }
                if (RetryPolicy.mayHaveWorked(e) && deleted != Deleted.YES) {
                    deleted = Deleted.MAYBE;
                }
                waitOrThrow(e);
            }
        }
    }

    private void waitOrThrow(DisDumpException failure) {
        if (!RetryPolicy.mayPass(failure)) {
            throw noted(failure);
        }
        again(failure);
    }

    /** One try more of the call, whatever the failure is, if there is one left. */
    private void again(DisDumpException failure) {
        if (!tries.again(RetryPolicy.askedDelay(failure))) {
            throw noted(failure);
        }
        LOG.warn("Retry {} of {} after: {}", tries.retries(), request, failure.getMessage());
    }

    private static boolean isGone(DisDumpException failure) {
        return failure instanceof DisDumpServiceException refusal && NOT_FOUND.equals(refusal.getErrorCode());
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
        if (deleted == Deleted.YES) {
            note.append("; the task that existed before IS DELETED");
        } else if (deleted == Deleted.MAYBE) {
            note.append("; the task that existed before MAY BE DELETED, the answer to its deletion was lost");
        } else if (deleted == Deleted.NOT_FOUND) {
            note.append("; the task to be replaced was not found");
        }
        if (tries.retries() > 0) {
            note.append("; given up after ").append(tries.retries()).append(" retries");
        }
        return note.isEmpty() ? failure : failure.with(note.toString(), failure.isOutcomeUnknown() || maybeCreated);
    }
}
