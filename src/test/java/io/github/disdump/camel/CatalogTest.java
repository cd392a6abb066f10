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
package io.github.disdump.camel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tools that read Camel's catalog know the component and its options. */
class CatalogTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    @BeforeEach
    void load() throws IOException {
        try (InputStream json =
                DisDumpComponent.class.getResourceAsStream("/org/apache/camel/catalog/components/dis-dump.json")) {
            assertThat(json).as("description where tools look for it").isNotNull();
            catalog.addComponent(
                    "dis-dump",
                    DisDumpComponent.class.getName(),
                    new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dis-dump:dws?stream=s1&taskName=t&deliverTimeInterval=60",
                "dis-dump:DWS?stream=s1",
                "dis-dump:dws?http.responseTimeout=5000&consumerStrategy=LATEST&ifExists=ignoreSame",
                "dis-dump:dws?retryDelay=2s&maxRetries=5&fillMissingFields=on&retryDuration=0&ignoreBody=true"
            })
    void aRightUriIsFoundToBeRight(String uri) {
        assertThat(validate(uri).isSuccess()).isTrue();
    }

    @Test
    void aMistypedOptionIsFound() {
        EndpointValidationResult result = validate("dis-dump:dws?secrtKey=x");

        assertThat(result.isSuccess()).isFalse();
        assertThat(result.getUnknown()).containsExactly("secrtKey");
    }

    @Test
    void aWrongWordOfAListIsFound() {
        assertThat(validate("dis-dump:dws?consumerStrategy=OLDEST").getInvalidEnum())
                .containsKey("consumerStrategy");
        assertThat(validate("dis-dump:dws?ifExists=skip").getInvalidEnum()).containsKey("ifExists");
        assertThat(validate("dis-dump:obs").getInvalidEnum()).containsKey("destination");
    }

    @Test
    void aWrongNumberIsFound() {
        assertThat(validate("dis-dump:dws?deliverTimeInterval=often").getInvalidInteger())
                .containsKey("deliverTimeInterval");
        assertThat(validate("dis-dump:dws?retryDuration=long").getInvalidInteger())
                .containsKey("retryDuration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.dis-dump.project-id=p",
                "camel.component.dis-dump.projectId=p",
                "camel.component.dis-dump.user-password=x",
                "camel.component.dis-dump.max-retries=5"
            })
    void aRightPropertyIsFoundToBeRight(String property) {
        assertThat(catalog.validateConfigurationProperty(property).isSuccess()).isTrue();
    }

    @Test
    void aWrongPropertyIsFound() {
        assertThat(catalog.validateConfigurationProperty("camel.component.dis-dump.projct-id=p")
                        .getUnknown())
                .containsExactly("camel.component.dis-dump.projct-id");
        assertThat(catalog.validateConfigurationProperty("camel.component.dis-dump.max-retries=many")
                        .getInvalidInteger())
                .containsOnlyKeys("camel.component.dis-dump.max-retries");
        assertThat(catalog.validateConfigurationProperty("camel.component.dis-dump.if-exists=skip")
                        .getInvalidEnum())
                .containsOnlyKeys("camel.component.dis-dump.if-exists");
    }

    private EndpointValidationResult validate(String uri) {
        return catalog.validateEndpointProperties(uri);
    }
}
