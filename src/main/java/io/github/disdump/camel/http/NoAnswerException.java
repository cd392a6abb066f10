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
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * A service gave no usable answer. Its message names the service and the kind of fault, never what was sent.
 */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;
    private final boolean passing;

    private NoAnswerException(String message, boolean sent, boolean passing, Throwable cause) {
        super(message, cause);
        this.sent = sent;
        this.passing = passing;
    }

    static NoAnswerException of(ServiceUrl service, Exception e) {
        boolean sent = !isBeforeSending(e);
        return new NoAnswerException(
                "No answer from " + service + (sent ? " after the request was sent: " : ", nothing was sent: ")
                        + inWords(e),
                sent,
                !isTrustFailure(e) && !isInterrupted(e) && !(e instanceof IllegalStateException),
                isFreeOfContent(e) ? e : null);
    }

    /** Whether the request may have reached the service. False only when it certainly has not. */
    public boolean mayHaveArrived() {
        return sent;
    }

    /** Whether another try may fare better. An untrusted certificate stays untrusted. */
    public boolean mayPass() {
        return passing;
    }

    private static boolean isBeforeSending(Exception e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof SSLHandshakeException
                || e instanceof SSLPeerUnverifiedException
                || isInterrupted(e)
                || e instanceof IllegalStateException; // the pool is shut down: no connection was lent
    }

    /** A connection that ends in the middle of the handshake comes as the same exception, but trusts or mistrusts nobody. */
    private static boolean isTrustFailure(Exception e) {
        return e instanceof SSLHandshakeException && !(e.getCause() instanceof EOFException)
                || e instanceof SSLPeerUnverifiedException;
    }

    /** The pool gives up when the thread that waits for a connection is interrupted. */
    private static boolean isInterrupted(Exception e) {
        return e instanceof RequestFailedException && e.getCause() instanceof InterruptedException;
    }

    /** A protocol error quotes what the server sent, which may repeat what we sent; only these kinds are passed on. */
    private static boolean isFreeOfContent(Exception e) {
        return e instanceof SocketException
                || e instanceof SocketTimeoutException
                || e instanceof UnknownHostException
                || e instanceof SSLException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof IllegalStateException;
    }

    private static String inWords(Exception e) {
        if (e instanceof ConnectionRequestTimeoutException) {
            return "all connections of the pool are in use (options http.connectionsPerRoute, http.connectionRequestTimeout)";
        }
        if (e instanceof ConnectTimeoutException) {
            return "the connection timed out (option http.connectTimeout)";
        }
        if (e instanceof SocketTimeoutException) {
            return "the answer timed out (option http.responseTimeout)";
        }
        if (e instanceof UnknownHostException) {
            return "unknown host";
        }
        if (e instanceof NoHttpResponseException) {
            return "the connection was closed without an answer";
        }
        if (e instanceof RequestFailedException) {
            return "interrupted";
        }
        if (isFreeOfContent(e)) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        return "the answer was not valid HTTP or broke off (" + e.getClass().getSimpleName() + ")";
    }
}
