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

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import io.github.disdump.camel.client.Pause;

/** Pauses that only move a clock, and are kept for the test to look at. */
public final class RecordedWaits implements Pause {

    private final AtomicLong nanoTime = new AtomicLong(1_000_000_000L);
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();

    private RecordedWaits() {}

    /** Lets the component wait this way. */
    public static RecordedWaits in(CamelFixture camel) {
        RecordedWaits waits = new RecordedWaits();
        camel.component().setWaiting(waits, waits.nanoTime::get);
        return waits;
    }

    @Override
    public boolean sleep(Duration time) {
        pauses.add(time);
        nanoTime.addAndGet(time.toNanos());
        Runnable event = events.poll();
        if (event != null) {
            event.run();
        }
        return true;
    }

    /** What happens during the next pause for which nothing else is planned yet. */
    public RecordedWaits duringPause(Runnable event) {
        events.add(event);
        return this;
    }

    public List<Duration> pauses() {
        return pauses;
    }
}
