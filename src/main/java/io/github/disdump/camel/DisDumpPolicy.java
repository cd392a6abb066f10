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

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * What a call does when the service is busy, no answer comes, the task exists or does not run yet.
 */
@UriParams
public class DisDumpPolicy implements Cloneable {

    @UriParam(label = "retry", defaultValue = "3")
    private int maxRetries = 3;

    @UriParam(label = "retry", defaultValue = "500", javaType = "java.time.Duration")
    private long retryDelay = 500;

    @UriParam(label = "retry", defaultValue = "20000", javaType = "java.time.Duration")
    private long maxRetryDelay = 20_000;

    @UriParam(label = "retry", defaultValue = "60000", javaType = "java.time.Duration")
    private long retryTimeout = 60_000;

    @UriParam(label = "common", defaultValue = "fail")
    private DisDumpIfExists ifExists = DisDumpIfExists.fail;

    @UriParam(label = "wait", enums = "RUNNING")
    private String waitForState;

    @UriParam(label = "wait", defaultValue = "60000", javaType = "java.time.Duration")
    private long waitTimeout = 60_000;

    @UriParam(label = "wait", defaultValue = "2000", javaType = "java.time.Duration")
    private long waitInterval = 2_000;

    public int getMaxRetries() {
        return maxRetries;
    }

    /**
     * How often a call is repeated after a failure that may pass: throttling, a server error, no connection, no answer. 0
     * repeats nothing.
     */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    /**
     * The longest pause before the first retry, in milliseconds. It doubles with each retry; the pause is a random part of
     * it, so that many callers do not come back at once.
     */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /**
     * The longest pause before any retry, in milliseconds, also when the service asks for more by Retry-After.
     */
    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public long getRetryTimeout() {
        return retryTimeout;
    }

    /**
     * Time for all tries of a call together, in milliseconds: no retry begins after it. A single try ends by
     * http.responseTimeout.
     */
    public void setRetryTimeout(long retryTimeout) {
        this.retryTimeout = retryTimeout;
    }

    public DisDumpIfExists getIfExists() {
        return ifExists;
    }

    /**
     * What to do if the stream has a task of this name: fail with the service's error; ignore it, which is success; ignoreSame,
     * which is success only if the existing task equals the request; replace it, which deletes it first.
     */
    public void setIfExists(DisDumpIfExists ifExists) {
        this.ifExists = ifExists;
    }

    public String getWaitForState() {
        return waitForState;
    }

    /**
     * The state to wait for after the task was created: RUNNING. Without it the call ends with the service's 201, which does
     * not prove that data will flow. A task that existed before (outcome ALREADY_EXISTS) is not waited for.
     */
    public void setWaitForState(String waitForState) {
        this.waitForState = waitForState;
    }

    public long getWaitTimeout() {
        return waitTimeout;
    }

    /**
     * How long to wait for the state, in milliseconds.
     */
    public void setWaitTimeout(long waitTimeout) {
        this.waitTimeout = waitTimeout;
    }

    public long getWaitInterval() {
        return waitInterval;
    }

    /**
     * Pause between two questions for the state, in milliseconds.
     */
    public void setWaitInterval(long waitInterval) {
        this.waitInterval = waitInterval;
    }

    /** A copy for one endpoint to change on its own. */
    public DisDumpPolicy copy() {
        try {
            return (DisDumpPolicy) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** @throws IllegalArgumentException that says in one sentence what is wrong */
    void check() {
        checkRange("maxRetries", maxRetries, 0, "");
        checkRange("retryDelay", retryDelay, 0, " (milliseconds)");
        checkRange("maxRetryDelay", maxRetryDelay, 0, " (milliseconds)");
        checkRange("retryTimeout", retryTimeout, 0, " (milliseconds)");
        checkRange("waitTimeout", waitTimeout, 0, " (milliseconds)");
        checkRange("waitInterval", waitInterval, 1, " (milliseconds)");
        if (waitForState != null && !"RUNNING".equals(waitForState)) {
            throw new IllegalArgumentException("The option waitForState must be RUNNING");
        }
    }

    private static void checkRange(String option, long value, long least, String unit) {
        if (value < least) {
            throw new IllegalArgumentException("The option " + option + " must be at least " + least + unit);
        }
    }
}
