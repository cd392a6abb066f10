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
package io.github.disdump.camel.model;

/**
 * The values that one source (headers or body) gives for the fields of a task, not yet checked. A field without a value, or
 * with null, is left to the next source.
 */
public final class FieldValues {

    private final Object[] values;

    FieldValues(int fields) {
        this.values = new Object[fields];
    }

    /**
     * @return false if the field has a value already: then the source names it twice
     */
    public boolean put(int field, Object value) {
        if (values[field] != null) {
            return false;
        }
        values[field] = value;
        return true;
    }

    Object get(int field) {
        return values[field];
    }
}
