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

import java.time.Duration;

/**
 * An answer and how it goes over the wire.
 *
 * @param answer what is answered
 * @param delivery how the connection treats it
 * @param chunks into how many pieces the body is cut, 0 for none
 * @param over the time over which the pieces are sent
 */
record Reply(Answer answer, Delivery delivery, int chunks, Duration over) {

    /** What happens to the connection. */
    enum Delivery {
        WHOLE,
        HALF,
        RESET,
        EMPTY,
        GARBAGE;

        boolean hasStatus() {
            return this == WHOLE || this == HALF;
        }
    }

    int status() {
        return delivery.hasStatus() ? answer.status() : ReceivedRequest.NO_ANSWER;
    }
}
