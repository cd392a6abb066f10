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

import java.util.List;
import java.util.stream.Collectors;

import io.github.disdump.camel.model.Violation;

/**
 * The message does not make a valid request; nothing was sent. All breaches are told at once.
 */
public class DisDumpValidationException extends DisDumpException {

    private static final long serialVersionUID = 1L;

    private final Violation[] violations;

    public DisDumpValidationException(List<Violation> violations) {
        super(message(violations), false);
        this.violations = violations.toArray(Violation[]::new);
    }

    /** Every breach, each with the field, the rule and the offending value (never a secret's). */
    public List<Violation> getViolations() {
        return List.of(violations);
    }

    private static String message(List<Violation> violations) {
        return "Nothing was sent, " + violations.size() + (violations.size() == 1 ? " mistake: " : " mistakes: ")
                + violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }
}
