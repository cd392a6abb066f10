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
package io.github.disdump.camel.reliability;

import io.github.disdump.camel.simulator.Kind;

/** The call of the component that meets a fault. */
enum Call {

    /** Creating the task. */
    CREATE("create", Kind.CREATE),

    /** The login at IAM before it. */
    LOGIN("IAM", Kind.LOGIN),

    /** Asking for the task, because the answer to its creation was lost. */
    RECONCILE("show after a lost answer", Kind.SHOW),

    /** Asking for the task until it runs (<code>waitForState</code>). */
    WAIT("show until it runs", Kind.SHOW);

    private final String text;
    private final Kind kind;

    Call(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    /** The requests that go wrong. */
    Kind kind() {
        return kind;
    }

    /** Asks the call for the task's state? */
    boolean shows() {
        return kind == Kind.SHOW;
    }

    @Override
    public String toString() {
        return text;
    }
}
