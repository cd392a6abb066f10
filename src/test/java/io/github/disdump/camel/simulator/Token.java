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

import java.time.Instant;
import java.util.Optional;

/**
 * A user token.
 *
 * @param value what is sent as {@code X-Auth-Token}
 * @param user the one it was issued to
 * @param project the project it is valid for, empty if none was asked for
 * @param issuedAt when it was issued
 * @param expiresAt when it ends
 */
record Token(String value, UserKey user, Optional<Project> project, Instant issuedAt, Instant expiresAt) {

    /**
     * Who a user is.
     *
     * @param domain the account
     * @param name the user's name in it
     */
    record UserKey(String domain, String name) {}

    /**
     * A project.
     *
     * @param id the id that stands in paths
     * @param name the name: the id of a region
     */
    record Project(String id, String name) {}

    @Override
    public String toString() {
        return "Token[" + user + ", " + project + ", until " + expiresAt + "]";
    }
}
