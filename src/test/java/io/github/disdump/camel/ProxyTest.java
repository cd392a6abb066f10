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

import org.junit.jupiter.api.Test;

import static io.github.disdump.camel.CamelFixture.descriptor;
import static org.assertj.core.api.Assertions.assertThat;

/** A proxy between the routes and the services. */
class ProxyTest {

    private static final String URI = "dis-dump:dws?stream=s1&allowPlainHttp=true";

    @Test
    void theRequestGoesToTheProxyWhichIsToldTheService() throws Exception {
        try (StubServer proxy = new StubServer(StubServer::created);
                CamelFixture camel = CamelFixture.withTokenFor("http://dis.example.invalid")) {
            String options = "&http.proxyHost=127.0.0.1&http.proxyPort=" + proxy.port();
            assertThat(camel.send(URI + options, descriptor()).getException()).isNull();
            assertThat(proxy.requests())
                    .singleElement()
                    .asString()
                    .startsWith("POST http://dis.example.invalid/v2/p1/streams/s1/transfer-tasks HTTP/1.1\r\n")
                    .contains("Host: dis.example.invalid\r\n");
        }
    }

    /** The scheme is that of the connection to the proxy; by default camel-http takes that of the service. */
    @Test
    void forHttpsTheProxySeesNeitherTokenNorTask() throws Exception {
        try (StubServer proxy = new StubServer((request, out) ->
                        StubServer.write(out, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"));
                CamelFixture camel = CamelFixture.withTokenFor("https://dis.example.invalid")) {
            camel.component().getConfiguration().setAuthToken("SECRET-TOKEN");
            String options = "&http.proxyAuthScheme=http&http.proxyHost=127.0.0.1&http.proxyPort=" + proxy.port();
            assertThat(camel.send(URI + options, descriptor()).getException()).isInstanceOf(DisDumpException.class);
            assertThat(proxy.requests())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT dis.example.invalid:443 HTTP/1.1\r\n")
                    .doesNotContain("SECRET-TOKEN", "userpassword");
        }
    }
}
