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
package io.github.disdump.camel.auth;

import java.time.Duration;
import java.time.Instant;

/** A token that IAM issued, and how long it may be used. */
final class IamToken {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);
    private static final int SHARE_OF_LIFE = 10;

    private final String value;
    private final String projectId;
    private final Instant receivedAt;
    private final Instant expiresAt;
    private final Instant renewAt;

    /**
     * @param projectId  the project of the token's scope; null if IAM did not say
     * @param receivedAt when IAM was asked, by this machine's clock
     * @param expiresAt  when the token ends
     */
    IamToken(String value, String projectId, Instant receivedAt, Instant expiresAt) {
        this.value = value;
        this.projectId = projectId;
        this.receivedAt = receivedAt;
        this.expiresAt = expiresAt;
        Duration share = Duration.between(receivedAt, expiresAt).dividedBy(SHARE_OF_LIFE);
        this.renewAt = expiresAt.minus(share.compareTo(LONGEST_MARGIN) < 0 ? share : LONGEST_MARGIN);
    }

    String value() {
        return value;
    }

    String projectId() {
        return projectId;
    }

    /** How long ago IAM issued it. */
    Duration age(Instant now) {
        return Duration.between(receivedAt, now);
    }

    /** Past its end: not to be sent any more. */
    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Five minutes before its end, or the last tenth of a short life: still good, but a new one should be fetched. */
    boolean isDueForRenewal(Instant now) {
        return !now.isBefore(renewAt);
    }

    @Override
    public String toString() {
        return "token until " + expiresAt;
    }
}
