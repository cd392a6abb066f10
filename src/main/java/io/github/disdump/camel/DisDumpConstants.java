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

import org.apache.camel.spi.Metadata;

import io.github.disdump.camel.model.DwsDumpTask;

/**
 * Names of the component and of its message headers. Those of the task's fields are inherited from the model, where a field
 * is declared whole.
 */
public final class DisDumpConstants implements DwsDumpTask.Headers {

    /** The scheme of the component's URIs. */
    public static final String SCHEME = "dis-dump";

    @Metadata(
            label = "common",
            description = "Overrides the option stream; after the call the stream that was used",
            javaType = "String",
            important = true)
    public static final String STREAM = "CamelDisDumpStream";

    @Metadata(label = "common", description = "Overrides the option projectId", javaType = "String")
    public static final String PROJECT_ID = "CamelDisDumpProjectId";

    @Metadata(
            label = "security",
            description =
                    "A user token that is used instead of the endpoint's way of authenticating; removed once the task is created",
            javaType = "String",
            secret = true)
    public static final String AUTH_TOKEN = "CamelDisDumpAuthToken";

    @Metadata(
            label = "common",
            description = "After the call: the HTTP status of the last answer; absent if there was none",
            javaType = "Integer")
    public static final String STATUS_CODE = "CamelDisDumpStatusCode";

    @Metadata(
            label = "common",
            description = "After the call: the id under which the service knows the request; absent if it did not tell",
            javaType = "String")
    public static final String REQUEST_ID = "CamelDisDumpRequestId";

    @Metadata(
            label = "common",
            description = "After a failure: the code of the service's error, such as DIS.4355; absent if it had none",
            javaType = "String")
    public static final String ERROR_CODE = "CamelDisDumpErrorCode";

    @Metadata(
            label = "common",
            description = "After success: how it came about",
            javaType = "String",
            enums = "CREATED,RECONCILED,ALREADY_EXISTS,REPLACED",
            important = true)
    public static final String OUTCOME = "CamelDisDumpOutcome";

    @Metadata(
            label = "common",
            description = "Overrides the option ifExists",
            javaType = "io.github.disdump.camel.DisDumpIfExists",
            enums = "fail,ignore,ignoreSame,replace")
    public static final String IF_EXISTS = "CamelDisDumpIfExists";

    @Metadata(
            label = "wait",
            description = "After the call: the task's state, if it was asked for",
            javaType = "String")
    public static final String TASK_STATE = "CamelDisDumpTaskState";

    @Metadata(label = "wait", description = "After the call: the task's id, if it is known", javaType = "String")
    public static final String TASK_ID = "CamelDisDumpTaskId";

    private DisDumpConstants() {}
}
