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

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Options that cannot work stop the start, with one sentence that says what to change. */
class StartUpErrorTest {

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 500, textBlock = """
            # where
            authToken=t | Set the option region or endpoint: it is not known where DIS is
            endpoint=https://a.example&iamDomain=d&iamUser=u&password=p | Set the option region or iamEndpoint: it is not known where IAM is
            region=cn north | The option region = 'cn north': must consist of letters, digits and hyphens
            region=evil.example/x | The option region = 'evil.example/x': must consist of letters, digits and hyphens
            # which credentials: half sets
            region=r&iamUser=u | The option iamUser needs iamDomain and password as well
            region=r&iamDomain=d&iamUser=u | The option iamDomain and iamUser needs password as well
            region=r&password=p | The option password needs iamDomain and iamUser as well
            region=r&accessKey=a | The option accessKey needs secretKey as well
            region=r&secretKey=s | The option secretKey needs accessKey as well
            region=r&sessionToken=t | The option sessionToken needs accessKey and secretKey
            # two ways at once
            region=r&authToken=t&iamDomain=d&iamUser=u&password=p | Only one way of authenticating can be used, but these are set: authToken, iamUser
            region=r&authToken=t&accessKey=a&secretKey=s | Only one way of authenticating can be used, but these are set: authToken, accessKey
            region=r&iamDomain=d&iamUser=u&password=p&accessKey=a&secretKey=s | Only one way of authenticating can be used, but these are set: iamUser, accessKey
            # plain http to somebody else
            endpoint=http://dis.example.com | The option endpoint is plain http to the host dis.example.com: use https, or set allowPlainHttp=true to send credentials unencrypted
            endpoint=http://localhost.evil.example | The option endpoint is plain http to the host localhost.evil.example: use https, or set allowPlainHttp=true to send credentials unencrypted
            endpoint=http://127.evil.example | The option endpoint is plain http to the host 127.evil.example: use https, or set allowPlainHttp=true to send credentials unencrypted
            endpoint=http://127.0.0.1.nip.example | The option endpoint is plain http to the host 127.0.0.1.nip.example: use https, or set allowPlainHttp=true to send credentials unencrypted
            endpoint=http://[::2] | The option endpoint is plain http to the host [::2]: use https, or set allowPlainHttp=true to send credentials unencrypted
            endpoint=https://a.example&iamEndpoint=http://iam.example.com | The option iamEndpoint is plain http to the host iam.example.com: use https, or set allowPlainHttp=true to send credentials unencrypted
            # URLs that are none, or more than a base URL
            endpoint=dis.example.com | The option endpoint must be a URL such as https://dis.example.com
            endpoint=ftp://dis.example.com | The option endpoint must be a URL such as https://dis.example.com
            endpoint=https:// | The option endpoint is not a URL
            endpoint=https:///path | The option endpoint must be a URL such as https://dis.example.com
            endpoint=https://under_score.example | The option endpoint must be a URL such as https://dis.example.com
            endpoint=RAW(https://a b) | The option endpoint is not a URL
            endpoint=RAW(https://me:PWD@dis.example.com) | The option endpoint must be a base URL without user, query and fragment
            endpoint=RAW(https://dis.example.com?a=b) | The option endpoint must be a base URL without user, query and fragment
            endpoint=RAW(https://dis.example.com#f) | The option endpoint must be a base URL without user, query and fragment
            # values that end up in a URL or a header
            region=r&stream=a/b | The option stream = 'a/b': must not contain slashes, control characters or line breaks
            region=r&stream=a..b | The option stream = 'a..b': must not be or contain a relative path
            region=r&projectId=a/b | The option projectId = 'a/b': must not contain slashes, control characters or line breaks
            region=r&authToken=RAW(t\u00e4) | The option authToken must be printable ASCII without line breaks
            """)
    void oneSentence(String options, String sentence) {
        assertThatThrownBy(() -> context.getEndpoint("dis-dump:dws?" + options))
                .rootCause()
                .hasMessage(sentence);
    }

    @Test
    void anUnknownDestinationIsToldTheKnownOnes() {
        assertThatThrownBy(() -> context.getEndpoint("dis-dump:obs?region=r"))
                .rootCause()
                .hasMessage("Unknown destination 'obs' in the URI, known is: dws");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dws", "DWS", "Dws"})
    void theDestinationsCaseDoesNotMatter(String destination) {
        assertThat(context.getEndpoint("dis-dump:" + destination + "?region=r", DisDumpEndpoint.class)
                        .getDestination())
                .isEqualTo(DisDumpDestination.DWS);
    }

    @Test
    void allTaskOptionsThatBreakARuleAreToldAtOnce() {
        assertThatThrownBy(() -> context.getEndpoint(
                        "dis-dump:dws?region=r&taskName=a b&deliverTimeInterval=5&dwsDelimiter=x&rejectLimit=many"))
                .rootCause()
                .hasMessageStartingWith("The endpoint's options break a rule: ")
                .message()
                .contains(
                        "task_name = 'a b'",
                        "deliver_time_interval = '5'",
                        "dws_delimiter = 'x'",
                        "reject_limit = 'many'");
    }

    @Test
    void aComponentsTaskOptionThatBreaksARuleIsToldToo() {
        context.getComponent("dis-dump", DisDumpComponent.class).getTask().setTaskName("a b");
        assertThatThrownBy(() -> context.getEndpoint("dis-dump:dws?region=r"))
                .rootCause()
                .hasMessageStartingWith("The endpoint's options break a rule: ")
                .hasMessageContaining("a b");
    }

    /** The sentence is ours; Camel puts its own before it, with the URI as far as its masking by name goes. */
    @ParameterizedTest
    @CsvSource({
        "authTokn,     authToken",
        "pasword,      password",
        "userPasword,  userPassword",
        "secretkye,    secretKey",
        "taskname1,    taskName"
    })
    void anUnknownOptionIsToldTheNearestOneButNotItsValue(String unknown, String nearest) {
        assertThatThrownBy(() -> context.getEndpoint("dis-dump:dws?region=r&" + unknown + "=MISSPELT-SECRET"))
                .rootCause()
                .hasMessage("Failed to resolve endpoint: dis-dump://dws due to: unknown option `" + unknown
                        + "`, did you mean `" + nearest + "`?");
    }

    @Test
    void allUnknownOptionsAreToldAtOnce() {
        assertThatThrownBy(() -> context.getEndpoint("dis-dump:dws?region=r&zzzzzz=1&streem=s"))
                .rootCause()
                .hasMessageContaining("unknown option `zzzzzz`")
                .hasMessageContaining("unknown option `streem`, did you mean `stream`?");
    }

    @Test
    void aConsumerIsRefused() {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("dis-dump:dws?region=r").to("mock:x");
                    }
                }))
                .rootCause()
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("dis-dump only creates tasks: it can be used in to(), not in from()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region=cn-north-4",
                "endpoint=https://dis.example.com",
                "endpoint=https://dis.example.com:20004/base/",
                "endpoint=http://localhost:1",
                "endpoint=http://LOCALHOST:1",
                "endpoint=http://127.0.0.1:1",
                "endpoint=http://127.200.3.4:1",
                "endpoint=http://[::1]:1",
                "endpoint=http://[0:0:0:0:0:0:0:1]:1",
                "endpoint=http://dis.example.com&allowPlainHttp=true",
                "region=r&iamDomain=d&iamUser=u&password=p",
                "endpoint=https://d.example&iamEndpoint=https://i.example&iamDomain=d&iamUser=u&password=p"
            })
    void whatAMessageMayBringDoesNotStopTheStart(String options) {
        assertThatCode(() -> {
                    DisDumpEndpoint endpoint = context.getEndpoint("dis-dump:dws?" + options, DisDumpEndpoint.class);
                    endpoint.createProducer().start();
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "region=cn-north-4,                                  https://dis.cn-north-4.myhuaweicloud.com",
        "endpoint=https://dis.example.com/,                  https://dis.example.com",
        "region=r&endpoint=HTTPS://dis.example.com:20004/b/, https://dis.example.com:20004/b"
    })
    void theServiceIsThatOfTheRegionOrTheEndpoint(String options, String url) {
        DisDumpEndpoint endpoint = context.getEndpoint("dis-dump:dws?" + options, DisDumpEndpoint.class);
        assertThat(endpoint.getServiceUrl()).isEqualTo(url);
        assertThat(endpoint.getServiceMetadata()).isEqualTo(Map.of());
    }
}
