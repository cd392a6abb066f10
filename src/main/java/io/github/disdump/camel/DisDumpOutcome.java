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

/**
 * How a call ended well: the value of the header <code>CamelDisDumpOutcome</code>.
 */
public enum DisDumpOutcome {

    /** The service answered 201: the task is new. */
    CREATED,

    /** An answer was lost, and the task was found to exist just as requested. */
    RECONCILED,

    /** A task of this name existed and was left as it is (<code>ifExists=ignore</code> or <code>ignoreSame</code>). */
    ALREADY_EXISTS,

    /** A task of this name was deleted and a new one created (<code>ifExists=replace</code>). */
    REPLACED
}
