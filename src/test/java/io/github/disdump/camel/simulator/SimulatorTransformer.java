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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

/** Hands WireMock's requests to the router, and the router's replies to WireMock. */
final class SimulatorTransformer implements ResponseTransformerV2 {

    private static final String CONTENT_LENGTH = "Content-Length";

    private final RequestRouter router;

    SimulatorTransformer(RequestRouter router) {
        this.router = router;
    }

    @Override
    public String getName() {
        return "dis-simulator";
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        LoggedRequest request = event.getRequest();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), List.copyOf(header.values()));
        }
        byte[] body = request.getBody() == null ? new byte[0] : request.getBody();
        return response(router.handle(request.getMethod().getName(), request.getUrl(), headers, body));
    }

    private static Response response(Reply reply) {
        Response.Builder builder = Response.response();
        switch (reply.delivery()) {
            case WHOLE -> whole(builder, reply);
            case HALF -> half(builder, reply.answer());
            case RESET -> builder.fault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
            case EMPTY -> builder.fault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
            case GARBAGE -> builder.fault(com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE);
        }
        return builder.build();
    }

    private static void whole(Response.Builder builder, Reply reply) {
        Answer answer = reply.answer();
        builder.status(answer.status()).body(answer.body());
        if (reply.chunks() > 0) {
            builder.headers(headers(answer));
            builder.chunkedDribbleDelay(new ChunkedDribbleDelay(
                    reply.chunks(), Math.toIntExact(reply.over().toMillis())));
        } else if (answer.status() == 204) {
            builder.headers(headers(answer));
        } else {
            builder.headers(headers(answer.withHeader(CONTENT_LENGTH, Integer.toString(answer.body().length))));
        }
    }

    /** Announces more bytes than it sends; the server then has to break the connection. */
    private static void half(Response.Builder builder, Answer answer) {
        byte[] whole = answer.body().length == 0 ? new byte[] {' ', ' '} : answer.body();
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        builder.status(answer.status())
                .body(half)
                .headers(headers(answer.withHeader(CONTENT_LENGTH, Integer.toString(whole.length))));
    }

    private static HttpHeaders headers(Answer answer) {
        List<HttpHeader> headers = new ArrayList<>();
        answer.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        return new HttpHeaders(headers);
    }
}
