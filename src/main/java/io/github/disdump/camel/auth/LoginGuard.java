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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.apache.camel.support.LRUCacheFactory;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.http.HttpTransport;
import io.github.disdump.camel.http.NoAnswerException;

/**
 * Keeps one user's account from being locked: after five wrong passwords IAM does so. A refusal is remembered, and until its
 * time is over further logins fail at once, without a call. Logins of the same user go one by one, also for different
 * projects, so that a wrong password is not tried by many threads at the same moment; there is about one a day for each. When
 * IAM does not answer one of them, those that wait for their turn on the same connections fail with it.
 */
final class LoginGuard {

    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(15);
    private static final int MOST_PROJECTS = 1000;

    private final Clock clock;
    private final AtomicReference<CompletableFuture<Silence>> turn = new AtomicReference<>();
    private final Map<ProjectScope, Refusal> ofProjects = LRUCacheFactory.newLRUCache(MOST_PROJECTS);
    private volatile Refusal ofCredentials;

    private record Refusal(DisDumpAuthenticationException reason, Duration backoff, Instant until) {}

    /** IAM gave no answer by this way. */
    private record Silence(HttpTransport transport, DisDumpException failure) {}

    LoginGuard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Logs in, unless a refusal is remembered.
     *
     * @param firstBackoff how long the first refusal is remembered; it doubles to 15 minutes
     * @param transport    how IAM is reached
     */
    IamToken logIn(ProjectScope scope, Duration firstBackoff, HttpTransport transport, Supplier<IamToken> iam) {
        CompletableFuture<Silence> mine = new CompletableFuture<>();
        CompletableFuture<Silence> running;
        while ((running = turn.compareAndExchange(null, mine)) != null) {
            Silence silence = TokenCache.await(running);
            if (silence != null && silence.transport() == transport) {
                throw silence.failure().with("", false); // not to wait for IAM in vain, one after another
            }
        }
        Silence silence = null;
        try {
            throwRemembered(ofCredentials);
            throwRemembered(ofProjects.get(scope));
            return ask(scope, firstBackoff, iam);
        } catch (DisDumpException e) {
            if (e.getCause() instanceof NoAnswerException noAnswer && noAnswer.mayPass()) {
                silence = new Silence(transport, e);
            }
            throw e;
        } finally {
            turn.set(null);
            mine.complete(silence);
        }
    }

    /** Forgets all refusals, so that the next login is tried. */
    void forget() {
        ofCredentials = null;
        ofProjects.clear();
    }

    private IamToken ask(ProjectScope scope, Duration firstBackoff, Supplier<IamToken> iam) {
        try {
            IamToken token = iam.get();
            ofCredentials = null;
            ofProjects.remove(scope);
            return token;
        } catch (DisDumpAuthenticationException e) {
            remember(e, scope, firstBackoff);
            throw e;
        }
    }

    private void throwRemembered(Refusal refusal) {
        if (refusal != null && clock.instant().isBefore(refusal.until())) {
            throw refusal.reason().with("; remembered: IAM is not asked again before " + refusal.until(), false);
        }
    }

    /** A wrong password is wrong for every project; another refusal, such as an unknown or a foreign project, for one. */
    private void remember(DisDumpAuthenticationException e, ProjectScope scope, Duration firstBackoff) {
        if (e.isRetryable()) {
            return;
        }
        boolean wrongCredentials = e.getStatusCode() == 401;
        Refusal former = wrongCredentials ? ofCredentials : ofProjects.get(scope);
        Duration backoff = former == null
                ? firstBackoff
                : shorter(former.backoff().multipliedBy(2), longer(LONGEST_BACKOFF, firstBackoff));
        Refusal refusal = new Refusal(e, backoff, clock.instant().plus(backoff));
        if (wrongCredentials) {
            ofCredentials = refusal;
        } else {
            ofProjects.put(scope, refusal);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
