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

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets Spring Boot tell a wrong property in a few lines, instead of a stack trace. */
class PropertyMistakeAnalyzer extends AbstractFailureAnalyzer<PropertyMistakeException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PropertyMistakeException mistake) {
        return new FailureAnalysis(
                String.join("\n", mistake.mistakes()),
                "Correct the properties that begin with camel.component.dis-dump.",
                mistake);
    }
}
