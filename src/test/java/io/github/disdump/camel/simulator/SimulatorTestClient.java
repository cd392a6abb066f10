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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A plain client of the simulator, and the specification's example request. */
final class SimulatorTestClient {

    static final String STREAM = "s1";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final DisSimulator simulator;
    private final String token;

    SimulatorTestClient(DisSimulator simulator) {
        this.simulator = simulator;
        this.token = simulator.issueToken();
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return StrictJson.readOrMissing(response.body().getBytes(StandardCharsets.UTF_8));
    }

    String tasksPath() {
        return tasksPath(STREAM);
    }

    String tasksPath(String stream) {
        return "/v2/" + simulator.projectId() + "/streams/" + stream + "/transfer-tasks";
    }

    /** A request that is not authenticated. */
    HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path));
    }

    HttpRequest.Builder request(String path) {
        return plain(path).header("X-Auth-Token", token);
    }

    HttpResponse<String> create(String body) throws IOException, InterruptedException {
        return create(STREAM, body);
    }

    HttpResponse<String> create(String stream, String body) throws IOException, InterruptedException {
        return post(tasksPath(stream), body);
    }

    HttpResponse<String> create(JsonNode body) throws IOException, InterruptedException {
        return create(body.toString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    HttpResponse<String> login(String domain, String user, String password, ObjectNode scope)
            throws IOException, InterruptedException {
        ObjectNode body = StrictJson.object();
        ObjectNode auth = body.putObject("auth");
        ObjectNode identity = auth.putObject("identity");
        identity.putArray("methods").add("password");
        ObjectNode node = identity.putObject("password").putObject("user");
        node.put("name", user).put("password", password).putObject("domain").put("name", domain);
        if (scope != null) {
            auth.set("scope", scope);
        }
        return send(plain("/v3/auth/tokens")
                .header("Content-Type", "application/json;charset=utf8")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** All members of the tables, each in bounds. */
    static ObjectNode example() {
        return example("dwstask");
    }

    static ObjectNode example(String task) {
        ObjectNode body = StrictJson.object().put("destination_type", "DWS");
        ObjectNode descriptor = body.putObject("dws_destination_descriptor")
                .put("task_name", task)
                .put("consumer_strategy", "LATEST")
                .put("agency_name", "dis_admin_agency")
                .put("dws_cluster_name", "dwscluster")
                .put("dws_cluster_id", "f82dc227-3691-47eb-bca7-e7851f509b2a")
                .put("dws_database_name", "postgres")
                .put("dws_schema", "dbadmin")
                .put("dws_table_name", "dwstablename")
                .put("dws_delimiter", "")
                .put("user_name", "dbadmin")
                .put("user_password", "userpassword")
                .put("kms_user_key_name", "kmskey")
                .put("kms_user_key_id", "1e759f06-9188-4d21-afab-a75e57c04d2b")
                .put("obs_bucket_path", "obsbucket")
                .put("file_prefix", "")
                .put("deliver_time_interval", 60)
                .put("retry_duration", "1800");
        descriptor
                .putObject("options")
                .put("fill_missing_fields", "false")
                .put("ignore_extra_data", "false")
                .put("compatible_illegal_chars", "false");
        return body;
    }

    static ObjectNode descriptor(ObjectNode body) {
        return (ObjectNode) body.get("dws_destination_descriptor");
    }
}
