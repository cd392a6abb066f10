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

import java.time.Clock;

/** All that the simulator remembers. A reset replaces it as a whole; requests under way keep the old one. */
final class SimulatorState {

    final Behaviour behaviour = new Behaviour();
    final RequestLog requests;
    final FaultQueue faults = new FaultQueue();
    final TaskStore tasks;
    final Accounts accounts;
    final TokenRegistry tokens;
    final SignatureVerifier signatures;
    final AccessGuard guard;
    final IamService iam;
    final DisService dis;

    SimulatorState(Clock clock, Token.Project defaultProject, int requestLimit) {
        requests = new RequestLog(requestLimit);
        tasks = new TaskStore(clock);
        accounts = new Accounts(clock);
        tokens = new TokenRegistry(clock);
        signatures = new SignatureVerifier(
                clock,
                behaviour,
                id -> defaultProject.id().equals(id) || accounts.project(id).isPresent());
        guard = new AccessGuard(tokens, signatures, behaviour);
        iam = new IamService(accounts, tokens, behaviour);
        dis = new DisService(tasks, behaviour);
    }
}
