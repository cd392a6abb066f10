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

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that are good. */
final class TokenRegistry {

    /** Each token starts with this, so that a test can search logs for tokens. */
    static final String PREFIX = "SIM-TOKEN-";

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    TokenRegistry(Clock clock) {
        this.clock = clock;
    }

    Token issue(Token.UserKey user, Optional<Token.Project> project, Duration lifetime) {
        byte[] bytes = new byte[240];
        random.nextBytes(bytes);
        String value = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Token token = new Token(value, user, project, now, now.plus(lifetime));
        tokens.put(value, token);
        return token;
    }

    Optional<Token> find(String value) {
        return Optional.ofNullable(tokens.get(value))
                .filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    void revokeAll() {
        tokens.clear();
    }

    void revoke(Token.UserKey user) {
        tokens.values().removeIf(token -> token.user().equals(user));
    }
}
