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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** The faults to come: first those queued, then the lasting one. */
final class FaultQueue {

    private final Map<Kind, Deque<Fault>> queued = new EnumMap<>(Kind.class);
    private final Map<Kind, Fault> lasting = new EnumMap<>(Kind.class);

    synchronized void queue(Kind kind, int times, Fault fault) {
        Deque<Fault> faults = queued.computeIfAbsent(kind, k -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    synchronized void always(Kind kind, Fault fault) {
        lasting.put(kind, fault);
    }

    synchronized Fault next(Kind kind) {
        Deque<Fault> faults = queued.get(kind);
        Fault next = faults == null ? null : faults.poll();
        return next != null ? next : lasting.getOrDefault(kind, Fault.none());
    }

    synchronized void clear() {
        queued.clear();
        lasting.clear();
    }
}
