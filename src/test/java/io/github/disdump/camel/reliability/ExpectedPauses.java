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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The pauses between the tries of a call: some of a random length, then some of a length that is known.
 *
 * @param random how many are random: below the option retryDelay, which doubles with each
 * @param times  how many follow whose length is known
 * @param length that length; null if there are none
 */
record ExpectedPauses(int random, int times, Duration length) {

    private static final long RETRY_DELAY = 500;

    static ExpectedPauses none() {
        return random(0);
    }

    static ExpectedPauses random(int random) {
        return new ExpectedPauses(random, 0, null);
    }

    ExpectedPauses then(int times, int seconds) {
        return new ExpectedPauses(random, times, Duration.ofSeconds(seconds));
    }

    /** The text of these pauses if the observed ones fit, otherwise the observed ones. */
    String describe(List<Duration> observed) {
        return fits(observed) ? toString() : observed.toString();
    }

    private boolean fits(List<Duration> observed) {
        if (observed.size() != random + times) {
            return false;
        }
        for (int i = 0; i < random; i++) {
            if (observed.get(i).toMillis() >= RETRY_DELAY << i) {
                return false;
            }
        }
        return observed.subList(random, observed.size()).equals(Collections.nCopies(times, length));
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (random > 0) {
            parts.add(random + " random");
        }
        if (times > 0) {
            parts.add(times + " × " + length.toSeconds() + " s");
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }
}
