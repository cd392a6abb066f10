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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.disdump.camel.simulator.SimulatorTestClient.STREAM;
import static io.github.disdump.camel.simulator.SimulatorTestClient.example;
import static io.github.disdump.camel.simulator.SimulatorTestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultTest {

    @RegisterExtension
    static final DisSimulatorExtension EXTENSION = new DisSimulatorExtension();

    private DisSimulator dis;
    private SimulatorTestClient client;

    @BeforeEach
    void newClient() {
        dis = EXTENSION.simulator();
        client = new SimulatorTestClient(dis);
    }

    private HttpResponse<String> createWith(Fault fault) throws Exception {
        dis.fail(Kind.CREATE, fault);
        return client.create(example());
    }

    private int lastStatus() {
        return dis.requests(Kind.CREATE).get(dis.count(Kind.CREATE) - 1).status();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 400, 401, 403, 404, 429, 441, 500, 503, 504, 599})
    void anyStatusCanBeAnswered(int status) throws Exception {
        HttpResponse<String> response = createWith(Fault.empty(status));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertThat(dis.tasks(STREAM)).isEmpty();
        assertThat(lastStatus()).isEqualTo(status);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(
                        Fault.disError(400, "DIS.4303", "too fast"), "{'errorCode':'DIS.4303','message':'too fast'}"),
                Arguments.of(Fault.gatewayError(429, "APIGW.0308", "too fast").withHeader("X-Request-Id", "id1"), null),
                Arguments.of(Fault.iamError(401, "no"), "{'error':{'code':401,'message':'no','title':'Unauthorized'}}"),
                Arguments.of(
                        Fault.iamErrorCode(401, "IAM.0061", "locked"),
                        "{'error_code':'IAM.0061','error_msg':'locked'}"),
                Arguments.of(Fault.answer(500, "{'a':1}".replace('\'', '"')), "{'a':1}"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsHaveTheShapeOfTheirService(Fault fault, String body) throws Exception {
        HttpResponse<String> response = createWith(fault);

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        if (body != null) {
            assertThat(response.body()).isEqualTo(body.replace('\'', '"'));
        } else {
            assertThat(json(response).path("error_code").asText()).isEqualTo("APIGW.0308");
            assertThat(json(response).path("error_msg").asText()).isEqualTo("too fast");
        }
    }

    @Test
    void aGatewayErrorRepeatsTheRequestIdOfTheHeader() throws Exception {
        HttpResponse<String> response = createWith(Fault.gatewayError(503, "APIGW.0613", "IAM is down"));

        assertThat(json(response).path("request_id").asText())
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void headersCanBeAddedAndTheRequestIdLeftOut() throws Exception {
        HttpResponse<String> response =
                createWith(Fault.html(502).withHeader("Retry-After", "7").withoutRequestId());

        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(response.headers().firstValue("X-Request-Id")).isEmpty();
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.body()).startsWith("<html>");
    }

    @Test
    void bodiesOfAnyTypeCanBeAnswered() throws Exception {
        HttpResponse<String> response =
                createWith(Fault.answer(400, "text/plain", "nö".getBytes(StandardCharsets.UTF_8)));

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(response.body()).isEqualTo("nö");
    }

    @Test
    void aTruncatedErrorIsNotJson() throws Exception {
        HttpResponse<String> response = createWith(Fault.truncated(500));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).startsWith("{\"errorCode\"");
        assertThat(json(response).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 10_000_000})
    void aHugeErrorHasTheSizeAskedFor(int bytes) throws Exception {
        HttpResponse<String> response = createWith(Fault.huge(500, bytes));

        assertThat(response.body()).hasSize(bytes);
        assertThat(json(response).path("errorCode").asText()).isEqualTo("DIS.5000");
    }

    @Test
    void aRedirectNamesItsTarget() throws Exception {
        HttpResponse<String> found = createWith(Fault.redirect("http://127.0.0.1:1/x"));
        HttpResponse<String> temporary = createWith(Fault.redirect(307, "http://127.0.0.1:1/y"));

        assertThat(found.statusCode()).isEqualTo(302);
        assertThat(found.headers().firstValue("Location")).contains("http://127.0.0.1:1/x");
        assertThat(temporary.statusCode()).isEqualTo(307);
        assertThat(temporary.headers().firstValue("Location")).contains("http://127.0.0.1:1/y");
    }

    @Test
    void anEchoRepeatsHeadersAndBody() throws Exception {
        HttpResponse<String> response = createWith(Fault.echoRequest(400));

        String token = dis.requests().get(0).header("X-Auth-Token").orElseThrow();
        assertThat(json(response).path("message").asText()).contains("userpassword", token);
    }

    @Test
    void aResetBeforeWorkCreatesNothing() {
        assertThatThrownBy(() -> createWith(Fault.resetBeforeWork())).isInstanceOf(IOException.class);
        assertThat(dis.tasks(STREAM)).isEmpty();
        assertThat(lastStatus()).isEqualTo(ReceivedRequest.NO_ANSWER);
    }

    @Test
    void aResetAfterWorkCreatesTheTask() {
        assertThatThrownBy(() -> createWith(Fault.resetAfterWork())).isInstanceOf(IOException.class);
        assertThat(dis.tasks(STREAM)).hasSize(1);
        assertThat(lastStatus()).isEqualTo(ReceivedRequest.NO_ANSWER);
    }

    @Test
    void aHalfAnswerCreatesTheTaskAndBreaksOff() throws Exception {
        dis.fail(Kind.CREATE, Fault.halfAnswer());

        String answer = rawCreate();

        assertThat(answer).startsWith("HTTP/1.1 201").contains("X-Request-Id", "\r\n\r\n");
        assertThat(answer).contains("Content-Length: 2\r\n").endsWith("\r\n\r\n ");
        assertThat(dis.tasks(STREAM)).hasSize(1);
        assertThat(lastStatus()).isEqualTo(201);
    }

    @Test
    void aHalfAnswerIsNoAnswerForAClientThatReadsOn() {
        assertThatThrownBy(() -> createWith(Fault.halfAnswer())).isInstanceOf(IOException.class);
    }

    @Test
    void garbageIsNotHttp() throws Exception {
        dis.fail(Kind.CREATE, Fault.garbage());

        assertThat(rawCreate()).isNotEmpty().doesNotStartWith("HTTP");
        assertThat(dis.tasks(STREAM)).isEmpty();
        assertThat(lastStatus()).isEqualTo(ReceivedRequest.NO_ANSWER);
    }

    @Test
    void garbageAfterWorkCreatesTheTask() throws Exception {
        dis.fail(Kind.CREATE, Fault.garbage().afterWork());

        assertThat(rawCreate()).doesNotStartWith("HTTP");
        assertThat(dis.tasks(STREAM)).hasSize(1);
    }

    @Test
    void anEmptyResponseEndsTheConnection() throws Exception {
        dis.fail(Kind.CREATE, Fault.emptyResponse());

        assertThat(rawCreate()).isEmpty();
        assertThat(dis.tasks(STREAM)).isEmpty();
    }

    @Test
    void anAnswerOfItsOwnMayFollowTheWork() throws Exception {
        HttpResponse<String> response = createWith(Fault.html(504).afterWork());

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(dis.tasks(STREAM)).hasSize(1);
    }

    @Test
    void aDelayedAnswerComesLate() throws Exception {
        long start = System.nanoTime();

        HttpResponse<String> response = createWith(Fault.delay(Duration.ofMillis(300)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void aDelayComesAfterTheWorkUnlessToldOtherwise() throws Exception {
        dis.fail(Kind.CREATE, Fault.delay(Duration.ofMinutes(5)));
        dis.fail(Kind.CREATE, Fault.delayBeforeWork(Duration.ofMinutes(5)));
        String address = dis.baseUrl();

        try (Socket first = open(address);
                Socket second = open(address)) {
            sendCreate(first, "one");
            Awaitility.await().until(() -> dis.task(STREAM, "one").isPresent());
            sendCreate(second, "two");
            Awaitility.await().until(() -> dis.count(Kind.CREATE) == 2);

            assertThat(dis.task(STREAM, "two")).isEmpty();
            assertThat(dis.requests())
                    .extracting(ReceivedRequest::status)
                    .containsOnly(ReceivedRequest.NOT_ANSWERED_YET);
        }
    }

    @Test
    void aFaultMayBeDelayedToo() throws Exception {
        long start = System.nanoTime();

        HttpResponse<String> response =
                createWith(Fault.disError(500, "DIS.5000", "late").withDelay(Duration.ofMillis(300)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(response.statusCode()).isEqualTo(500);
    }

    @Test
    void aDribbledAnswerTakesItsTimeAndIsWhole() throws Exception {
        dis.addTask(STREAM, "t");
        dis.fail(Kind.LIST, Fault.dribble(5, Duration.ofMillis(300)));
        long start = System.nanoTime();

        HttpResponse<String> response = client.get(client.tasksPath());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(json(response).path("total_number").asInt()).isEqualTo(1);
    }

    @Test
    void aDribbledCreationHasABodyOfSpaces() throws Exception {
        HttpResponse<String> response = createWith(Fault.dribble(3, Duration.ofMillis(30)));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("   ");
    }

    @Test
    void faultsAreQueuedPerKindAndTheLastingOneComesAfter() throws Exception {
        dis.failAlways(Kind.CREATE, Fault.empty(503));
        dis.fail(Kind.CREATE, 2, Fault.empty(500));
        dis.fail(Kind.CREATE, Fault.none());

        assertThat(client.get(client.tasksPath()).statusCode()).isEqualTo(200);
        assertThat(client.create(example()).statusCode()).isEqualTo(500);
        assertThat(client.create(example()).statusCode()).isEqualTo(500);
        assertThat(client.create(example()).statusCode()).isEqualTo(201);
        assertThat(client.create(example()).statusCode()).isEqualTo(503);
        assertThat(client.create(example()).statusCode()).isEqualTo(503);
        dis.clearFaults();
        assertThat(client.create(example("other")).statusCode()).isEqualTo(201);
    }

    @Test
    void faultsOfTheLoginAreItsOwn() throws Exception {
        dis.addUser("d", "u", "p");
        dis.fail(Kind.LOGIN, Fault.gatewayError(429, "APIGW.0308", "slow down"));

        assertThat(client.login("d", "u", "p", null).statusCode()).isEqualTo(429);
        assertThat(client.login("d", "u", "p", null).statusCode()).isEqualTo(201);
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThatThrownBy(() -> Fault.huge(500, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.none().dribbled(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dis.fail(Kind.CREATE, 0, Fault.none())).isInstanceOf(IllegalArgumentException.class);
    }

    private String rawCreate() throws IOException {
        try (Socket socket = open(dis.baseUrl())) {
            sendCreate(socket, "raw");
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                in.transferTo(answer);
            } catch (SocketException e) {
                // A reset ends the answer as well.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static Socket open(String address) throws IOException {
        URI uri = URI.create(address);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private void sendCreate(Socket socket, String task) throws IOException {
        byte[] body = example(task).toString().getBytes(StandardCharsets.UTF_8);
        String head =
                "POST " + client.tasksPath() + " HTTP/1.1\r\nHost: simulator\r\nContent-Type: application/json\r\n"
                        + "X-Auth-Token: " + dis.issueToken() + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }
}
