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
package io.github.disdump.camel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers 201 to whatever comes, as cheaply as a server can: a thread for each connection, no object for each request. So what
 * is measured is the caller.
 */
final class StubDis implements AutoCloseable {

    private static final byte[] CREATED =
            ("HTTP/1.1 201 Created\r\nX-Request-Id: 0123456789abcdef0123456789abcdef\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final AtomicLong requests = new AtomicLong();

    StubDis() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "stub-acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    long requests() {
        return requests.get();
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
                Thread thread = new Thread(() -> serve(connection), "stub-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        byte[] buffer = new byte[64 * 1024];
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
                int head = endOfHead(buffer, filled);
                if (head >= 0 && filled >= head + contentLength(buffer, head)) {
                    requests.incrementAndGet();
                    out.write(CREATED);
                    filled = 0; // the caller waits for the answer before it sends more
                }
            }
        } catch (IOException e) {
            // the caller is gone
        }
    }

    private static int endOfHead(byte[] buffer, int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int contentLength(byte[] buffer, int head) {
        for (int i = 0; i + LENGTH.length < head; i++) {
            int matched = 0;
            while (matched < LENGTH.length && (buffer[i + matched] | 0x20) == (LENGTH[matched] | 0x20)) {
                matched++;
            }
            if (matched == LENGTH.length) {
                int length = 0;
                for (int j = i + matched; buffer[j] != '\r'; j++) {
                    if (buffer[j] != ' ') {
                        length = length * 10 + buffer[j] - '0';
                    }
                }
                return length;
            }
        }
        return 0;
    }
}
