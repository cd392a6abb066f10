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
import java.util.function.Consumer;

/**
 * One cell of the fault matrix: a fault that meets a call, and how that ends.
 *
 * @param fault  the fault, in the words of the page
 * @param each   what is special about this one of many that the page shows in one row, such as a code; empty for a row of its
 *               own
 * @param call   the call that meets the fault
 * @param scene  what to arrange before the message is sent
 * @param ending how it ends
 * @param bound  the time the caller waits at most, pauses included
 */
record FaultCell(String fault, String each, Call call, Consumer<FaultStage> scene, Ending ending, Duration bound) {

    private static final Duration BOUND = Duration.ofSeconds(10);

    static FaultCell of(String fault, Call call, Consumer<FaultStage> scene, Ending ending) {
        return new FaultCell(fault, "", call, scene, ending, BOUND);
    }

    static FaultCell ofEach(String fault, String each, Call call, Consumer<FaultStage> scene, Ending ending) {
        return new FaultCell(fault, each, call, scene, ending, BOUND);
    }

    FaultCell within(int seconds) {
        return new FaultCell(fault, each, call, scene, ending, Duration.ofSeconds(seconds));
    }

    @Override
    public String toString() {
        return call + ": " + fault + (each.isEmpty() ? "" : " " + each);
    }
}
