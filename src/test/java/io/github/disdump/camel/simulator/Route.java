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

/**
 * What a request line means.
 *
 * @param kind what is wanted
 * @param projectId the project in the path, decoded; empty if the path has none
 * @param stream the stream in the path, decoded; empty if the path has none
 * @param task the task in the path, decoded; empty if the path has none
 */
record Route(Kind kind, String projectId, String stream, String task) {

    private static final Route UNKNOWN = new Route(Kind.UNKNOWN, "", "", "");

    static Route of(String method, String path) {
        if (path.equals("/v3/auth/tokens")) {
            return method.equals("POST") ? new Route(Kind.LOGIN, "", "", "") : UNKNOWN;
        }
        String[] parts = path.split("/", -1);
        boolean tasks = (parts.length == 6 || parts.length == 7)
                && parts[0].isEmpty()
                && parts[1].equals("v2")
                && parts[3].equals("streams")
                && parts[5].equals("transfer-tasks");
        if (!tasks || parts[2].isEmpty() || parts[parts.length - 1].isEmpty()) {
            return UNKNOWN;
        }
        String task = parts.length == 7 ? parts[6] : "";
        Kind kind = parts.length == 6 ? collection(method) : single(method, task);
        return kind == Kind.UNKNOWN
                ? UNKNOWN
                : new Route(kind, PercentCode.decode(parts[2]), PercentCode.decode(parts[4]), PercentCode.decode(task));
    }

    private static Kind collection(String method) {
        return switch (method) {
            case "POST" -> Kind.CREATE;
            case "GET" -> Kind.LIST;
            default -> Kind.UNKNOWN;
        };
    }

    private static Kind single(String method, String task) {
        return switch (method) {
            case "POST" -> task.equals("action") ? Kind.ACTION : Kind.UNKNOWN;
            case "GET" -> Kind.SHOW;
            case "DELETE" -> Kind.DELETE;
            default -> Kind.UNKNOWN;
        };
    }
}
