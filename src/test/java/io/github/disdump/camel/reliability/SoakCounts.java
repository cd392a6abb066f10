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
package io.github.disdump.camel.reliability;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

import org.apache.camel.Exchange;

import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpOutcome;

/** What the clients of the soak run were told, and how the server stood after each exchange. */
final class SoakCounts {

    private static final int MOST_TEXTS = 20;

    private final LongAdder exchanges = new LongAdder();
    private final LongAdder onServer = new LongAdder();
    private final LongAdder invalid = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unknownAndThere = new LongAdder();
    private final LongAdder unknownAndAbsent = new LongAdder();
    private final LongAdder existing = new LongAdder();
    private final LongAdder existingFailed = new LongAdder();
    private final Map<DisDumpOutcome, LongAdder> successes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> contradictions = new ConcurrentLinkedQueue<>();

    void exchange() {
        exchanges.increment();
    }

    void onServer() {
        onServer.increment();
    }

    void invalid() {
        invalid.increment();
    }

    void success(DisDumpOutcome outcome) {
        successes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    }

    void failure(DisDumpException failure, boolean exists) {
        if (!failure.isOutcomeUnknown()) {
            refused.increment();
        } else if (exists) {
            unknownAndThere.increment();
        } else {
            unknownAndAbsent.increment();
        }
    }

    /** An exchange for a task that existed before, with ifExists=ignore. */
    void sentToExisting(Exchange exchange) {
        (exchange.getException() == null ? existing : existingFailed).increment();
    }

    /** Client and server do not agree. */
    void contradiction(String text) {
        if (contradictions.size() < MOST_TEXTS) {
            contradictions.add(text);
        }
    }

    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    long exchanges() {
        return exchanges.sum();
    }

    /** Exchanges after which the server held their task. */
    long tasksOnServer() {
        return onServer.sum();
    }

    long successes(DisDumpOutcome outcome) {
        LongAdder count = successes.get(outcome);
        return count == null ? 0 : count.sum();
    }

    long refused() {
        return refused.sum();
    }

    long invalidExchanges() {
        return invalid.sum();
    }

    long unknownAndThere() {
        return unknownAndThere.sum();
    }

    long unknownAndAbsent() {
        return unknownAndAbsent.sum();
    }

    long existing() {
        return existing.sum();
    }

    long existingFailed() {
        return existingFailed.sum();
    }
}
