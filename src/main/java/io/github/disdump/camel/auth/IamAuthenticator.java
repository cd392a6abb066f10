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
import io.github.disdump.camel.http.HttpTransport;

/**
 * Sends a token that IAM issues for user and password. The token is kept and renewed, and shared by all endpoints of the
 * component with the same credentials and project.
 */
public final class IamAuthenticator implements Authenticator {

    private final IamCredentials credentials;
    private final ProjectScope region;
    private final TokenCaches caches;
    private final IamClient iam;

    /**
     * @param region the region, whose project is used where no project id is given; may be null if one always is
     * @param iam    the transport to IAM
     */
    public IamAuthenticator(IamCredentials credentials, String region, TokenCaches caches, HttpTransport iam) {
        this.credentials = credentials;
        this.region = region == null ? null : ProjectScope.ofRegion(region);
        this.caches = caches;
        this.iam = new IamClient(iam, caches.clock());
    }

    @Override
    public String projectId(String requested) {
        if (requested != null || region == null) {
            return requested;
        }
        return caches.of(credentials, region)
                .get(() -> iam.logIn(credentials, region))
                .projectId();
    }

    @Override
    public void authenticate(HttpCall call, String projectId) {
        ProjectScope scope = scopeOf(projectId);
        IamToken token = caches.of(credentials, scope).get(() -> iam.logIn(credentials, scope));
        call.addSecretHeader(TokenAuthenticator.HEADER, token.value());
    }

    @Override
    public boolean renew(HttpCall refused, String projectId) {
        ProjectScope scope = scopeOf(projectId);
        caches.of(credentials, scope)
                .replace(refused.header(TokenAuthenticator.HEADER), () -> iam.logIn(credentials, scope));
        return true;
    }

    /** The region's token serves its project under the project's id as well; so both together need one login. */
    private ProjectScope scopeOf(String projectId) {
        return region != null && projectId.equals(caches.of(credentials, region).currentProjectId())
                ? region
                : ProjectScope.ofId(projectId);
    }
}
