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

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Issues tokens for user names and passwords. */
final class IamService {

    private static final DateTimeFormatter SIX_DECIMALS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Accounts accounts;
    private final TokenRegistry tokens;
    private final Behaviour behaviour;

    IamService(Accounts accounts, TokenRegistry tokens, Behaviour behaviour) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.behaviour = behaviour;
    }

    Answer login(ReceivedRequest request) {
        JsonNode auth = RequestBody.json(request, IamService::badRequest).path("auth");
        JsonNode identity = auth.path("identity");
        JsonNode methods = identity.path("methods");
        if (methods.size() != 1 || !methods.path(0).asText().equals("password")) {
            throw badRequest("auth.identity.methods must be [\"password\"]");
        }
        JsonNode user = identity.path("password").path("user");
        Token.UserKey key = new Token.UserKey(
                text(user.path("domain"), "name", "auth.identity.password.user.domain"),
                text(user, "name", "auth.identity.password.user"));
        String password = text(user, "password", "auth.identity.password.user");
        List<Token.Project> projects = accounts.login(key, password, behaviour.accountLock);
        Optional<Token.Project> project = scope(auth.path("scope"), projects);
        Token token = tokens.issue(key, project, behaviour.tokenLifetime);
        boolean catalog = !List.of(request.query().split("&")).contains("nocatalog=true");
        return Answer.json(201, body(token, catalog)).withHeader("X-Subject-Token", token.value());
    }

    private static Optional<Token.Project> scope(JsonNode scope, List<Token.Project> projects) {
        JsonNode wanted = scope.path("project");
        if (wanted.isMissingNode()) {
            return Optional.empty();
        }
        String id = wanted.path("id").asText("");
        String name = wanted.path("name").asText("");
        if (id.isEmpty() && name.isEmpty()) {
            throw badRequest("auth.scope.project must have an id or a name");
        }
        return Optional.of(projects.stream()
                .filter(project -> id.isEmpty() || project.id().equals(id))
                .filter(project -> name.isEmpty() || project.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> RequestRefusedException.iamCode(400, "IAM.1109", "The project could not be found.")));
    }

    private static ObjectNode body(Token token, boolean catalog) {
        ObjectNode body = StrictJson.object();
        ObjectNode content = body.putObject("token");
        content.put("expires_at", time(token.expiresAt())).put("issued_at", time(token.issuedAt()));
        content.putArray("methods").add("password");
        if (catalog) {
            content.putArray("catalog");
        }
        content.putArray("roles").addObject().put("id", "0").put("name", "te_admin");
        token.project().ifPresent(project -> {
            ObjectNode node = content.putObject("project");
            node.put("id", project.id()).put("name", project.name());
            node.set("domain", domain(token.user()));
        });
        ObjectNode user = content.putObject("user");
        user.put("id", id(token.user().name())).put("name", token.user().name()).put("password_expires_at", "");
        user.set("domain", domain(token.user()));
        return body;
    }

    private static ObjectNode domain(Token.UserKey user) {
        return StrictJson.object().put("id", id(user.domain())).put("name", user.domain());
    }

    private static String id(String name) {
        return String.format("%032x", Integer.toUnsignedLong(name.hashCode()));
    }

    private static String time(Instant instant) {
        return SIX_DECIMALS.format(instant);
    }

    private static String text(JsonNode object, String name, String path) {
        JsonNode value = object.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw badRequest(path + "." + name + " must be a string and not empty");
        }
        return value.textValue();
    }

    private static RequestRefusedException badRequest(String text) {
        return RequestRefusedException.iamCode(400, "IAM.0011", "Request body invalid: " + text);
    }
}
