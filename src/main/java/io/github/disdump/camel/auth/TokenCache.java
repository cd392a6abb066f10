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
package io.github.disdump.camel.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.disdump.camel.DisDumpException;

/**
 * The one token of one login, for all threads. Of the callers that find it missing, expired or refused, one logs in and the
 * others wait for its result; when it is merely due for renewal, one logs in and the others use the token that is still
 * valid. No lock is held while IAM is asked.
 */
final class TokenCache {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCache.class);

    /** After an early renewal that failed the valid token is used for so long before the next try. */
    private static final Duration PAUSE_AFTER_FAILED_RENEWAL = Duration.ofSeconds(30);

    private final Clock clock;
    private final AtomicReference<CompletableFuture<IamToken>> login = new AtomicReference<>();
    private final AtomicReference<IamToken> current = new AtomicReference<>();
    private volatile String lastProjectId;
    private volatile Instant noRenewalBefore = Instant.MIN;

    TokenCache(Clock clock) {
        this.clock = clock;
    }

    /** A token that can be sent; asks IAM if there is none or it is about to end. */
    IamToken get(Supplier<IamToken> iam) {
        IamToken token = current.get();
        Instant now = clock.instant();
        if (token == null || token.isExpired(now)) {
            return fetch(token, iam);
        }
        return token.isDueForRenewal(now) && !now.isBefore(noRenewalBefore) ? renewEarly(token, iam) : token;
    }

    /** The project of the last token, also while that is being replaced; null if there was none. */
    String lastProjectId() {
        return lastProjectId;
    }

    /** How old the token is that is kept, which may have ended since; null if there is none. */
    Duration age() {
        IamToken token = current.get();
        return token == null ? null : token.age(clock.instant());
    }

    /** Forgets the token, so that the next caller logs in. */
    void clear() {
        current.set(null);
    }

    /**
     * A token other than the one that was refused; asks IAM only if the refused one is still the current one. Should IAM give
     * no other, the refused one is forgotten all the same: nobody sends it again.
     */
    IamToken replace(String refused, Supplier<IamToken> iam) {
        IamToken token = current.get();
        if (token != null && token.value().equals(refused)) {
            current.compareAndSet(token, null);
            token = current.get();
        }
        return token != null ? token : fetch(null, iam);
    }

    private IamToken fetch(IamToken stale, Supplier<IamToken> iam) {
        CompletableFuture<IamToken> mine = new CompletableFuture<>();
        while (true) {
            CompletableFuture<IamToken> running = login.compareAndExchange(null, mine);
            if (running == null) {
                return logIn(stale, mine, iam);
            }
            try {
                return await(running);
            } catch (DisDumpException e) {
                if (!(e.getCause() instanceof InterruptedException)
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                // only the thread that asked was interrupted, not this one: ask in its place
            }
        }
    }

    private IamToken renewEarly(IamToken valid, Supplier<IamToken> iam) {
        CompletableFuture<IamToken> mine = new CompletableFuture<>();
        if (!login.compareAndSet(null, mine)) {
            return valid;
        }
        try {
            return logIn(valid, mine, iam);
        } catch (DisDumpException e) {
            noRenewalBefore = clock.instant().plus(PAUSE_AFTER_FAILED_RENEWAL);
            LOG.warn("IAM token could not be renewed early, the valid one is used on: {}", e.getMessage());
            return valid;
        }
    }

    private IamToken logIn(IamToken stale, CompletableFuture<IamToken> mine, Supplier<IamToken> iam) {
        try {
            IamToken token = current.get(); // another login may have ended before this one began
            if (token == stale || token == null) {
                token = iam.get();
                lastProjectId = token.projectId();
                current.set(token);
            }
            login.set(null); // first, so that nobody who had this token refused since then waits for it once more
            mine.complete(token);
            return token;
        } catch (RuntimeException | Error e) {
            login.set(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** Waits for what another thread is doing; its failure is ours. */
    static <T> T await(CompletableFuture<T> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DisDumpException("Interrupted while waiting for an IAM token, nothing was sent", false, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new DisDumpException("The IAM login failed in another thread, nothing was sent", false, e.getCause());
        }
    }
}
