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

import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.PathSegment;
import io.github.disdump.camel.model.FieldRule;

import static io.github.disdump.camel.model.FieldRule.maxLength;
import static io.github.disdump.camel.model.FieldRule.notBlank;

/**
 * What holds for text that ends up in a URL or an HTTP header (specification, table 1 and 2). Whatever else the text holds
 * is percent-encoded in the path.
 */
final class ConnectionRules {

    private static final FieldRule PATH_SEGMENT = value -> PathSegment.breach((String) value);

    /** Table 1: at most 60 characters. */
    static final FieldRule STREAM = notBlank().and(maxLength(60)).and(PATH_SEGMENT);

    /** Table 1 has no other bound; a signed request carries it in a header as well. */
    static final FieldRule PROJECT_ID = notBlank()
            .and(PATH_SEGMENT)
            .and(value -> HttpCall.isHeaderText((String) value) ? null : "must be printable ASCII");

    /** Table 2. IAM's tokens may be very long, so there is no bound. */
    static final FieldRule AUTH_TOKEN = notBlank()
            .and(value -> HttpCall.isHeaderText((String) value) ? null : "must be printable ASCII without line breaks");

    /** Part of a host name. */
    static final FieldRule REGION = notBlank()
            .and(FieldRule.characters(
                    c -> FieldRule.isLetterOrDigit(c) || c == '-', "must consist of letters, digits and hyphens"));

    private ConnectionRules() {}
}
