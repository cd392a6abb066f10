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
import java.util.Set;

/** How the simulated services are set to behave. Changed and read by any thread. */
final class Switches {
    volatile boolean lenientTypes;
    volatile boolean descriptionSpelledRight;
    volatile boolean passwordsShown;
    volatile boolean accountLock = true;
    volatile int taskQuota = 5;
    volatile int authenticationStatus = 441;
    volatile TokenRefusal tokenRefusal = TokenRefusal.DIS_4114;
    volatile Duration tokenLifetime = Duration.ofHours(24);
    volatile StartPlan startPlan = new StartPlan(TaskState.RUNNING, 0, TaskState.RUNNING);
    /** The streams there are; null as long as every stream exists. */
    volatile Set<String> streams;

    /**
     * How the state of a new task goes on.
     *
     * @param first the state at first
     * @param shows how many times a query of the task shows that state
     * @param then the state after that
     */
    record StartPlan(TaskState first, int shows, TaskState then) {}
}
