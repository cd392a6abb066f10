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
import java.util.List;
import java.util.Map;

/** What was received, in order. */
final class RequestLog {

    private final int limit;
    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    RequestLog(int limit) {
        this.limit = limit;
    }

    synchronized void add(ReceivedRequest request) {
        counts.merge(request.kind(), 1, Integer::sum);
        requests.add(request);
        if (requests.size() > limit) {
            requests.remove();
        }
    }

    synchronized List<ReceivedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized List<ReceivedRequest> all(Kind kind) {
        return requests.stream().filter(request -> request.kind() == kind).toList();
    }

    synchronized int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    synchronized void clear() {
        requests.clear();
        counts.clear();
    }
}
