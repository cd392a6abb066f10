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

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.disdump.camel.model.DumpTaskType;
import io.github.disdump.camel.model.DwsDumpTask;

/**
 * Where a dump task writes the stream's data: the path of the endpoint's URI.
 */
public enum DisDumpDestination {

    /** Data Warehouse Service. */
    DWS(DwsDumpTask.TYPE);

    private final DumpTaskType<DwsDumpTask> type;

    DisDumpDestination(DumpTaskType<DwsDumpTask> type) {
        this.type = type;
    }

    /** The fields of this destination's tasks. */
    DumpTaskType<DwsDumpTask> type() {
        return type;
    }

    /**
     * The destination of this name, without regard to case.
     *
     * @throws IllegalArgumentException that lists the known ones, if there is none of this name
     */
    static DisDumpDestination of(String name) {
        for (DisDumpDestination destination : values()) {
            if (destination.name().equalsIgnoreCase(name)) {
                return destination;
            }
        }
        throw new IllegalArgumentException("Unknown destination '" + name + "' in the URI, known is: "
                + Arrays.stream(values()).map(DisDumpDestination::toString).collect(Collectors.joining(", ")));
    }

    /** The name as it stands in a URI. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
