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
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.http.NoAnswerException;

/**
 * When a failed try is repeated and after how long: at most so often, within a time, after a pause that doubles and of which a
 * random part is taken, or that the service asks for.
 */
public final class RetryPolicy {

    private final int maxRetries;
    private final Duration delay;
    private final Duration maxDelay;
    private final Duration timeout;
    private final Pause pause;
    private final DoubleSupplier random;
    private final LongSupplier nanoTime;
    private final Runnable counter;

    /**
     * @param maxRetries retries after the first try, from 0 on
     * @param delay      the longest pause before the first retry
     * @param maxDelay   the longest pause before any retry
     * @param timeout    no retry begins after it
     * @param random     numbers from 0 (inclusive) to 1 (exclusive)
     * @param nanoTime   a clock that never goes back, in nanoseconds
     * @param counter    is run at each retry
     */
    public RetryPolicy(
            int maxRetries,
            Duration delay,
            Duration maxDelay,
            Duration timeout,
            Pause pause,
            DoubleSupplier random,
            LongSupplier nanoTime,
            Runnable counter) {
        this.maxRetries = maxRetries;
        this.delay = delay;
        this.maxDelay = maxDelay;
        this.timeout = timeout;
        this.pause = pause;
        this.random = random;
        this.nanoTime = nanoTime;
        this.counter = counter;
    }

    /** May the same call succeed later, without any change? Never for a mistake or for wrong credentials. */
    static boolean mayPass(DisDumpException failure) {
        if (failure instanceof DisDumpServiceException refusal) {
            return refusal.isRetryable();
        }
        if (failure instanceof DisDumpAuthenticationException refusal) {
            return refusal.isRetryable();
        }
        return failure.getCause() instanceof NoAnswerException noAnswer && noAnswer.mayPass();
    }

    /** May the call have done its work although it failed? A lost answer and a server's fault leave that open. */
    static boolean mayHaveWorked(DisDumpException failure) {
        if (failure instanceof DisDumpServiceException refusal) {
            return refusal.getStatusCode() >= 500;
        }
        return failure.getCause() instanceof NoAnswerException noAnswer && noAnswer.mayHaveArrived();
    }

    /** How long the service asks to wait; null if it does not ask. */
    static Duration askedDelay(DisDumpException failure) {
        if (failure instanceof DisDumpServiceException refusal) {
            return refusal.getRetryAfter();
        }
        return failure instanceof DisDumpAuthenticationException refusal ? refusal.getRetryAfter() : null;
    }

    /** A pause of one's own, or the one that the service asks for if that is longer, but not longer than any before a retry. */
    Duration pauseAfter(DisDumpException failure, Duration own) {
        Duration asked = failure == null ? null : askedDelay(failure);
        if (asked == null) {
            return own;
        }
        Duration bounded = asked.compareTo(maxDelay) > 0 ? maxDelay : asked;
        return bounded.compareTo(own) > 0 ? bounded : own;
    }

    /** The tries of one call. */
    Tries begin() {
        return new Tries();
    }

    /** Waits outside of retries, such as for a state. */
    Pause pause() {
        return pause;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** Counts the tries of one call and waits between them. */
    final class Tries {

        private final long start = nanoTime.getAsLong();
        private int retries;

        /** How many retries there were. */
        int retries() {
            return retries;
        }

        /**
         * Waits for the next retry.
         *
         * @param  asked how long the service asks to wait; may be null
         * @return       false if there is none: too many, too late, or told to stop
         */
        boolean again(Duration asked) {
            Duration wait = next(asked);
            if (retries >= maxRetries || elapsed().plus(wait).compareTo(timeout) > 0) {
                return false;
            }
            if (!pause.sleep(wait)) {
                return false;
            }
            retries++;
            counter.run();
            return true;
        }

        private Duration elapsed() {
            return Duration.ofNanos(nanoTime.getAsLong() - start);
        }

        private Duration next(Duration asked) {
            double doubled = delay.toMillis() * Math.pow(2, retries);
            long longest = (long) Math.min(doubled, maxDelay.toMillis());
            Duration jittered = Duration.ofMillis((long) (longest * random.getAsDouble()));
            if (asked == null || asked.compareTo(jittered) < 0) {
                return jittered;
            }
            return asked.compareTo(maxDelay) > 0 ? maxDelay : asked;
        }
    }
}
