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
package io.github.disdump.camel.springboot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.disdump.camel.CamelFixture;
import io.github.disdump.camel.DisDumpComponent;
import io.github.disdump.camel.simulator.DisSimulator;

/**
 * A Spring Boot application with one route to the component, started as its main method would. Each source of properties has
 * what the test gives it and nothing of the machine.
 */
public final class SpringBootApplicationFixture implements AutoCloseable {

    static {
        // Otherwise Spring Boot would set up the logging of all tests anew.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("dis-dump:dws?stream=s1");
                }
            };
        }
    }

    /** An application whose route uses no component of ours. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithoutRoute {}

    private final Map<String, Object> environment = new LinkedHashMap<>();
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final SpringApplicationBuilder builder;
    private final Path directory;
    private ConfigurableApplicationContext context;

    public SpringBootApplicationFixture(Path directory) {
        this(directory, Application.class);
    }

    SpringBootApplicationFixture(Path directory, Class<?>... configuration) {
        this.directory = directory;
        this.builder = new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false);
        defaults.put("spring.config.location", directory + "/");
    }

    /** The simulator's address, project and a valid token, behind all other sources. */
    SpringBootApplicationFixture withToken(DisSimulator dis) {
        defaults.put("camel.component.dis-dump.endpoint", dis.baseUrl());
        defaults.put("camel.component.dis-dump.project-id", dis.projectId());
        defaults.put("camel.component.dis-dump.auth-token", dis.issueToken());
        return this;
    }

    /** The simulator's addresses and region, for a user of IAM. */
    SpringBootApplicationFixture withEndpoints(DisSimulator dis) {
        defaults.put("camel.component.dis-dump.endpoint", dis.baseUrl());
        defaults.put("camel.component.dis-dump.iam-endpoint", dis.baseUrl());
        defaults.put("camel.component.dis-dump.region", dis.projectName());
        return this;
    }

    public SpringBootApplicationFixture file(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public SpringBootApplicationFixture environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public SpringBootApplicationFixture start(String... arguments) {
        builder.environment(new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addLast(
                        new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
            }
        });
        context = builder.properties(defaults).run(arguments);
        return this;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    DisDumpComponent component() {
        return context.getBean(CamelContext.class).getComponent("dis-dump", DisDumpComponent.class);
    }

    /** Sends a whole task through the route; a failure is thrown. */
    void send() {
        sendWithout("no such field");
    }

    /** Sends a task that leaves one field to the options. */
    public void sendWithout(String field) {
        Map<String, Object> descriptor = CamelFixture.descriptor();
        descriptor.remove(field);
        context.getBean(ProducerTemplate.class).sendBody("direct:in", descriptor);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
