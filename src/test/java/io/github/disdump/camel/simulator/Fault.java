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
package io.github.disdump.camel.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that goes wrong with one request. Objects of this class do not change and can be used many times.
 *
 * <p>"Work" is what the request asks for, the creation of a task for instance. Unless said otherwise a fault comes
 * <em>instead of</em> the work; {@link #afterWork()} makes it come after the work was done.
 */
public final class Fault {

    private BiFunction<ReceivedRequest, String, Answer> ownAnswer;
    private Reply.Delivery delivery = Reply.Delivery.WHOLE;
    private boolean work;
    private Duration delay = Duration.ZERO;
    private boolean delayFirst;
    private Map<String, String> headers = Map.of();
    private boolean requestId = true;
    private int chunks;
    private Duration over = Duration.ZERO;

    private Fault() {}

    private Fault with(Consumer<Fault> change) {
        Fault copy = new Fault();
        copy.ownAnswer = ownAnswer;
        copy.delivery = delivery;
        copy.work = work;
        copy.delay = delay;
        copy.delayFirst = delayFirst;
        copy.headers = headers;
        copy.requestId = requestId;
        copy.chunks = chunks;
        copy.over = over;
        change.accept(copy);
        return copy;
    }

    private static Fault answering(BiFunction<ReceivedRequest, String, Answer> answer) {
        return none().with(fault -> {
            fault.ownAnswer = answer;
            fault.work = false;
        });
    }

    private static Fault delivering(Reply.Delivery delivery) {
        return none().with(fault -> {
            fault.delivery = delivery;
            fault.work = false;
        });
    }

    /** {@return no fault at all; useful in front of a fault that is meant for a later request} */
    public static Fault none() {
        return new Fault().with(fault -> fault.work = true);
    }

    /** {@return an answer of your own: a status of 200 to 599 and a JSON body, empty for none} */
    public static Fault answer(int status, String body) {
        Objects.requireNonNull(body, "body");
        return body.isEmpty() ? empty(status) : answering((request, id) -> Answer.json(status, body));
    }

    /** {@return an answer of your own: a status of 200 to 599 and a body of any type} */
    public static Fault answer(int status, String contentType, byte[] body) {
        byte[] copy = body.clone();
        return answering((request, id) -> Answer.of(status, contentType, copy));
    }

    /** {@return an error of the DIS service, in the shape <code>{"errorCode":…,"message":…}</code>} */
    public static Fault disError(int status, String code, String text) {
        return error(ErrorShape.DIS, status, code, text);
    }

    /** {@return an error of the gateway, in the shape <code>{"error_msg":…,"error_code":…,"request_id":…}</code>} */
    public static Fault gatewayError(int status, String code, String text) {
        return error(ErrorShape.GATEWAY, status, code, text);
    }

    /** {@return an error of IAM in its older shape, <code>{"error":{"code":…,"message":…,"title":…}}</code>} */
    public static Fault iamError(int status, String text) {
        return error(ErrorShape.IAM, status, "", text);
    }

    /** {@return an error of IAM in its newer shape, <code>{"error_code":…,"error_msg":…}</code>} */
    public static Fault iamErrorCode(int status, String code, String text) {
        return error(ErrorShape.IAM_CODE, status, code, text);
    }

    private static Fault error(ErrorShape shape, int status, String code, String text) {
        return answering((request, id) -> Answer.json(status, shape.render(status, code, text, id)));
    }

    /** {@return a page of HTML, as a proxy or a load balancer would send it} */
    public static Fault html(int status) {
        String page = "<html><head><title>" + status + "</title></head><body><h1>" + status + "</h1></body></html>";
        return answer(status, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return an answer without a body} */
    public static Fault empty(int status) {
        return answering((request, id) -> Answer.empty(status));
    }

    /** {@return an answer that is whole HTTP, but whose JSON error body is cut off in the middle} */
    public static Fault truncated(int status) {
        return answer(status, "{\"errorCode\":\"DIS.5000\",\"mess");
    }

    /** {@return an answer with a JSON error body of that many bytes, 64 or more} */
    public static Fault huge(int status, int bytes) {
        if (bytes < 64) {
            throw new IllegalArgumentException("bytes: " + bytes + " is less than 64");
        }
        return answering((request, id) -> {
            byte[] start = "{\"errorCode\":\"DIS.5000\",\"message\":\"".getBytes(StandardCharsets.UTF_8);
            byte[] body = Arrays.copyOf(start, bytes);
            Arrays.fill(body, start.length, bytes - 2, (byte) 'x');
            body[bytes - 2] = '"';
            body[bytes - 1] = '}';
            return Answer.of(status, "application/json", body);
        });
    }

    /** {@return a redirect with status 302} */
    public static Fault redirect(String url) {
        return redirect(302, url);
    }

    /** {@return a redirect with a status of its own, such as 307} */
    public static Fault redirect(int status, String url) {
        return empty(status).withHeader("Location", url);
    }

    /**
     * {@return an error of DIS whose text repeats all headers and the body of the request: the worst case for a client
     * that must not let secrets out with the texts of errors}
     */
    public static Fault echoRequest(int status) {
        return answering((request, id) -> {
            String text = "Bad request. Headers: " + request.headers() + " Body: "
                    + new String(request.body(), StandardCharsets.UTF_8);
            return Answer.json(status, ErrorShape.DIS.render(status, "DIS.4300", text, id));
        });
    }

    /** {@return the connection is reset, the work is not done} */
    public static Fault resetBeforeWork() {
        return delivering(Reply.Delivery.RESET);
    }

    /** {@return the work is done, then the connection is reset} */
    public static Fault resetAfterWork() {
        return resetBeforeWork().afterWork();
    }

    /** {@return the work is done, then the answer breaks off: its status and headers arrive, its body is not whole} */
    public static Fault halfAnswer() {
        return delivering(Reply.Delivery.HALF).afterWork();
    }

    /** {@return bytes that are not HTTP, then the end of the connection} */
    public static Fault garbage() {
        return delivering(Reply.Delivery.GARBAGE);
    }

    /** {@return the connection is closed in good order without a single byte of an answer} */
    public static Fault emptyResponse() {
        return delivering(Reply.Delivery.EMPTY);
    }

    /** {@return the work is done at once, but the normal answer is late, by real time and not the simulator's clock} */
    public static Fault delay(Duration time) {
        return none().withDelay(time);
    }

    /** {@return both the work and the normal answer are late, by real time and not the simulator's clock} */
    public static Fault delayBeforeWork(Duration time) {
        return delay(time).with(fault -> fault.delayFirst = true);
    }

    /**
     * {@return the normal answer, its body sent in 1 or more pieces over that time; a body of spaces if it has none}
     */
    public static Fault dribble(int chunks, Duration over) {
        return none().dribbled(chunks, over);
    }

    /** {@return this fault, but it comes after the work was done} */
    public Fault afterWork() {
        return with(fault -> fault.work = true);
    }

    /**
     * {@return this fault with a pause, by real time, before the answer or the break of the connection; the work, if
     * any, is done before}
     */
    public Fault withDelay(Duration time) {
        Objects.requireNonNull(time, "time");
        return with(fault -> fault.delay = time);
    }

    /** {@return this fault, the body of its answer sent in 1 or more pieces over that time} */
    public Fault dribbled(int pieces, Duration time) {
        if (pieces < 1) {
            throw new IllegalArgumentException("pieces: " + pieces + " is less than 1");
        }
        return with(fault -> {
            fault.chunks = pieces;
            fault.over = time;
        });
    }

    /** {@return this fault with a header in its answer, in place of one of the same name} */
    public Fault withHeader(String name, String value) {
        return with(fault -> {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            fault.headers = more;
        });
    }

    /** {@return this fault, but its answer has no X-Request-Id} */
    public Fault withoutRequestId() {
        return with(fault -> fault.requestId = false);
    }

    Reply play(ReceivedRequest request, String id, Supplier<Answer> normalWork) {
        if (delayFirst) {
            pause();
        }
        Answer answer = work ? normalWork.get() : Answer.empty(500);
        if (!delayFirst) {
            pause();
        }
        if (ownAnswer != null) {
            answer = ownAnswer.apply(request, id);
        }
        if (requestId) {
            answer = answer.withHeader("X-Request-Id", id);
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        if (chunks > 0 && answer.body().length == 0) {
            answer = answer.withBody(" ".repeat(chunks).getBytes(StandardCharsets.UTF_8));
        }
        return new Reply(answer, delivery, chunks, over);
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        } catch (InterruptedException e) {
            // The server is being stopped. It looks at this flag, and sends no answer any more.
            Thread.currentThread().interrupt();
        }
    }
}
