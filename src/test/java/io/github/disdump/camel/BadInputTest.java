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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.github.disdump.camel.model.Violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A body that is not one JSON object or Map is refused with a message that says why. A whole task stands in the options, so
 * the body's mistake is the only one, and no options are ever sent in the place of such a body.
 */
class BadInputTest {

    private static final String EMPTY =
            "is empty: send a JSON object, or set ignoreBody=true to use headers and options alone";
    private static final String BEYOND = "goes beyond what is read as JSON (depth 16, numbers of 100 characters)";
    private static final String FORMS = "must be a Map, JSON (text, bytes, stream, file or JsonNode) or a task object";

    @RegisterExtension
    static final RouteExtension route = new RouteExtension();

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("", EMPTY),
                arguments(" \t\r\n", EMPTY),
                arguments("hello", "is not valid JSON, at line 1, column 6"),
                arguments("\"hello\"", "must be a JSON object, was text"),
                arguments("[]", "must be a JSON object, was a list"),
                arguments("[{}]", "must be a JSON object, was a list"),
                arguments("null", "must be a JSON object, was null"),
                arguments("true", "must be a JSON object, was a boolean"),
                arguments("false", "must be a JSON object, was a boolean"),
                arguments("1", "must be a JSON object, was a number"),
                arguments("1.5", "must be a JSON object, was a number"),
                arguments("{", "is not whole: the JSON ends too early, at line 1, column 2"),
                arguments("{\"task_name\"", "is not whole: the JSON ends too early, at line 1, column 13"),
                arguments("{\"task_name\":\"a", "is not whole: the JSON ends too early, at line 1, column 16"),
                arguments("{\n \"task_name\":\"a\"\n", "is not whole: the JSON ends too early, at line 3, column 1"),
                arguments("{}}", "is not valid JSON, at line 1, column 3"),
                arguments("{} x", "is not valid JSON, at line 1, column 5"),
                arguments("{} {}", "is not valid JSON, at line 1, column 4"),
                arguments("{\"task_name\":\"a\",}", "is not valid JSON, at line 1, column 18"),
                arguments("{'task_name':'a'}", "is not valid JSON, at line 1, column 2"),
                arguments("{task_name:\"a\"}", "is not valid JSON, at line 1, column 2"),
                arguments("// comment\n{}", "is not valid JSON, at line 1, column 1"),
                arguments("{\"dws_schema\":\"a\nb\"}", "is not valid JSON, at line 1, column 17"),
                arguments("{\"deliver_time_interval\":NaN}", "is not valid JSON, at line 1, column 29"),
                arguments("{\"deliver_time_interval\":060}", "is not valid JSON, at line 1, column 27"),
                arguments("{\"reject_limit\":" + "9".repeat(10_000) + "}", BEYOND),
                arguments("{\"a\":".repeat(1000) + "1" + "}".repeat(1000), BEYOND),
                arguments("[".repeat(1000), "must be a JSON object, was a list"),
                arguments(
                        "{\"task_name\":\"a\",\"task_name\":\"b\"}",
                        "repeats the field `task_name`, at line 1, column 29"),
                arguments("{\"options\":{},\n\"options\":{}}", "repeats the field `options`, at line 2, column 10"),
                arguments("<task/>", "is not valid JSON, at line 1, column 1"),
                arguments("task_name: a", "is not valid JSON, at line 1, column 10"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textThatIsNoJsonObjectIsRefused(String body, String mistake) {
        assertThat(refused(body)).containsExactly("body: " + mistake);
    }

    @Test
    void bytesThatAreBlankAreRefused() {
        assertThat(refused(new byte[0])).containsExactly("body: " + EMPTY);
        assertThat(refused(" \n".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("body: must be a JSON object, was empty");
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                arguments(7, "java.lang.Integer"),
                arguments(true, "java.lang.Boolean"),
                arguments(new ArrayList<>(List.of(Map.of("task_name", "a"))), "java.util.ArrayList"),
                arguments(new Object(), "java.lang.Object"),
                arguments(Optional.of("{}"), "java.util.Optional"),
                arguments(new int[] {1}, "[I"),
                arguments(new java.io.File("no/such/file.json"), "java.io.File"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void anObjectThatIsNoFormOfABodyIsRefused(Object body, String type) {
        assertThat(refused(body)).containsExactly("body: " + FORMS + ", was " + type);
    }

    static Stream<Arguments> nodes() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Stream.of(
                arguments(json.arrayNode(), "a list"),
                arguments(json.nullNode(), "null"),
                arguments(MissingNode.getInstance(), "null"),
                arguments(json.textNode("{}"), "text"),
                arguments(json.booleanNode(true), "a boolean"),
                arguments(json.numberNode(1), "a number"),
                arguments(json.pojoNode("{}"), "pojo"));
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aNodeThatIsNoObjectIsRefused(Object node, String kind) {
        assertThat(refused(node)).containsExactly("body: must be a JSON object, was " + kind);
    }

    @Test
    void withoutBodyAndHeadersEveryMandatoryFieldIsMissing() {
        assertThat(route.violations("dis-dump:dws", null, Map.of()))
                .extracting(Violation::getField)
                .containsExactly(
                        "task_name",
                        "agency_name",
                        "dws_cluster_name",
                        "dws_cluster_id",
                        "dws_database_name",
                        "dws_schema",
                        "dws_table_name",
                        "dws_delimiter",
                        "user_name",
                        "user_password",
                        "kms_user_key_name",
                        "kms_user_key_id",
                        "obs_bucket_path",
                        "stream");
    }

    @ParameterizedTest
    @MethodSource("emptyObjects")
    void anEmptyObjectIsLikeNoBody(Object body) {
        assertThat(route.violations(RouteExtension.URI, body, Map.of()))
                .hasSize(13)
                .allSatisfy(violation -> assertThat(violation.getRule()).startsWith("is mandatory"));
    }

    static Stream<Object> emptyObjects() {
        return Stream.of("{}", Map.of(), JsonNodeFactory.instance.objectNode(), "{\"options\":{}}");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Map<String, Object> task = new LinkedHashMap<>(CamelFixture.descriptor());
        task.put("task_name", "a b");
        task.put("deliver_time_interval", 29);
        task.put("retry_duration", "x");
        task.put("no_such_field", 1);
        task.remove("user_name");
        Map<String, Object> headers =
                Map.of(DisDumpConstants.STREAM, "a/b", "CamelDisDumpTastName", "c", DisDumpConstants.AUTH_TOKEN, "\n");

        assertThat(route.violations(RouteExtension.URI, task, headers))
                .extracting(Violation::getField)
                .containsExactlyInAnyOrder(
                        "CamelDisDumpTastName",
                        "no_such_field",
                        "task_name",
                        "deliver_time_interval",
                        "retry_duration",
                        "user_name",
                        "stream",
                        "authToken");
    }

    @Test
    void theMessageOfTheExceptionCountsAndListsTheMistakes() {
        Exception one = send(Map.of("user_name", ""));
        assertThat(one).hasMessage("Nothing was sent, 1 mistake: user_name = '' (body): must not be empty");

        Exception two = send(Map.of("user_name", "", "user_password", ""));
        assertThat(two)
                .hasMessage("Nothing was sent, 2 mistakes: user_name = '' (body): must not be empty;"
                        + " user_password = 'xxxxxx' (body): must not be empty");
    }

    private static Exception send(Object body) {
        wholeTaskInOptions();
        return route.camel().send(RouteExtension.URI, body).getException();
    }

    private static List<String> refused(Object body) {
        wholeTaskInOptions();
        return route.mistakes(body);
    }

    private static void wholeTaskInOptions() {
        route.camel().withTaskOptions().component().getTask().setTaskName("by-option");
    }
}
