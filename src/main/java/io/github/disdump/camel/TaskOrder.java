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
package io.github.disdump.camel;

import io.github.disdump.camel.client.CreateRequest;

/**
 * What an exchange asks for, checked. Holds secrets, so its text does not tell them.
 *
 * @param request  the task and where it goes
 * @param token    the token that the message brought; null to authenticate as the endpoint does
 * @param ifExists what to do if the task exists; null to do as the endpoint does
 */
record TaskOrder(CreateRequest<?> request, String token, DisDumpIfExists ifExists) {

    @Override
    public String toString() {
        return request.toString();
    }
}
