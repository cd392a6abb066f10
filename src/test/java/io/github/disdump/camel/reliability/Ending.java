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

/**
 * How a cell of the fault matrix ends, in the words of the page.
 *
 * @param requests what the server saw, in the order of arrival
 * @param tasks    how many tasks the server holds at last
 * @param result   the header CamelDisDumpOutcome, or the exception's class, status, code and what it says of the outcome
 * @param pauses   the pauses between the tries
 */
record Ending(String requests, int tasks, String result, ExpectedPauses pauses) {

    private static final String UNKNOWN = ", outcome unknown";

    static Ending of(String requests, int tasks, String result, ExpectedPauses pauses) {
        return new Ending(requests, tasks, result, pauses);
    }

    /** One try goes wrong and is repeated after a pause of random length. */
    static Ending repeated(Call call) {
        return switch (call) {
            case CREATE -> of("2 create", 1, "CREATED", ExpectedPauses.random(1));
            case LOGIN -> of("2 IAM, 1 create", 1, "CREATED", ExpectedPauses.random(1));
            case RECONCILE -> of("2 create, 2 show", 1, "RECONCILED", ExpectedPauses.random(2));
            case WAIT ->
                of(
                        "1 create, 2 show",
                        1,
                        "CREATED, RUNNING",
                        ExpectedPauses.none().then(1, 2));
        };
    }

    /** One try goes wrong and is repeated after the pause that the service asks for, seconds. */
    static Ending repeatedAfter(Call call, int seconds) {
        Ending repeated = repeated(call);
        ExpectedPauses before = call == Call.RECONCILE ? ExpectedPauses.random(1) : ExpectedPauses.none();
        return of(repeated.requests, repeated.tasks, repeated.result, before.then(1, seconds));
    }

    /** All tries go wrong, until the retries or the time for waiting are used up. */
    static Ending givenUp(Call call, String failure) {
        return switch (call) {
            case CREATE -> of("4 create", 0, failure, ExpectedPauses.random(3));
            case LOGIN -> of("4 IAM", 0, failure, ExpectedPauses.random(3));
            case RECONCILE -> of("2 create, 3 show", 1, failure + UNKNOWN, ExpectedPauses.random(3));
            case WAIT ->
                of(
                        "1 create, 4 show",
                        1,
                        failure + UNKNOWN,
                        ExpectedPauses.none().then(3, 2));
        };
    }

    /** The first try that goes wrong is the last one. */
    static Ending failed(Call call, String failure) {
        return switch (call) {
            case CREATE -> of("1 create", 0, failure, ExpectedPauses.none());
            case LOGIN -> of("1 IAM", 0, failure, ExpectedPauses.none());
            case RECONCILE -> of("2 create, 1 show", 1, failure + UNKNOWN, ExpectedPauses.random(1));
            case WAIT -> of("1 create, 1 show", 1, failure + UNKNOWN, ExpectedPauses.none());
        };
    }
}
