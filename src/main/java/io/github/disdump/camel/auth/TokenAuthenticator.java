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

import io.github.disdump.camel.http.HttpCall;

/** Sends a user token that was given from outside. There is no way to renew it here. */
public final class TokenAuthenticator implements Authenticator {

    /** The header that carries a user token. */
    public static final String HEADER = "X-Auth-Token";

    private final String token;

    public TokenAuthenticator(String token) {
        this.token = token;
    }

    @Override
    public String projectId(String requested) {
        return requested;
    }

    @Override
    public void authenticate(HttpCall call, String projectId) {
        call.addSecretHeader(HEADER, token);
    }

    @Override
    public boolean renew(HttpCall refused, String projectId) {
        return false;
    }
}
