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
package io.github.disdump.camel.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Which faults of the network leave it open whether the request arrived, also those no test can bring about. */
class NoAnswerExceptionTest {

    private static final ServiceUrl DIS = ServiceUrl.of("endpoint", "https://dis.example.com", false);

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(new UnknownHostException("dis.example.com"), false, "unknown host"),
                arguments(new ConnectException("Connection refused"), false, "Connection refused"),
                arguments(new NoRouteToHostException("No route to host"), false, "No route to host"),
                arguments(
                        new ConnectTimeoutException("Connect timed out"),
                        false,
                        "the connection timed out (option http.connectTimeout)"),
                arguments(
                        new ConnectionRequestTimeoutException("Timeout"),
                        false,
                        "all connections of the pool are in use (options http.connectionsPerRoute, http.connectionRequestTimeout)"),
                arguments(new SSLHandshakeException("unable to find path"), false, "unable to find path"),
                arguments(new SSLPeerUnverifiedException("other name"), false, "other name"),
                arguments(new IllegalStateException("Connection pool shut down"), false, "Connection pool shut down"),
                arguments(new SocketException("Connection reset"), true, "Connection reset"),
                arguments(
                        new SocketTimeoutException("Read timed out"),
                        true,
                        "the answer timed out (option http.responseTimeout)"),
                arguments(new SSLException("bad record"), true, "bad record"),
                arguments(
                        new NoHttpResponseException("failed to respond"),
                        true,
                        "the connection was closed without an answer"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void mayHaveArrivedUnlessItCertainlyHasNot(Exception fault, boolean mayHaveArrived, String words) {
        NoAnswerException told = NoAnswerException.of(DIS, fault);
        assertThat(told.mayHaveArrived()).isEqualTo(mayHaveArrived);
        assertThat(told)
                .hasMessage("No answer from https://dis.example.com"
                        + (mayHaveArrived ? " after the request was sent: " : ", nothing was sent: ") + words);
    }

    /** A load balancer that restarts cuts connections off in the middle of the handshake. */
    @Test
    void aHandshakeThatIsCutOffMayPassButACertificateThatNobodyTrustsWillNot() {
        SSLHandshakeException cutOff = new SSLHandshakeException("Remote host terminated the handshake");
        cutOff.initCause(new EOFException("SSL peer shut down incorrectly"));
        assertThat(NoAnswerException.of(DIS, cutOff).mayPass()).isTrue();
        assertThat(NoAnswerException.of(DIS, cutOff).mayHaveArrived()).isFalse();
        assertThat(NoAnswerException.of(DIS, new SSLHandshakeException("unable to find path"))
                        .mayPass())
                .isFalse();
        assertThat(NoAnswerException.of(DIS, new SSLPeerUnverifiedException("other name"))
                        .mayPass())
                .isFalse();
    }

    @Test
    void aProtocolErrorQuotesTheServerSoItIsNotPassedOn() {
        NoAnswerException told = NoAnswerException.of(
                DIS,
                new org.apache.hc.client5.http.ClientProtocolException(
                        "bad", new ProtocolException("X-Auth-Token: SECRET")));
        assertThat(told.mayHaveArrived()).isTrue();
        assertThat(told).hasNoCause().hasMessageNotContaining("SECRET");
    }
}
