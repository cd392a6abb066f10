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

/** The states of a dump task that the DIS API knows. */
public enum TaskState {
    /** An error occurred. */
    ERROR,
    /** The task is being started. */
    STARTING,
    /** The task was stopped. */
    PAUSED,
    /** The task dumps data. */
    RUNNING,
    /** The task is being deleted. */
    DELETE,
    /** The task does not work as it should. */
    ABNORMAL
}
