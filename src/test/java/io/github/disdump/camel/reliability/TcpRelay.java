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
package io.github.disdump.camel.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server on this machine, so that a test can let connections be refused, or lead them to another
 * server, without touching the server itself.
 */
final class TcpRelay implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile int target;
    private volatile ServerSocket listener;
    private volatile int connectionsUntilEvent;
    private volatile Runnable event;

    /** Listens on a free port and leads to the server of this URL. */
    TcpRelay(String url) {
        target = URI.create(url).getPort();
        listener = listen(0);
        port = listener.getLocalPort();
        start(listener);
    }

    /** The same URL with this relay's port. */
    String inFrontOf(String url) {
        return url.replace(":" + URI.create(url).getPort(), ":" + port);
    }

    /** Refuses connections from now on; those that are open stay. */
    void refuse() {
        close(listener);
    }

    /** Takes connections again. */
    void accept() {
        listener = listen(port);
        start(listener);
    }

    /** Leads later connections to the server of this URL. */
    void leadTo(String url) {
        target = URI.create(url).getPort();
    }

    /** Runs something once that many connections were taken, before the last of them has brought anything. */
    void after(int connections, Runnable change) {
        event = change;
        connectionsUntilEvent = connections;
    }

    @Override
    public void close() {
        close(listener);
        sockets.forEach(TcpRelay::close);
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(ServerSocket on) {
        run(() -> {
            while (true) {
                Socket client = on.accept();
                int to = target;
                if (connectionsUntilEvent > 0 && --connectionsUntilEvent == 0) {
                    event.run();
                }
                Socket server = new Socket(LOOPBACK, to);
                sockets.add(client);
                sockets.add(server);
                copy(client, server);
                copy(server, client);
            }
        });
    }

    private void copy(Socket from, Socket to) {
        run(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } finally {
                close(from);
                close(to);
                sockets.remove(from);
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // a socket was closed, which is how each of these threads ends
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(java.io.Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
