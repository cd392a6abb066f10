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
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.net.ssl.SSLException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.disdump.camel.simulator.SimulatorTestClient.STREAM;
import static io.github.disdump.camel.simulator.SimulatorTestClient.example;
import static io.github.disdump.camel.simulator.SimulatorTestClient.json;
import static io.github.disdump.camel.simulator.SimulatorTestClient.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class DisSimulatorTest {

    private static final int CLIENTS = 96;

    @Test
    void createsShowsAndRecords() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);

            HttpResponse<String> created = client.create(example());
            client.get(client.tasksPath());
            client.get(client.tasksPath() + "/dwstask");
            client.get(client.tasksPath() + "/other?x=y");

            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.body()).isEmpty();
            assertThat(dis.tasks(STREAM)).extracting(SimulatedTask::name).containsExactly("dwstask");
            assertThat(dis.requests())
                    .extracting(ReceivedRequest::kind, ReceivedRequest::method, ReceivedRequest::status)
                    .containsExactly(
                            tuple(Kind.CREATE, "POST", 201),
                            tuple(Kind.LIST, "GET", 200),
                            tuple(Kind.SHOW, "GET", 200),
                            tuple(Kind.SHOW, "GET", 400));
            ReceivedRequest request = dis.requests(Kind.CREATE).get(0);
            assertThat(request.header("content-type")).contains("application/json");
            assertThat(request.headers()).containsKey("X-AUTH-TOKEN");
            assertThat(new String(request.body())).isEqualTo(example().toString());
            assertThat(dis.requests(Kind.SHOW).get(1).query()).isEqualTo("x=y");
            assertThat(dis.requests(Kind.SHOW).get(1).json().isMissingNode()).isTrue();
            assertThat(dis.count(Kind.SHOW)).isEqualTo(2);
            dis.resetRequests();
            assertThat(dis.requests()).isEmpty();
            assertThat(dis.count(Kind.SHOW)).isZero();
        }
    }

    @Test
    void everyAnswerHasARequestIdOfItsOwn() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);
            Set<String> ids = new HashSet<>();

            for (HttpResponse<String> response :
                    List.of(client.create(example()), client.create(example()), client.get("/"), client.create(""))) {
                String id = response.headers().firstValue("X-Request-Id").orElseThrow();
                assertThat(id).matches("[0-9a-f]{32}");
                ids.add(id);
            }

            assertThat(ids).hasSize(4);
        }
    }

    @Test
    void manyClientsAtOnceCreateEachTaskOnce() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            dis.taskQuota(1000);
            SimulatorTestClient client = new SimulatorTestClient(dis);

            List<Integer> statuses =
                    inParallel(i -> client.create(example("t" + i % 12)).statusCode());

            assertThat(dis.tasks(STREAM))
                    .extracting(SimulatedTask::name)
                    .hasSize(12)
                    .doesNotHaveDuplicates();
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(12);
            assertThat(statuses).filteredOn(status -> status == 400).hasSize(CLIENTS - 12);
            assertThat(dis.count(Kind.CREATE)).isEqualTo(CLIENTS);
        }
    }

    @Test
    void manyRequestsAreServedAtOnceHoweverSlow() {
        HttpClient http = HttpClient.newHttpClient();
        try (DisSimulator dis = DisSimulator.start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);
            dis.failAlways(Kind.LIST, Fault.delay(Duration.ofHours(1)));

            for (int i = 0; i < CLIENTS; i++) {
                http.sendAsync(client.request(client.tasksPath()).build(), BodyHandlers.discarding());
            }

            Awaitility.await().until(() -> dis.count(Kind.LIST) == CLIENTS);
            assertThat(dis.requests())
                    .extracting(ReceivedRequest::status)
                    .containsOnly(ReceivedRequest.NOT_ANSWERED_YET);
        }
    }

    private interface Call {
        int make(int number) throws Exception;
    }

    private static List<Integer> inParallel(Call call) throws Exception {
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, CLIENTS)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        together.await();
                        return call.make(i);
                    })
                    .toList();
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void connectionsAreKeptAliveAndPlainHttp11() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            HttpClient upgrading =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(dis.baseUrl())).build();

            HttpResponse<String> response = upgrading.send(request, BodyHandlers.ofString());

            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(response.headers().firstValue("Connection")).isEmpty();
            assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void longTokensGoThrough() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);
            dis.fail(Kind.CREATE, Fault.empty(201).withHeader("X-Subject-Token", "x".repeat(32768)));

            HttpResponse<String> response = send(client.plain(client.tasksPath())
                    .header("X-Auth-Token", "x".repeat(32768))
                    .POST(HttpRequest.BodyPublishers.noBody()));

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.headers().firstValue("X-Subject-Token").orElseThrow())
                    .hasSize(32768);
        }
    }

    @Test
    void onlyTheLoopbackAddressIsBound() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            int port = URI.create(dis.baseUrl()).getPort();
            assertThat(dis.baseUrl()).isEqualTo("http://127.0.0.1:" + port);

            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .forEach(address -> assertThatThrownBy(() -> {
                                try (Socket socket = new Socket()) {
                                    socket.connect(new InetSocketAddress(address, port), 1000);
                                }
                            })
                            .isInstanceOf(IOException.class));
        }
    }

    @Test
    void wireMocksOwnPagesAreClosed() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);

            assertThat(client.get("/__admin/mappings").statusCode()).isEqualTo(401);
            assertThat(client.get("/__files/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPortCanBeChosen() throws Exception {
        int port;
        try (DisSimulator dis = DisSimulator.start()) {
            port = URI.create(dis.baseUrl()).getPort();
        }
        try (DisSimulator dis = DisSimulator.builder()
                .port(port)
                .threads(16)
                .project("p1", "region-1")
                .start()) {
            assertThat(dis.baseUrl()).endsWith(":" + port);
            assertThat(dis.projectId()).isEqualTo("p1");
            assertThat(dis.projectName()).isEqualTo("region-1");
            assertThatThrownBy(dis::httpsBaseUrl).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> DisSimulator.builder().threads(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DisSimulator.builder().requestLimit(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDefaultProjectIdLooksLikeOne() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            assertThat(dis.projectId()).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void onlyTheLatestRequestsAreKeptIfLimited() throws Exception {
        try (DisSimulator dis = DisSimulator.builder().requestLimit(2).start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);
            client.get("/1");
            client.get("/2");
            client.get("/3");

            assertThat(dis.requests()).extracting(ReceivedRequest::path).containsExactly("/2", "/3");
            assertThat(dis.count(Kind.UNKNOWN)).isEqualTo(3);
        }
    }

    @Test
    void httpsIsServedWithACertificateOfOnesOwn(@TempDir Path directory) throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.in(directory);
        try (DisSimulator dis = DisSimulator.builder()
                .https(certificate.keystore(), certificate.password())
                .start()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(dis.httpsBaseUrl() + "/x"))
                    .build();
            HttpClient trusting = HttpClient.newBuilder()
                    .sslContext(certificate.trustingContext())
                    .build();

            HttpResponse<String> response = trusting.send(request, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(json(response).path("error_code").asText()).isEqualTo("APIGW.0101");
            assertThat(certificate.toString()).doesNotContain(certificate.password());
        }
    }

    @Test
    void httpsHasACertificateNobodyTrustsByDefault() throws Exception {
        try (DisSimulator dis = DisSimulator.builder().https().start()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(dis.httpsBaseUrl())).build();

            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aResetForgetsEverything() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);
            dis.addUser("d", "u", "p");
            client.create(example());
            dis.failAlways(Kind.CREATE, Fault.empty(500));
            dis.lenientTypes(true);

            dis.reset();

            assertThat(dis.tasks(STREAM)).isEmpty();
            assertThat(dis.requests()).isEmpty();
            assertThat(client.create(example()).statusCode()).isEqualTo(441);
            assertThat(client.login("d", "u", "p", null).statusCode()).isEqualTo(401);
            SimulatorTestClient again = new SimulatorTestClient(dis);
            assertThat(again.create(example()).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void closingLeavesNoThreadEvenWithRequestsUnderWay() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(3, task -> new Thread(task, "caller"));
        try {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            DisSimulator dis = DisSimulator.builder().https().start();
            SimulatorTestClient client = new SimulatorTestClient(dis);
            dis.fail(Kind.CREATE, Fault.delay(Duration.ofHours(1)));
            dis.fail(Kind.LIST, Fault.delayBeforeWork(Duration.ofHours(1)));
            dis.fail(Kind.SHOW, Fault.dribble(10, Duration.ofHours(1)));
            callers.submit(() -> client.create(example()));
            callers.submit(() -> client.get(client.tasksPath()));
            callers.submit(() -> client.get(client.tasksPath() + "/t"));
            Awaitility.await().until(() -> dis.requests().size() == 3);
            assertThat(serverThreadsBut(before)).isNotEmpty();
            long start = System.nanoTime();

            dis.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(serverThreadsBut(before)).isEmpty();
            dis.close();
        } finally {
            callers.shutdownNow();
        }
    }

    /** The threads that are new, without those of this test's own client. */
    private static List<Thread> serverThreadsBut(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .filter(thread -> !thread.getName().startsWith("HttpClient-"))
                .filter(thread -> !thread.getName().startsWith("caller"))
                .filter(thread -> !thread.getName().startsWith("awaitility"))
                .toList();
    }

    @Test
    void noTextOfTheSimulatorTellsASecret() throws Exception {
        try (DisSimulator dis = DisSimulator.start()) {
            SimulatorTestClient client = new SimulatorTestClient(dis);
            dis.addUser("d", "u", "userpassword");
            dis.addAccessKey("AK", "secret-key");
            client.create(example());
            client.login("d", "u", "userpassword", null);
            String token = dis.requests().get(0).header("X-Auth-Token").orElseThrow();

            String texts = dis + " " + dis.requests() + dis.tasks(STREAM) + dis.behaviour() + DisSimulator.builder()
                    + Fault.disError(400, "c", "userpassword");

            assertThat(texts).doesNotContain("userpassword", token, "secret-key");
            assertThat(texts).contains("dwstask", "CREATE POST /v2/", "201", dis.baseUrl());
        }
    }
}
