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

/** The simulated service says no. */
final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorShape shape;
    private final int status;
    private final String code;

    private RequestRefusedException(ErrorShape shape, int status, String code, String text) {
        // No stack trace: this is an answer, not a fault of the simulator.
        super(text, null, false, false);
        this.shape = shape;
        this.status = status;
        this.code = code;
    }

    static RequestRefusedException dis(String code, String text) {
        return dis(400, code, text);
    }

    static RequestRefusedException dis(int status, String code, String text) {
        return new RequestRefusedException(ErrorShape.DIS, status, code, text);
    }

    static RequestRefusedException gateway(int status, String code, String text) {
        return new RequestRefusedException(ErrorShape.GATEWAY, status, code, text);
    }

    static RequestRefusedException iam(int status, String text) {
        return new RequestRefusedException(ErrorShape.IAM, status, "", text);
    }

    static RequestRefusedException iamCode(int status, String code, String text) {
        return new RequestRefusedException(ErrorShape.IAM_CODE, status, code, text);
    }

    Answer answer(String requestId) {
        return Answer.json(status, shape.render(status, code, getMessage(), requestId));
    }
}
