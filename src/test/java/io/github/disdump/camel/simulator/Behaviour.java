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
package io.github.disdump.camel.simulator;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How the simulated services behave where the real ones are known to differ, or where a test wants it otherwise. The
 * switches may be set by any thread at any time; {@link DisSimulator#reset()} puts them back to their defaults.
 */
public final class Behaviour {

    volatile boolean lenientTypes;
    volatile boolean descriptionSpelledRight;
    volatile boolean passwordsShown;
    volatile boolean accountLock = true;
    volatile int taskQuota = 5;
    volatile int authenticationStatus = 441;
    volatile TokenRefusal tokenRefusal = TokenRefusal.DIS_4114;
    volatile Duration tokenLifetime = Duration.ofHours(24);
    volatile StartPlan startPlan = new StartPlan(TaskState.RUNNING, 0, TaskState.RUNNING);
    /** The streams there are; null as long as every stream exists. */
    volatile Set<String> streams;

    Behaviour() {}

    /**
     * How the state of a new task goes on.
     *
     * @param first the state at first
     * @param shows how many queries of the task show that state
     * @param then the state after that
     */
    record StartPlan(TaskState first, int shows, TaskState then) {}

    /**
     * Sets how a token that is unknown or has ended is refused.
     *
     * @param how the way; default {@link TokenRefusal#DIS_4114}
     * @return this
     */
    public Behaviour refuseTokensWith(TokenRefusal how) {
        tokenRefusal = Objects.requireNonNull(how, "how");
        return this;
    }

    /**
     * Sets the HTTP status of the authentication errors {@code DIS.4100} to {@code DIS.4114}.
     *
     * @param status 441, the default, or 401; the service has used both
     * @return this
     */
    public Behaviour authenticationStatus(int status) {
        if (status != 401 && status != 441) {
            throw new IllegalArgumentException("status: " + status + " is neither 401 nor 441");
        }
        authenticationStatus = status;
        return this;
    }

    /**
     * Behaviour the lock that closes an account for 15 minutes after 5 failed logins within 15 minutes.
     *
     * @param on default true
     * @return this
     */
    public Behaviour accountLock(boolean on) {
        accountLock = on;
        return this;
    }

    /**
     * Whether a query of a task names the descriptor {@code dws_destination_description} instead of
     * {@code dws_destination_descripton}, as the API's tables print it.
     *
     * @param right default false
     * @return this
     */
    public Behaviour descriptionSpelledRight(boolean right) {
        descriptionSpelledRight = right;
        return this;
    }

    /**
     * Whether a query of a task shows {@code user_password}.
     *
     * @param shown default false
     * @return this
     */
    public Behaviour passwordsShown(boolean shown) {
        passwordsShown = shown;
        return this;
    }

    void tokenLifetime(Duration lifetime) {
        tokenLifetime = Objects.requireNonNull(lifetime, "lifetime");
    }

    void newTasksStartAs(TaskState first, int shows, TaskState then) {
        if (shows < 0) {
            throw new IllegalArgumentException("shows: " + shows + " is negative");
        }
        startPlan = new StartPlan(Objects.requireNonNull(first, "first"), shows, Objects.requireNonNull(then, "then"));
    }
}
