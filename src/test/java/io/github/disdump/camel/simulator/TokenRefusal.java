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

/** How a token that is unknown or expired is refused; clients meet all of these in practice. */
public enum TokenRefusal {
    /** {@code DIS.4114}, by the DIS service itself; the status is 441 or 401. */
    DIS_4114,
    /** {@code APIGW.0301} with status 401, by the API gateway. */
    APIGW_0301,
    /** {@code APIGW.0307} with status 401, by the API gateway: the token must be renewed. */
    APIGW_0307
}
