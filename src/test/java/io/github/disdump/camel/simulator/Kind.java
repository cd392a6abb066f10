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

/** What a request wants of the simulator. */
public enum Kind {
    /** {@code POST /v2/{project_id}/streams/{stream_name}/transfer-tasks}. */
    CREATE,
    /** {@code GET /v2/{project_id}/streams/{stream_name}/transfer-tasks}. */
    LIST,
    /** {@code GET /v2/{project_id}/streams/{stream_name}/transfer-tasks/{task_name}}. */
    SHOW,
    /** {@code DELETE /v2/{project_id}/streams/{stream_name}/transfer-tasks/{task_name}}. */
    DELETE,
    /** {@code POST /v2/{project_id}/streams/{stream_name}/transfer-tasks/action}: start or stop. */
    ACTION,
    /** {@code POST /v3/auth/tokens}: a login at IAM. */
    LOGIN,
    /** Any other path or method. */
    UNKNOWN
}
