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
package io.github.disdump.camel.client;

import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpIfExists;
import io.github.disdump.camel.DisDumpOutcome;
import io.github.disdump.camel.auth.Authenticator;
import io.github.disdump.camel.http.HttpTransport;

/**
 * Creates tasks for one endpoint: what an exchange asks of this package.
 */
public final class TaskCreator {

    private final HttpTransport transport;
    private final RetryPolicy retries;
    private final StateWait wait;

    /**
     * @param wait the state to wait for after a task was created; null for none
     */
    public TaskCreator(HttpTransport transport, RetryPolicy retries, StateWait wait) {
        this.transport = transport;
        this.retries = retries;
        this.wait = wait;
    }

    /**
     * Creates a task.
     *
     * @throws DisDumpException if the task does not exist as requested, or nobody knows; its classes tell why
     */
    public CreateResult create(CreateRequest<?> request, Authenticator authenticator, DisDumpIfExists ifExists) {
        DisClient dis = new DisClient(transport, authenticator, request);
        CreateResult created = new TaskCreation(dis, request, ifExists, retries.begin()).run();
        boolean isOurs = created.outcome() != DisDumpOutcome.ALREADY_EXISTS;
        return wait != null && isOurs ? wait.await(dis, request, created, retries) : created;
    }
}
