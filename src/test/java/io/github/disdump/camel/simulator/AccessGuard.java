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

import java.util.Optional;

/** Lets a request through to a project, or refuses it. */
final class AccessGuard {

    private final TokenRegistry tokens;
    private final SignatureVerifier signatures;
    private final Behaviour behaviour;

    AccessGuard(TokenRegistry tokens, SignatureVerifier signatures, Behaviour behaviour) {
        this.tokens = tokens;
        this.signatures = signatures;
        this.behaviour = behaviour;
    }

    void check(ReceivedRequest request, String projectId) {
        Optional<String> token = request.wholeHeader("X-Auth-Token");
        Optional<String> authorization = request.wholeHeader("Authorization");
        if (token.isEmpty() && authorization.isEmpty()) {
            throw RequestRefusedException.gateway(
                    401, "APIGW.0301", "Incorrect IAM authentication information: no credentials");
        }
        // A request that carries both kinds must be right in both.
        token.ifPresent(value -> checkToken(value, projectId));
        authorization.ifPresent(value -> signatures.check(request, value, projectId));
    }

    private void checkToken(String value, String projectId) {
        if (value.isBlank()) {
            throw RequestRefusedException.dis(behaviour.authenticationStatus, "DIS.4113", "X-Auth-Token is empty.");
        }
        Token token = tokens.find(value).orElseThrow(this::refusal);
        boolean fits = token.project()
                .filter(project -> project.id().equals(projectId))
                .isPresent();
        if (!fits) {
            throw wrongProject();
        }
    }

    static RequestRefusedException wrongProject() {
        return RequestRefusedException.dis(
                "DIS.4117", "Invalid project id, or the credentials are of another project.");
    }

    private RequestRefusedException refusal() {
        return switch (behaviour.tokenRefusal) {
            case DIS_4114 ->
                RequestRefusedException.dis(
                        behaviour.authenticationStatus, "DIS.4114", "X-Auth-Token is invalid or expired.");
            case APIGW_0301 ->
                RequestRefusedException.gateway(
                        401, "APIGW.0301", "Incorrect IAM authentication information: token expired");
            case APIGW_0307 -> RequestRefusedException.gateway(401, "APIGW.0307", "The token must be updated.");
        };
    }
}
