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

import java.util.List;
import java.util.Map;

import org.apache.camel.Endpoint;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.disdump.camel.auth.IamCredentials;
import io.github.disdump.camel.auth.TokenAuthenticator;
import io.github.disdump.camel.client.CreateRequest;
import io.github.disdump.camel.http.HttpCall;
import io.github.disdump.camel.http.ServiceUrl;
import io.github.disdump.camel.model.DwsDumpTask;
import io.github.disdump.camel.simulator.DisSimulatorExtension;
import io.github.disdump.camel.simulator.Kind;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** Where Camel shows itself to operators (JMX, its start-up log, the texts of its objects) it shows no secret. */
class SecretsInManagementTest {

    @RegisterExtension
    static DisSimulatorExtension dis = new DisSimulatorExtension();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authToken=SECRET-a&userPassword=SECRET-b",
                "authToken=RAW(SECRET-a&x=SECRET-b)&userPassword=RAW(SECRET-c)",
                "authToken=RAW{SECRET-a)}&userPassword=RAW{SECRET-b)}",
                "iamDomain=d&iamUser=u&password=RAW(SECRET-a)&userPassword=SECRET-b"
            })
    void inEndpointsRoutesAndTheirMBeans(String options) throws Exception {
        try (CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.pointingAt(dis.simulator())) {
            sendAndSearch(camel, options).in(log).findsNothing();
        }
    }

    /** At DEBUG camel-http tells the options with which it makes an endpoint, so that level is left out here. */
    @Test
    void passwordsAmongTheOptionsOfTheHttpEndpoint() throws Exception {
        String options = "authToken=SECRET-a&http.proxyHost=127.0.0.1&http.proxyPort=1&http.proxyAuthMethod=Basic"
                + "&http.proxyAuthUsername=u&http.proxyAuthPassword=RAW(SECRET-b)";
        try (CapturedLog log = CapturedLog.ofEverything();
                CamelFixture camel = CamelFixture.pointingAt(dis.simulator())) {
            sendAndSearch(camel, options).inWhatOperatorsSee(log).findsNothing();
        }
    }

    private static LeakSearch sendAndSearch(CamelFixture camel, String options) throws Exception {
        camel.component().getConfiguration().setIamEndpoint(dis.simulator().baseUrl());
        camel.component().getConfiguration().setRegion("r");
        camel.component().getTask().setUserPassword("SECRET-component");
        camel.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("in").to("dis-dump:dws?stream=s1&" + options);
            }
        });
        camel.send("direct:in", descriptor());
        LeakSearch search = new LeakSearch();
        for (Endpoint endpoint : camel.context().getEndpoints()) {
            search.in("endpoint", endpoint).in("exchange", endpoint.createExchange());
            if (endpoint instanceof DisDumpEndpoint ours) {
                Producer producer = ours.createProducer();
                search.in("producer", producer)
                        .in("configuration", ours.getConfiguration())
                        .in("task", ours.getTask());
            }
        }
        search.in("component", camel.component())
                .in("context", camel.context())
                .in("route", camel.context().getRoute("in"))
                .inEndpointsOf(camel.context())
                .inManagement();
        assertThat(search.size())
                .as("so many texts that MBeans must be among them")
                .isGreaterThan(100);
        return search;
    }

    /** At DEBUG Camel Main tells the values as they are, so that level is left out here. */
    @Test
    void inTheStartUpLogOfCamelMain() throws Exception {
        try (CapturedLog log = CapturedLog.ofEverything()) {
            Main main = new Main();
            Map<String, String> properties = Map.of(
                    "endpoint", dis.simulator().baseUrl(),
                    "iam-endpoint", dis.simulator().baseUrl(),
                    "region", "r",
                    "iam-domain", "d",
                    "iamUser", "u",
                    "password", "SECRET-a",
                    "user-password", "SECRET-b",
                    "http.proxyAuthPassword", "SECRET-c");
            properties.forEach((name, value) -> main.addInitialProperty("camel.component.dis-dump." + name, value));
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("dis-dump:dws?stream=s1");
                }
            });
            try {
                main.start();
                main.getCamelContext()
                        .createProducerTemplate()
                        .send("direct:in", exchange -> exchange.getMessage().setBody(descriptor()));
            } finally {
                main.stop();
            }
            assertThat(dis.simulator().count(Kind.LOGIN)).isEqualTo(1);
            assertThat(log.lines()).anyMatch(line -> line.contains("dis-dump.password = xxxxxx"));
            new LeakSearch().inWhatOperatorsSee(log).findsNothing();
        }
    }

    @Test
    void inTheTextsOfObjects() {
        DwsDumpTask task = new DwsDumpTask();
        task.setTaskName("t1");
        task.setUserPassword("SECRET-a");
        DisDumpConfiguration options = new DisDumpConfiguration();
        options.setAuthToken("SECRET-a");
        options.setPassword("SECRET-b");
        options.setAccessKey("SECRET-c");
        options.setSecretKey("SECRET-d");
        options.setSessionToken("SECRET-e");
        options.getHttp().put("proxyAuthPassword", "SECRET-f");
        HttpCall call = HttpCall.postJson(
                ServiceUrl.of("endpoint", "https://dis.example.com", false), "/path", null, "SECRET-a".getBytes());
        call.addHeader("X-Auth-Token", "SECRET-b");
        ServiceUrl iam = ServiceUrl.of("iamEndpoint", "https://iam.example.com", false);
        List.of(
                        task,
                        options,
                        options.copy(),
                        call,
                        new IamCredentials(iam, "d", "u", "SECRET-a"),
                        new TokenAuthenticator("SECRET-a"),
                        new CreateRequest<>("s1", "p1", DwsDumpTask.TYPE, task))
                .forEach(object ->
                        new LeakSearch().in(object.getClass().getName(), object).findsNothing());
    }
}
