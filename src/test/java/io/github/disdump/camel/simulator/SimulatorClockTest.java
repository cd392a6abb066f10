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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorClockTest {

    @Test
    void movesOnlyWhenTold() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        SimulatorClock clock = new SimulatorClock(start);
        Clock paris = clock.withZone(ZoneId.of("Europe/Paris"));

        assertThat(clock.instant()).isEqualTo(start);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        clock.advance(Duration.ofSeconds(90));
        assertThat(clock.instant()).isEqualTo("2026-01-01T00:01:30Z");
        assertThat(paris.instant()).isEqualTo(clock.instant());
        assertThat(paris.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
        clock.set(start);
        assertThat(paris.instant()).isEqualTo(start);
        assertThat(clock).hasToString("SimulatorClock[2026-01-01T00:00:00Z]");
    }
}
