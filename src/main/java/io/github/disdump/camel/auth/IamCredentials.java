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

import java.util.Objects;

import io.github.disdump.camel.http.ServiceUrl;

/**
 * An IAM user with its password. Equal credentials share their tokens; a changed password makes others of them. Holds a
 * secret, so its text does not tell it.
 */
public final class IamCredentials {

    private final ServiceUrl iam;
    private final String domain;
    private final String user;
    private final String password;

    /**
     * @param iam    where IAM is
     * @param domain name of the account
     * @param user   name of the IAM user
     */
    public IamCredentials(ServiceUrl iam, String domain, String user, String password) {
        this.iam = iam;
        this.domain = domain;
        this.user = user;
        this.password = password;
    }

    String domain() {
        return domain;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IamCredentials that
                && iam.equals(that.iam)
                && domain.equals(that.domain)
                && user.equals(that.user)
                && password.equals(that.password);
    }

    @Override
    public int hashCode() {
        return Objects.hash(iam, domain, user, password);
    }

    @Override
    public String toString() {
        return "user '" + user + "' of domain '" + domain + "'";
    }
}
