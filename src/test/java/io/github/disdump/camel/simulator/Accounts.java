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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IAM users, and the lock that closes an account after too many failed logins. */
final class Accounts {

    private static final int FAILURES_ALLOWED = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<Token.UserKey, User> users = new HashMap<>();

    Accounts(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Token.UserKey key, String password, Token.Project project) {
        User user = users.computeIfAbsent(key, k -> new User());
        user.password = password;
        user.projects.removeIf(known -> known.id().equals(project.id()));
        user.projects.add(project);
    }

    synchronized void changePassword(Token.UserKey key, String password) {
        User user = users.get(key);
        if (user == null) {
            throw new IllegalArgumentException("No such user: " + key);
        }
        user.password = password;
    }

    /**
     * Checks a password.
     *
     * @return the projects of the user
     */
    synchronized List<Token.Project> login(Token.UserKey key, String password, boolean lockEnabled) {
        User user = users.get(key);
        Instant now = clock.instant();
        if (user != null && lockEnabled && now.isBefore(user.lockedUntil)) {
            throw RequestRefusedException.iamCode(401, "IAM.0061", "The account is locked. Try again later.");
        }
        if (user == null || !user.password.equals(password)) {
            if (user != null && lockEnabled) {
                user.loginFailed(now);
            }
            throw RequestRefusedException.iam(401, "The username or password is wrong.");
        }
        user.failures.clear();
        return List.copyOf(user.projects);
    }

    synchronized Optional<Token.Project> project(String id) {
        return users.values().stream()
                .flatMap(user -> user.projects.stream())
                .filter(project -> project.id().equals(id))
                .findFirst();
    }

    private static final class User {
        private final List<Token.Project> projects = new ArrayList<>();
        private final Deque<Instant> failures = new ArrayDeque<>();
        private String password;
        private Instant lockedUntil = Instant.MIN;

        void loginFailed(Instant now) {
            failures.removeIf(failure -> failure.plus(LOCK).isBefore(now));
            failures.add(now);
            if (failures.size() >= FAILURES_ALLOWED) {
                failures.clear();
                lockedUntil = now.plus(LOCK);
            }
        }
    }
}
