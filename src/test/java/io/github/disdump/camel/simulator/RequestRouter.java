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

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Leads each request to the operation it asks for, and through the fault that waits for it. */
final class RequestRouter {

    private static final int MAXIMUM_BODY_BYTES = 12 * 1024 * 1024;

    private final Supplier<SimulatorState> current;

    RequestRouter(Supplier<SimulatorState> current) {
        this.current = current;
    }

    Reply handle(String method, String target, Map<String, List<String>> headers, byte[] body) {
        SimulatorState state = current.get();
        Route route = Route.of(method, target.split("\\?", 2)[0]);
        ReceivedRequest request = new ReceivedRequest(route.kind(), method, target, headers, body);
        Fault fault = state.faults.next(route.kind());
        state.requests.add(request);
        String requestId = UUID.randomUUID().toString().replace("-", "");
        Reply reply = fault.play(request, requestId, () -> work(state, route, request, requestId));
        request.answered(reply.status());
        return reply;
    }

    private static Answer work(SimulatorState state, Route route, ReceivedRequest request, String requestId) {
        try {
            return switch (route.kind()) {
                case LOGIN -> state.iam.login(request);
                case UNKNOWN ->
                    throw RequestRefusedException.gateway(
                            404, "APIGW.0101", "The API does not exist or has not been published in the environment");
                default -> dis(state, route, request);
            };
        } catch (RequestRefusedException e) {
            return e.answer(requestId);
        }
    }

    private static Answer dis(SimulatorState state, Route route, ReceivedRequest request) {
        if (request.bodyLength() > MAXIMUM_BODY_BYTES) {
            throw RequestRefusedException.gateway(413, "APIGW.0201", "Request entity too large");
        }
        state.guard.check(request, route.projectId());
        return switch (route.kind()) {
            case CREATE -> state.dis.create(route, request);
            case LIST -> state.dis.list(route);
            case SHOW -> state.dis.show(route);
            case DELETE -> state.dis.delete(route);
            case ACTION -> state.dis.act(route, request);
            case LOGIN, UNKNOWN -> throw new IllegalStateException("Not an operation of DIS: " + route.kind());
        };
    }
}
