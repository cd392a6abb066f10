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
package io.github.disdump.camel.performance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers every task with 201 and every login with a token, as cheaply as a server can: a thread for each connection, no
 * object for each task. So what is measured is the caller.
 */
public final class StubDis implements AutoCloseable {

    /** As long as the tokens of the real service. */
    public static final String TOKEN = "t".repeat(1500);

    public static final String PROJECT = "0123456789abcdef0123456789abcdef";

    private static final String LOGIN_BODY = "{\"token\":{\"issued_at\":\"2026-01-01T00:00:00.000000Z\","
            + "\"expires_at\":\"2099-01-01T00:00:00.000000Z\",\"project\":{\"id\":\"" + PROJECT + "\"}}}";
    private static final byte[] LOGGED_IN = ("HTTP/1.1 201 Created\r\nX-Subject-Token: " + TOKEN
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + LOGIN_BODY.length() + "\r\n\r\n"
                    + LOGIN_BODY)
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CREATED =
            ("HTTP/1.1 201 Created\r\nX-Request-Id: 0123456789abcdef0123456789abcdef\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOGIN = "POST /v3/auth/tokens".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final Duration delay;
    private final CountDownLatch meeting;
    private final AtomicLong tasks = new AtomicLong();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    private StubDis(Duration delay, CountDownLatch meeting) throws IOException {
        this.delay = delay;
        this.meeting = meeting;
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "stub-acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Answers at once. */
    public static StubDis quick() throws IOException {
        return new StubDis(Duration.ZERO, new CountDownLatch(0));
    }

    /** Takes its time for each task. */
    public static StubDis taking(Duration delay) throws IOException {
        return new StubDis(delay, new CountDownLatch(0));
    }

    /** Holds back all answers to tasks until somebody has counted the latch down. */
    public static StubDis waitingFor(CountDownLatch meeting) throws IOException {
        return new StubDis(Duration.ZERO, meeting);
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many tasks were asked for, answered or not. */
    public long tasks() {
        return tasks.get();
    }

    /** How many logins were asked for. */
    public int logins() {
        return logins.get();
    }

    /** How many connections were opened, ever. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(connection), "stub-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        byte[] buffer = new byte[256 * 1024];
        try (connection;
                InputStream in = connection.getInputStream();
                OutputStream out = connection.getOutputStream()) {
            int filled = 0;
            while (true) {
                int read = in.read(buffer, filled, buffer.length - filled);
                if (read < 0) {
                    return;
                }
                filled += read;
                if (isWhole(buffer, filled)) {
                    out.write(answer(buffer));
                    filled = 0; // the caller waits for the answer before it sends more
                }
            }
        } catch (IOException e) {
            // the caller is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] answer(byte[] request) throws InterruptedException {
        if (startsWith(request, 0, LOGIN)) {
            logins.incrementAndGet();
            return LOGGED_IN;
        }
        tasks.incrementAndGet();
        meeting.await();
        if (!delay.isZero()) {
            Thread.sleep(delay.toMillis());
        }
        return CREATED;
    }

    /** Looks at the beginnings of lines alone, from one line's end to the next. */
    private static boolean isWhole(byte[] buffer, int filled) {
        int length = 0;
        for (int i = 0; i < filled - 2; i++) {
            if (buffer[i] != '\n') {
                continue;
            }
            if (buffer[i + 1] == '\r') {
                return filled >= i + 3 + length;
            }
            if (startsWith(buffer, i + 1, LENGTH)) {
                length = number(buffer, i + 1 + LENGTH.length);
            }
        }
        return false;
    }

    private static int number(byte[] buffer, int from) {
        int number = 0;
        for (int i = from; buffer[i] != '\r'; i++) {
            if (buffer[i] != ' ') {
                number = number * 10 + buffer[i] - '0';
            }
        }
        return number;
    }

    /** Without regard to the case of letters. */
    private static boolean startsWith(byte[] buffer, int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if ((buffer[at + i] | 0x20) != (text[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
