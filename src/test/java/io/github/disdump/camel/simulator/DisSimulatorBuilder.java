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

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/** What can be set before a {@link DisSimulator} starts. */
public final class DisSimulatorBuilder {

    int port;
    int threads = 256;
    int requestLimit = Integer.MAX_VALUE;
    boolean https;
    Path keystore;
    String keystorePassword;
    Clock clock = Clock.systemUTC();
    Token.Project project = new Token.Project("0d150d150d150d150d150d150d150d15", "simulated-1");

    DisSimulatorBuilder() {}

    /**
     * Sets the port for HTTP.
     *
     * @param number the port; 0, the default, takes a free one
     * @return this
     */
    public DisSimulatorBuilder port(int number) {
        port = number;
        return this;
    }

    /**
     * Sets how many threads the server may use. Each request under way holds one, delayed ones too.
     *
     * @param number the highest number of threads, 16 or more; default 256
     * @return this
     */
    public DisSimulatorBuilder threads(int number) {
        if (number < 16) {
            throw new IllegalArgumentException("threads: " + number + " is less than 16");
        }
        threads = number;
        return this;
    }

    /**
     * Sets how many requests are kept for {@link DisSimulator#requests()}, for tests under load. The oldest are
     * forgotten first; {@link DisSimulator#count} counts them all the same.
     *
     * @param number the highest number of requests, 0 or more; default no limit
     * @return this
     */
    public DisSimulatorBuilder requestLimit(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("number: " + number + " is negative");
        }
        requestLimit = number;
        return this;
    }

    /**
     * Sets the clock that rules the life of tokens, the age of signatures, the lock of accounts and the times of
     * tasks.
     *
     * @param source the clock, such as a {@link SimulatorClock}; default the system's
     * @return this
     */
    public DisSimulatorBuilder clock(Clock source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Sets the default project.
     *
     * @param id the id; default 32 hexadecimal digits
     * @param name the name, which in the cloud is the id of a region; default {@code simulated-1}
     * @return this
     */
    public DisSimulatorBuilder project(String id, String name) {
        project = new Token.Project(Objects.requireNonNull(id, "id"), Objects.requireNonNull(name, "name"));
        return this;
    }

    /**
     * Serves HTTPS too, on a free port of its own, with a certificate that no client trusts and that names no host.
     *
     * @return this
     */
    public DisSimulatorBuilder https() {
        https = true;
        return this;
    }

    /**
     * Serves HTTPS too, on a free port of its own, with a certificate of yours.
     *
     * @param file a key store in the PKCS #12 format with one key; its certificate should name 127.0.0.1
     * @param password the password of the key store and of the key
     * @return this
     */
    public DisSimulatorBuilder https(Path file, String password) {
        keystore = Objects.requireNonNull(file, "file");
        keystorePassword = Objects.requireNonNull(password, "password");
        return https();
    }

    /**
     * Starts the simulator.
     *
     * @return the running simulator
     */
    public DisSimulator start() {
        return new DisSimulator(this);
    }
}
