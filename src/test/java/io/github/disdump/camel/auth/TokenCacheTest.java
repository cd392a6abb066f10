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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.simulator.SimulatorClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Many threads at one token: who asks IAM, who waits and who does not. IAM answers when the test lets it. */
@Timeout(20)
class TokenCacheTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final int THREADS = 8;

    private final SimulatorClock clock = new SimulatorClock(NOON);
    private final TokenCache cache = new TokenCache(clock);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void letIamAnswer() {
        answer.countDown();
    }

    @Test
    void ofManyThatFindNoTokenOneAsksAndAllGetItsToken() throws Exception {
        List<FutureTask<IamToken>> callers = startWaiting(() -> cache.get(slow("first")));
        answer.countDown();
        for (FutureTask<IamToken> caller : callers) {
            assertThat(caller.get().value()).isEqualTo("first");
        }
        assertThat(calls).hasValue(1);
        assertThat(cache.get(() -> token("second")).value()).isEqualTo("first");
    }

    @Test
    void ofManyWhoseTokenWasRefusedOneAsks() throws Exception {
        cache.get(() -> token("refused"));
        List<FutureTask<IamToken>> callers = startWaiting(() -> cache.replace("refused", slow("new")));
        answer.countDown();
        for (FutureTask<IamToken> caller : callers) {
            assertThat(caller.get().value()).isEqualTo("new");
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void aTokenThatIsNoLongerTheCurrentOneIsReplacedWithoutAsking() {
        cache.get(() -> token("first"));
        cache.replace("first", () -> token("second"));
        IamToken replacement = cache.replace("first", () -> {
            throw new AssertionError("IAM was asked");
        });
        assertThat(replacement.value()).isEqualTo("second");
    }

    @Test
    void whileOneRenewsEarlyTheOthersUseTheValidTokenWithoutWaiting() throws Exception {
        cache.get(() -> token("valid"));
        clock.set(NOON.plus(Duration.ofMinutes(56)));
        FutureTask<IamToken> renewing = start(() -> cache.get(slow("new")));
        asked.await();

        for (int i = 0; i < 100; i++) {
            assertThat(cache.get(slow("not asked for")).value()).isEqualTo("valid");
        }
        assertThat(renewing).isNotDone();

        answer.countDown();
        assertThat(renewing.get().value()).isEqualTo("new");
        assertThat(cache.get(slow("not asked for")).value()).isEqualTo("new");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aTokenThatEndsWhileItIsRenewedIsNotHandedOut() throws Exception {
        cache.get(() -> token("ends"));
        clock.set(NOON.plus(Duration.ofMinutes(56)));
        FutureTask<IamToken> renewing = start(() -> cache.get(slow("new")));
        asked.await();
        clock.set(NOON.plus(Duration.ofMinutes(60)));
        FutureTask<IamToken> late = start(() -> cache.get(slow("not asked for")));
        awaitWaiting(threads.get(1));

        answer.countDown();
        assertThat(renewing.get().value()).isEqualTo("new");
        assertThat(late.get().value()).isEqualTo("new");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aFailedLoginIsToldToAllThatWaitedAndThenForgotten() throws Exception {
        DisDumpException failure = new DisDumpException("no", false);
        List<FutureTask<IamToken>> callers = startWaiting(() -> cache.get(failing(failure)));
        answer.countDown();
        for (FutureTask<IamToken> caller : callers) {
            assertThatThrownBy(caller::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isSameAs(failure);
        }
        assertThat(calls).hasValue(1);
        assertThat(cache.get(() -> token("later")).value()).isEqualTo("later");
    }

    @Test
    void anErrorInTheThreadThatAsksDoesNotLeaveTheOthersWaiting() throws Exception {
        FutureTask<IamToken> first = start(() -> cache.get(() -> {
            asked.countDown();
            awaitAnswer();
            throw new StackOverflowError();
        }));
        asked.await();
        FutureTask<IamToken> second = start(() -> cache.get(slow("not asked for")));
        awaitWaiting(threads.get(1));
        answer.countDown();

        assertThatThrownBy(first::get).cause().isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(second::get)
                .cause()
                .isExactlyInstanceOf(DisDumpException.class)
                .hasMessage("The IAM login failed in another thread, nothing was sent");
        assertThat(cache.get(() -> token("later")).value()).isEqualTo("later");
    }

    @Test
    void anInterruptedWaiterKeepsItsFlagAndDisturbsNobody() throws Exception {
        FutureTask<IamToken> asking = start(() -> cache.get(slow("first")));
        asked.await();
        AtomicBoolean flag = new AtomicBoolean();
        FutureTask<IamToken> waiting = start(() -> {
            try {
                return cache.get(slow("not asked for"));
            } finally {
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        awaitWaiting(threads.get(1));
        threads.get(1).interrupt();

        assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
                .cause()
                .isExactlyInstanceOf(DisDumpException.class)
                .hasMessage("Interrupted while waiting for an IAM token, nothing was sent")
                .satisfies(e ->
                        assertThat(((DisDumpException) e).isOutcomeUnknown()).isFalse());
        assertThat(flag).isTrue();
        assertThat(asking).isNotDone();
        answer.countDown();
        assertThat(asking.get().value()).isEqualTo("first");
    }

    /** One thread asks IAM, which does not answer yet, and the others have come to wait for it. */
    private List<FutureTask<IamToken>> startWaiting(Supplier<IamToken> call) throws InterruptedException {
        List<FutureTask<IamToken>> callers = new ArrayList<>();
        callers.add(start(call));
        asked.await();
        for (int i = 1; i < THREADS; i++) {
            callers.add(start(call));
        }
        threads.forEach(TokenCacheTest::awaitWaiting);
        return callers;
    }

    private FutureTask<IamToken> start(Supplier<IamToken> call) {
        FutureTask<IamToken> task = new FutureTask<>(call::get);
        Thread thread = new Thread(task, "caller-" + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return task;
    }

    private static void awaitWaiting(Thread thread) {
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }

    private Supplier<IamToken> slow(String value) {
        return () -> {
            calls.incrementAndGet();
            asked.countDown();
            awaitAnswer();
            return token(value);
        };
    }

    private Supplier<IamToken> failing(DisDumpException failure) {
        return () -> {
            slow("never").get();
            throw failure;
        };
    }

    private void awaitAnswer() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            throw new AssertionError("The thread that asks was interrupted", e);
        }
    }

    @Test
    void aTokenThatIsBeingReplacedStillTellsItsProject() {
        cache.get(() -> token("refused"));

        cache.replace("refused", () -> {
            assertThat(cache.lastProjectId()).isEqualTo("p1");
            return token("new");
        });
    }

    @Test
    void aRefusedTokenIsNotSentAgainThoughIamGivesNoOther() {
        cache.get(() -> token("refused"));

        assertThatThrownBy(() -> cache.replace("refused", () -> {
                    throw new DisDumpException("IAM is down", false);
                }))
                .hasMessage("IAM is down");

        assertThat(cache.get(() -> token("new")).value()).isEqualTo("new");
    }

    private IamToken token(String value) {
        return new IamToken(value, "p1", clock.instant(), clock.instant().plus(Duration.ofHours(1)));
    }
}
