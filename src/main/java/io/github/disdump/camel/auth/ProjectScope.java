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

/**
 * The project for which a token is asked.
 *
 * @param member the member of the scope: <code>id</code> or <code>name</code>
 * @param value  the project's id, or its name, which is that of its region
 */
record ProjectScope(String member, String value) {

    static ProjectScope ofId(String projectId) {
        return new ProjectScope("id", projectId);
    }

    static ProjectScope ofRegion(String region) {
        return new ProjectScope("name", region);
    }
}
