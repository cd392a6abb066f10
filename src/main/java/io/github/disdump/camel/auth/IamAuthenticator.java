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

import java.time.Duration;

import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.HttpTransport;

/**
 * Sends a token that IAM issues for user and password. The token is kept and renewed, and shared by all endpoints of the
 * component with the same credentials and project.
 */
public final class IamAuthenticator implements Authenticator {

    private final IamCredentials credentials;
    private final ProjectScope region;
    private final TokenCaches caches;
    private final LoginGuard guard;
    private final Duration loginBackoff;
    private final HttpTransport transport;
    private final IamClient iam;

    /**
     * @param region the region, whose project is used where no project id is given; may be null if one always is
     * @param iam    the transport to IAM
     * @param loginBackoff how long the first refusal of a login is remembered; it doubles to 15 minutes
     */
    public IamAuthenticator(
            IamCredentials credentials, String region, TokenCaches caches, HttpTransport iam, Duration loginBackoff) {
        this.credentials = credentials;
        this.region = region == null ? null : ProjectScope.ofRegion(region);
        this.caches = caches;
        this.guard = caches.guardOf(credentials);
        this.loginBackoff = loginBackoff;
        this.transport = iam;
        this.iam = new IamClient(iam, caches.clock());
    }

    @Override
    public String projectId(String requested) {
        if (requested != null || region == null) {
            return requested;
        }
        return caches.of(credentials, region).get(() -> logIn(region)).projectId();
    }

    @Override
    public void authenticate(HttpCall call, String projectId) {
        ProjectScope scope = scopeOf(projectId);
        IamToken token = caches.of(credentials, scope).get(() -> logIn(scope));
        call.addSecretHeader(TokenAuthenticator.HEADER, token.value());
    }

    @Override
    public boolean renew(HttpCall refused, String projectId) {
        ProjectScope scope = scopeOf(projectId);
        caches.of(credentials, scope).replace(refused.header(TokenAuthenticator.HEADER), () -> logIn(scope));
        return true;
    }

    /**
     * How old the token is that is kept for calls in a project, by the clock of this machine.
     *
     * @param  requested the project id of the options; null for the region's project
     * @return           null if none is kept
     */
    public Duration tokenAge(String requested) {
        ProjectScope scope = requested == null ? region : scopeOf(requested);
        return scope == null ? null : caches.of(credentials, scope).age();
    }

    /** Whether both log in to the same IAM as the same user. */
    public boolean isOfUserOf(IamAuthenticator other) {
        return credentials.equals(other.credentials);
    }

    /** Forgets the user's tokens for all projects and all refusals of its login, so that the next call logs in. */
    public void clearTokens() {
        guard.forget();
        caches.clear(credentials);
    }

    private IamToken logIn(ProjectScope scope) {
        return guard.logIn(scope, loginBackoff, transport, () -> iam.logIn(credentials, scope));
    }

    /** The region's token serves its project under the project's id as well; so both together need one login. */
    private ProjectScope scopeOf(String projectId) {
        return region != null && projectId.equals(caches.of(credentials, region).lastProjectId())
                ? region
                : ProjectScope.ofId(projectId);
    }
}
