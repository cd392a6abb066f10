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
import java.util.Map;

import org.apache.camel.support.LRUCacheFactory;

/**
 * The token caches of one component, so that all its endpoints with the same credentials and project share a token. Their
 * number is bounded, because a project id can come from a message.
 */
public final class TokenCaches {

    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<Key, TokenCache> caches = LRUCacheFactory.newLRUCache(MOST);

    private final Map<IamCredentials, LoginGuard> guards = LRUCacheFactory.newLRUCache(MOST);

    /** Whose token, for which project: its id, or the name of its region. */
    private record Key(IamCredentials credentials, ProjectScope scope) {}

    public TokenCaches(Clock clock) {
        this.clock = clock;
    }

    LoginGuard guardOf(IamCredentials credentials) {
        return guards.computeIfAbsent(credentials, key -> new LoginGuard(clock));
    }

    Clock clock() {
        return clock;
    }

    /** Forgets the tokens of a user, for all projects. */
    void clear(IamCredentials credentials) {
        caches.forEach((key, cache) -> {
            if (key.credentials().equals(credentials)) {
                cache.clear();
            }
        });
    }

    TokenCache of(IamCredentials credentials, ProjectScope scope) {
        return caches.computeIfAbsent(new Key(credentials, scope), key -> new TokenCache(clock));
    }
}
