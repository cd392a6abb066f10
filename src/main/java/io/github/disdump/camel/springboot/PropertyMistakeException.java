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
package io.github.disdump.camel.springboot;

import java.util.List;

/**
 * Properties <code>camel.component.dis-dump.*</code> that cannot be used, all of them at once. Its text holds no value of an
 * option that takes text, and it has no cause: those of Spring and Camel repeat values, and a secret may be among them.
 */
class PropertyMistakeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    PropertyMistakeException(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** A sentence for each property. */
    List<String> mistakes() {
        return mistakes;
    }
}
