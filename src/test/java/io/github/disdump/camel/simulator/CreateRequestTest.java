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

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.github.disdump.camel.simulator.SimulatorTestClient.STREAM;
import static io.github.disdump.camel.simulator.SimulatorTestClient.descriptor;
import static io.github.disdump.camel.simulator.SimulatorTestClient.example;
import static io.github.disdump.camel.simulator.SimulatorTestClient.json;
import static io.github.disdump.camel.simulator.SimulatorTestClient.send;
import static org.assertj.core.api.Assertions.assertThat;

/** The checks of the request, each with one member changed in a request that is good otherwise. */
class CreateRequestTest {

    @RegisterExtension
    static final DisSimulatorExtension EXTENSION = new DisSimulatorExtension();

    private DisSimulator dis;
    private SimulatorTestClient client;

    @BeforeEach
    void newClient() {
        dis = EXTENSION.simulator();
        client = new SimulatorTestClient(dis);
    }

    private HttpResponse<String> createWith(String member, String jsonValue) throws Exception {
        ObjectNode body = example();
        set(body, member, jsonValue);
        return client.create(body);
    }

    /** Sets a member of the descriptor, or with a dot in its name one of the options. */
    private static void set(ObjectNode body, String member, String jsonValue) throws Exception {
        boolean option = member.startsWith("options.");
        ObjectNode parent = option ? (ObjectNode) descriptor(body).get("options") : descriptor(body);
        String name = option ? member.substring("options.".length()) : member;
        if (jsonValue == null) {
            parent.remove(name);
        } else {
            parent.set(name, StrictJson.read(jsonValue.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void assertRefused(HttpResponse<String> response, String code, String text) {
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = json(response);
        assertThat(error.path("errorCode").asText()).isEqualTo(code);
        assertThat(error.path("message").asText()).contains(text);
        assertThat(dis.tasks(STREAM)).isEmpty();
    }

    @Test
    void keepsTheDescriptorAsReceived() throws Exception {
        ObjectNode body = example();

        assertThat(client.create(body).statusCode()).isEqualTo(201);

        SimulatedTask task = dis.task(STREAM, "dwstask").orElseThrow();
        assertThat(task.descriptor()).isEqualTo(descriptor(body));
        assertThat(task.destinationType()).isEqualTo("DWS");
        assertThat(dis.requests().get(0).json()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task_name",
                "agency_name",
                "deliver_time_interval",
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
                "obs_bucket_path"
            })
    void mandatoryMembersAreMandatory(String member) throws Exception {
        assertRefused(createWith(member, null), "DIS.4200", member + " is mandatory");
        assertRefused(createWith(member, "null"), "DIS.4200", member);
        if (!member.equals("dws_delimiter") && !member.equals("deliver_time_interval")) {
            assertRefused(createWith(member, "''"), "DIS.4200", member);
            assertRefused(createWith(member, "7"), "DIS.4200", member);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consumer_strategy",
                "file_prefix",
                "retry_duration",
                "dws_table_columns",
                "options",
                "options.fill_missing_fields",
                "options.ignore_extra_data",
                "options.compatible_illegal_chars",
                "options.reject_limit",
                "options.error_table_name"
            })
    void optionalMembersAreOptional(String member) throws Exception {
        assertThat(createWith(member, null).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consumer_strategy",
                "file_prefix",
                "retry_duration",
                "options",
                "options.fill_missing_fields",
                "options.reject_limit",
                "options.error_table_name"
            })
    void nullIsNoValue(String member) throws Exception {
        assertRefused(createWith(member, "null"), "DIS.4200", member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "task_name 'a'",
                "task_name '_Az09-'",
                "task_name '0123456789012345678901234567890123456789012345678901234567890123'",
                "agency_name '0123456789012345678901234567890123456789012345678901234567890123'",
                "deliver_time_interval 30",
                "deliver_time_interval 900",
                "consumer_strategy 'TRIM_HORIZON'",
                "dws_delimiter ','",
                "dws_delimiter ';'",
                "dws_delimiter '|'",
                "file_prefix 'a/b_C/9/'",
                "file_prefix '01234567890123456789012345678901234567890123456789'",
                "retry_duration '0'",
                "retry_duration '7200'",
                "dws_table_columns 'c1,c2'",
                "dws_table_columns ''",
                "dws_table_columns null",
                "options {}",
                "options.fill_missing_fields 'true'",
                "options.fill_missing_fields 'on'",
                "options.ignore_extra_data 'off'",
                "options.compatible_illegal_chars 'false'",
                "options.reject_limit '0'",
                "options.reject_limit '99999999999'",
                "options.reject_limit 'unlimited'",
                "options.error_table_name 'errors'"
            })
    void goodValuesAreTaken(String member, String value) throws Exception {
        assertThat(createWith(member, value).body()).isEmpty();
        assertThat(dis.tasks(STREAM)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "task_name 'a.b'",
                "task_name 'ä'",
                "task_name '01234567890123456789012345678901234567890123456789012345678901234'",
                "agency_name '01234567890123456789012345678901234567890123456789012345678901234'",
                "agency_name 7",
                "deliver_time_interval 29",
                "deliver_time_interval 901",
                "deliver_time_interval -60",
                "deliver_time_interval 60.0",
                "deliver_time_interval 99999999999999999999",
                "deliver_time_interval '60'",
                "consumer_strategy 'latest'",
                "consumer_strategy ''",
                "dws_delimiter ',,'",
                "dws_delimiter '\\t'",
                "dws_delimiter '\\uff0c'",
                "dws_delimiter 0",
                "file_prefix '/a'",
                "file_prefix 'a-b'",
                "file_prefix '012345678901234567890123456789012345678901234567890'",
                "retry_duration '-1'",
                "retry_duration '7201'",
                "retry_duration ''",
                "retry_duration '1.5'",
                "retry_duration '\\u0663'",
                "retry_duration 1800",
                "dws_table_columns ['c1']",
                "options []",
                "options 'x'",
                "options.fill_missing_fields true",
                "options.fill_missing_fields 'true/on'",
                "options.ignore_extra_data 'yes'",
                "options.compatible_illegal_chars 'TRUE'",
                "options.reject_limit '-1'",
                "options.reject_limit 0",
                "options.reject_limit 'Unlimited'",
                "options.reject_limit ''",
                "options.error_table_name 1",
                "options.unheard_of 'x'",
                "unheard_of 'x'",
                "stream_name 's1'"
            })
    void badValuesAreRefusedByName(String member, String value) throws Exception {
        assertRefused(createWith(member, value), "DIS.4200", member);
    }

    @Test
    void everyBreachIsNamedAtOnceAndNoValueRepeated() throws Exception {
        ObjectNode body = example("a b");
        descriptor(body).put("deliver_time_interval", 1).put("user_password", 4711);

        HttpResponse<String> response = client.create(body);

        assertRefused(response, "DIS.4200", "task_name");
        assertThat(response.body()).contains("deliver_time_interval", "user_password");
        assertThat(response.body()).doesNotContain("4711", "a b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {"retry_duration 1800", "options.reject_limit 0", "retry_duration '1800'"})
    void numbersMayStandForStringsInLenientMode(String member, String value) throws Exception {
        dis.lenientTypes(true);

        assertThat(createWith(member, value).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "retry_duration 7201",
                "retry_duration 1.5",
                "options.reject_limit -1",
                "options.fill_missing_fields true",
                "deliver_time_interval '60'"
            })
    void lenientModeDoesNotTakeEverything(String member, String value) throws Exception {
        dis.lenientTypes(true);

        assertRefused(createWith(member, value), "DIS.4200", member);
    }

    @Test
    void onlyDwsCanBeTheDestination() throws Exception {
        assertRefused(client.create(example().put("destination_type", "OBS")), "DIS.4200", "destination_type");
        assertRefused(client.create(example().put("destination_type", "dws")), "DIS.4200", "destination_type");
        ObjectNode without = example();
        without.remove("destination_type");
        assertRefused(client.create(without), "DIS.4200", "destination_type is mandatory");
    }

    @Test
    void thereMustBeADescriptorAndNothingElse() throws Exception {
        ObjectNode without = example();
        without.remove("dws_destination_descriptor");
        assertRefused(client.create(without), "DIS.4200", "dws_destination_descriptor");
        ObjectNode more = example();
        more.putObject("obs_destination_descriptor");
        assertRefused(client.create(more), "DIS.4200", "obs_destination_descriptor is not known");
        ObjectNode text = example().put("dws_destination_descriptor", "x");
        assertRefused(client.create(text), "DIS.4200", "dws_destination_descriptor");
    }

    @Test
    void anEmptyBodyIsAnEmptyRequest() throws Exception {
        assertRefused(client.create(""), "DIS.4202", "Empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"x\"", "null", " ", "{} {}", "{'a':1}", "<x/>"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) throws Exception {
        assertRefused(client.create(body), "DIS.4300", "the body is not");
    }

    @Test
    void aRepeatedNameIsRefused() throws Exception {
        String body = example().toString().replace("\"task_name\":", "\"task_name\":\"first\",\"task_name\":");

        assertRefused(client.create(body), "DIS.4300", "task_name");
    }

    @Test
    void aTextAboutBadJsonDoesNotQuoteIt() throws Exception {
        String body = example().toString().replace("\"userpassword\"", "userpassword");

        HttpResponse<String> response = client.create(body);

        assertRefused(response, "DIS.4300", "line 1, column");
        assertThat(response.body()).doesNotContain("userpassword");
    }

    @Test
    void onlyUtf8IsRead() throws Exception {
        String body = example().toString().replace("dwscluster", "clüster");

        HttpResponse<String> latin1 = send(client.request(client.tasksPath())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));

        assertRefused(latin1, "DIS.4300", "UTF-8");
        assertThat(client.create(body).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json;charset=iso-8859-1", "application/jsonp", ""})
    void otherContentTypesAreRefused(String type) throws Exception {
        HttpResponse<String> response = send(client.request(client.tasksPath())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(example().toString())));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("error_code").asText()).isEqualTo("APIGW.0106");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=UTF-8", "Application/JSON;charset=utf8"})
    void contentTypesOfJsonAreTaken(String type) throws Exception {
        HttpResponse<String> response = send(client.request(client.tasksPath())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(example().toString())));

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void aRequestWithoutContentTypeIsRefused() throws Exception {
        HttpResponse<String> response = send(client.request(client.tasksPath())
                .POST(BodyPublishers.ofString(example().toString())));

        assertThat(json(response).path("error_code").asText()).isEqualTo("APIGW.0106");
    }

    @Test
    void twelveMegabytesAreTheLimit() throws Exception {
        String body = example().toString() + " ".repeat(12 * 1024 * 1024);

        HttpResponse<String> response = client.create(body);

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).path("error_code").asText()).isEqualTo("APIGW.0201");
    }

    @Test
    void aStreamNameHasAtMost60Characters() throws Exception {
        assertThat(client.create("s".repeat(60), example().toString()).statusCode())
                .isEqualTo(201);
        assertRefused(client.create("s".repeat(61), example().toString()), "DIS.4200", "stream_name");
    }

    @Test
    void aStreamMustExistIfStreamsAreNamed() throws Exception {
        dis.streamsExist("s2", "s3");

        assertRefused(client.create(example()), "DIS.4301", "stream not found");
        assertThat(client.create("s3", example().toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void pathsAreDecodedButKeptAsReceived() throws Exception {
        assertThat(client.create("a%2Fb%20c", example().toString()).statusCode())
                .isEqualTo(201);

        assertThat(dis.tasks("a/b c")).hasSize(1);
        assertThat(dis.requests().get(0).path()).isEqualTo(client.tasksPath("a%2Fb%20c"));
    }
}
