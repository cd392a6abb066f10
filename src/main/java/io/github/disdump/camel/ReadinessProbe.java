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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.spi.ExecutorServiceManager;

import io.github.disdump.camel.client.Inquiry;

/**
 * Asks what a message would ask, except for the creation: a token, and the list of the stream's tasks. Nothing is repeated.
 * The question has a thread of its own, so that a time limit covers name look-up, connection, login and answer together; a
 * thread that still waits is joined by the next caller, so there is one at most.
 */
final class ReadinessProbe {

    private final Inquiry inquiry;
    private final ConnectionSettings.Way way;
    private final String stream;
    private final Duration pauseAfterRefusal;
    private final Clock clock;
    private final ExecutorServiceManager threads;
    private final AtomicReference<CompletableFuture<Finding>> running = new AtomicReference<>();
    private volatile Refusal remembered;

    private record Refusal(DisDumpException reason, Instant until) {}

    /**
     * What was found out.
     *
     * @param asked what was asked for: <code>tasks</code>, <code>login</code> or <code>nothing</code>
     * @param text  the same in words
     */
    record Finding(String asked, String text) {}

    /**
     * @param inquiry           null if every message has to bring its token
     * @param stream            the endpoint's stream; null if every message has to name it
     * @param pauseAfterRefusal for so long a final no is not asked for again: IAM, the gateway and DIS lock users, access keys
     *                          and addresses after some of them
     */
    ReadinessProbe(
            Inquiry inquiry,
            ConnectionSettings.Way way,
            String stream,
            Duration pauseAfterRefusal,
            Clock clock,
            ExecutorServiceManager threads) {
        this.inquiry = inquiry;
        this.way = way;
        this.stream = stream;
        this.pauseAfterRefusal = pauseAfterRefusal;
        this.clock = clock;
        this.threads = threads;
    }

    /**
     * Asks.
     *
     * @param  limit            how long to wait for the answer
     * @throws DisDumpException if a message would fail
     */
    Finding ask(Duration limit) {
        CompletableFuture<Finding> mine = new CompletableFuture<>();
        CompletableFuture<Finding> asked = running.compareAndExchange(null, mine);
        if (asked == null) {
            asked = mine;
            start(mine);
        }
        try {
            return asked.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DisDumpException("No answer within " + limit.toMillis() + " ms", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DisDumpException("Interrupted while waiting for an answer", false, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DisDumpException failure) {
                throw failure;
            }
            throw new DisDumpException(
                    "The question failed with " + e.getCause().getClass().getName(), false, e.getCause());
        }
    }

    /** Forgets a refusal, so that the next question is asked. */
    void forgetRefusal() {
        remembered = null;
    }

    /** Looks for a refusal only when nobody else asks, who could be refused in between. */
    private void start(CompletableFuture<Finding> question) {
        try {
            throwRemembered();
            threads.newThread("DisDumpHealthCheck", () -> answer(question)).start();
        } catch (RuntimeException | Error e) {
            running.set(null);
            question.completeExceptionally(e);
        }
    }

    private void throwRemembered() {
        Refusal refusal = remembered;
        if (refusal != null && clock.instant().isBefore(refusal.until())) {
            throw refusal.reason().with("; not asked again before " + refusal.until(), false);
        }
    }

    private void answer(CompletableFuture<Finding> question) {
        try {
            Finding finding = found();
            running.set(null);
            question.complete(finding);
        } catch (RuntimeException | Error e) {
            if (e instanceof AnsweredException refusal && !refusal.isRetryable()) {
                remembered = new Refusal(refusal, clock.instant().plus(pauseAfterRefusal));
            }
            running.set(null);
            question.completeExceptionally(e);
        }
    }

    private Finding found() {
        if (inquiry == null) {
            return comesWithTheMessage("token");
        }
        if (inquiry.authenticate() == null) {
            return comesWithTheMessage("project");
        }
        if (stream != null) {
            return new Finding("tasks", "Dump tasks on stream '" + stream + "': " + inquiry.countTasks(stream));
        }
        return way == ConnectionSettings.Way.PASSWORD || way == ConnectionSettings.Way.BEAN
                ? new Finding("login", "The login works; the stream comes with the message")
                : comesWithTheMessage("stream");
    }

    private static Finding comesWithTheMessage(String what) {
        return new Finding("nothing", "Nothing was asked: the " + what + " comes with the message");
    }
}
