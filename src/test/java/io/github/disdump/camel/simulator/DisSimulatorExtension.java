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

import java.util.Objects;
import java.util.function.Consumer;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a {@link DisSimulator} for JUnit 5 tests, and resets it before each of them.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DisSimulatorExtension dis =
 *         new DisSimulatorExtension().beforeEach(simulator -> simulator.addUser("domain", "user", "password"));
 * }</pre>
 *
 * <p>In a static field, one simulator with one address serves all tests of the class; in a field of the instance, each
 * test gets one of its own.
 */
public final class DisSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final DisSimulatorBuilder settings;
    private Consumer<DisSimulator> preparation = simulator -> {};
    private DisSimulator simulator;
    /** The id of the test class that the simulator serves; null if it serves a single test. */
    private String servedClass;

    /** A simulator with all the defaults. */
    public DisSimulatorExtension() {
        this(DisSimulator.builder());
    }

    /**
     * A simulator with settings.
     *
     * @param settings what the simulator is started with
     */
    public DisSimulatorExtension(DisSimulatorBuilder settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * Sets what to do with the simulator after each reset, such as adding users.
     *
     * @param step what to do
     * @return this
     */
    public DisSimulatorExtension beforeEach(Consumer<DisSimulator> step) {
        preparation = Objects.requireNonNull(step, "step");
        return this;
    }

    /** {@return the running simulator} */
    public DisSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs only while tests run");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // For nested classes this is called again.
        if (simulator == null) {
            servedClass = context.getUniqueId();
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (simulator == null) {
            start();
        } else {
            simulator.reset();
            preparation.accept(simulator);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (servedClass == null) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getUniqueId().equals(servedClass)) {
            servedClass = null;
            stop();
        }
    }

    private void start() {
        simulator = settings.start();
        preparation.accept(simulator);
    }

    private void stop() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }
}
