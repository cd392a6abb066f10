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

/**
 * A way of proving to DIS who calls. Implementations are shared by all threads of an endpoint. What they throw fails the
 * exchange: a {@link io.github.disdump.camel.DisDumpException} as it is, anything else as the cause of one.
 */
public interface Authenticator {

    /**
     * The project in which the call is made. May call IAM.
     *
     * @param  requested the project id of the header or the options; null if there is none
     * @return           the id to use, fit for a path; null if none was requested and the credentials do not tell
     */
    String projectId(String requested);

    /**
     * Adds to a call what authenticates it. Called anew for each try, because a signature holds the time. May call IAM.
     * Secrets go in by {@link HttpCall#addSecretHeader}, so that an answer that repeats them is masked.
     *
     * @param projectId the project in which the call is made
     */
    void authenticate(HttpCall call, String projectId);

    /**
     * DIS refused the credentials of a call.
     *
     * @return true if the same call, authenticated anew, is worth one more try
     */
    boolean renew(HttpCall refused, String projectId);
}
