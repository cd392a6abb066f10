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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how the exchanges of one endpoint ended, from its creation or the last reset on; a restart of the endpoint does not
 * reset them. Each exchange is counted once, in one of the counters but {@link #retried()}. The health check is no exchange.
 */
final class TaskStatistics {

    private final LongAdder created = new LongAdder();
    private final LongAdder reconciled = new LongAdder();
    private final LongAdder replaced = new LongAdder();
    private final LongAdder alreadyExists = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder retried = new LongAdder();

    /** An exchange ended well. */
    void count(DisDumpOutcome outcome) {
        switch (outcome) {
            case CREATED -> created.increment();
            case RECONCILED -> reconciled.increment();
            case REPLACED -> replaced.increment();
            case ALREADY_EXISTS -> alreadyExists.increment();
        }
    }

    /** An exchange ended with an exception. */
    void count(RuntimeException failure) {
        boolean isNo = failure instanceof DisDumpValidationException || failure instanceof AnsweredException;
        (isNo ? refused : failed).increment();
    }

    /** A try is repeated. */
    void countRetry() {
        retried.increment();
    }

    /** Exchanges with the outcome CREATED. */
    long created() {
        return created.sum();
    }

    /** Exchanges with the outcome RECONCILED. */
    long reconciled() {
        return reconciled.sum();
    }

    /** Exchanges with the outcome REPLACED. */
    long replaced() {
        return replaced.sum();
    }

    /** Exchanges with the outcome ALREADY_EXISTS. */
    long alreadyExists() {
        return alreadyExists.sum();
    }

    /**
     * Exchanges to which the answer was no: of the component's own rules, IAM, DIS or the gateway. Also those whose task was
     * created and is not in the state waited for.
     */
    long refused() {
        return refused.sum();
    }

    /** Exchanges that ended without a usable answer. Also those whose task was created, but its state was not answered. */
    long failed() {
        return failed.sum();
    }

    /** Tries that were repeated, of whatever exchange, login included; each is one warning in the log. */
    long retried() {
        return retried.sum();
    }

    /** All counters by their names, in a fixed order. */
    Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("created", created());
        all.put("reconciled", reconciled());
        all.put("replaced", replaced());
        all.put("alreadyExists", alreadyExists());
        all.put("refused", refused());
        all.put("failed", failed());
        all.put("retried", retried());
        return all;
    }

    void reset() {
        created.reset();
        reconciled.reset();
        replaced.reset();
        alreadyExists.reset();
        refused.reset();
        failed.reset();
        retried.reset();
    }
}
