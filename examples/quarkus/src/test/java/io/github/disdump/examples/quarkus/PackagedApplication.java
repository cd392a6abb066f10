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
package io.github.disdump.examples.quarkus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.disdump.camel.simulator.DisSimulator;

/** The packaged application in a process of its own, on a free port of the loopback address. */
final class PackagedApplication implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<URI> address = new CompletableFuture<>();

    private PackagedApplication(Path directory, Map<String, String> environment, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dquarkus.http.port=0");
        command.addAll(options);
        command.add("-jar");
        command.add(directory.resolve(JAR).toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        Thread reader = new Thread(this::read, "output of the application");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * With the region and the user of an environment.
     *
     * @param directory where this example is
     */
    static PackagedApplication start(Path directory, Map<String, String> environment) throws IOException {
        return new PackagedApplication(directory, environment, List.of());
    }

    /** With a user of the simulator. Secrets go by the environment: other users of a machine see the command line. */
    static PackagedApplication start(Path directory, DisSimulator dis) throws IOException {
        dis.addUser("example-account", "example-user", "example-password");
        return new PackagedApplication(
                directory,
                Map.of(
                        "DIS_DUMP_REGION", dis.projectName(),
                        "DIS_DUMP_IAM_DOMAIN", "example-account",
                        "DIS_DUMP_IAM_USER", "example-user",
                        "DIS_DUMP_PASSWORD", "example-password",
                        "DIS_DUMP_USER_PASSWORD", "password-of-dbadmin"),
                List.of(
                        "-Dcamel.component.dis-dump.endpoint=" + dis.baseUrl(),
                        "-Dcamel.component.dis-dump.iam-endpoint=" + dis.baseUrl()));
    }

    /** Where it listens; waits until it does. */
    URI address() throws Exception {
        return address.get(60, TimeUnit.SECONDS);
    }

    /** What it has written so far. */
    String output() {
        return output.toString();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(URI.create(listening.group(1)));
                }
            }
        } catch (IOException e) {
            address.completeExceptionally(new UncheckedIOException(e));
        }
        address.completeExceptionally(new IllegalStateException("It ended:\n" + output));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
