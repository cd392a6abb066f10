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
package io.github.disdump.examples.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Fault;
import io.github.disdump.camel.simulator.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** The error handling that the component's page prints does what the page says, with nothing added but a directory. */
class ErrorHandlingRouteTest {

    @RegisterExtension
    final DisSimulatorExtension dis = new DisSimulatorExtension();

    @TempDir
    Path deadLetters;

    private CamelFixture camel;

    @BeforeEach
    void addTheRoute() throws Exception {
        camel = CamelFixture.withToken(dis.simulator());
        camel.context().getPropertiesComponent().addOverrideProperty("dead-letters", deadLetters.toString());
        camel.context().addRoutes(new ErrorHandlingRoute());
    }

    @AfterEach
    void close() {
        camel.close();
    }

    @Test
    void aMistakeInTheRequestIsSetAsideAsItCame() throws Exception {
        Map<String, Object> mistaken = new LinkedHashMap<>(CamelFixture.descriptor());
        mistaken.put("dws_delimiter", "#");
        String definition = json(mistaken);

        assertThat(send(definition).getException()).isNull();

        assertThat(setAside("refused")).containsExactly(definition);
        assertThat(setAside("unknown")).isEmpty();
        assertThat(dis.simulator().count(Kind.CREATE)).isZero();
    }

    @Test
    void anUnknownOutcomeIsSetAsideAndNotTriedAgain() throws Exception {
        dis.simulator().fail(Kind.CREATE, Fault.disError(500, "DIS.5000", "System error."));
        dis.simulator().fail(Kind.CREATE, Fault.resetAfterWork());
        String definition = json(CamelFixture.descriptor());

        assertThat(send(definition).getException()).isNull();
        assertThat(send(definition).getException()).isNull();

        assertThat(setAside("unknown")).containsExactly(definition, definition);
        assertThat(setAside("refused")).isEmpty();
        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(2);
    }

    @Test
    void aRefusalReachesTheCaller() throws Exception {
        dis.simulator().addTask("orders", "dwstask");

        assertThat(send(json(CamelFixture.descriptor())).getException()).hasMessageContaining("DIS.4355");

        assertThat(dis.simulator().count(Kind.CREATE)).isEqualTo(1);
        assertThat(setAside("refused")).isEmpty();
        assertThat(setAside("unknown")).isEmpty();
    }

    private Exchange send(String definition) {
        return camel.send("direct:task-definition", definition);
    }

    private static String json(Map<String, Object> definition) throws Exception {
        return new JsonMapper().writeValueAsString(definition);
    }

    private List<String> setAside(String kind) throws Exception {
        Path directory = deadLetters.resolve(kind);
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(ErrorHandlingRouteTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
