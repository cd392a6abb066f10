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
package io.github.disdump.camel.reliability;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import io.github.disdump.camel.DisDumpAuthenticationException;
import io.github.disdump.camel.DisDumpConstants;
import io.github.disdump.camel.DisDumpException;
import io.github.disdump.camel.DisDumpServiceException;
import io.github.disdump.camel.simulator.DisSimulator;
import io.github.disdump.camel.simulator.Kind;
import io.github.disdump.camel.simulator.ReceivedRequest;
import io.github.disdump.camel.simulator.SelfSignedCertificate;
import io.github.disdump.docs.MarkedSection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Each fault meets each call. Nothing is lost, doubled or leaked, and the caller knows how it stands. */
class FaultMatrixTest {

    private static final Path RESULT = Path.of("target/reliability/fault-matrix.md");
    private static final Path ERRORS_PAGE = Path.of("docs/errors.md");
    private static final Pattern CODE_IN_TABLE = Pattern.compile("(DIS|APIGW|IAM)\\.\\d{4}");

    @TempDir
    static Path directory;

    private static SelfSignedCertificate certificate;
    private static DisSimulator dis;
    private static DisSimulator other;

    @BeforeAll
    static void startServers() {
        certificate = SelfSignedCertificate.in(directory);
        dis = DisSimulator.builder()
                .https(certificate.keystore(), certificate.password())
                .start();
        other = DisSimulator.builder().https().start();
        try (FaultStage first = new FaultStage(dis, other, certificate, Call.CREATE)) {
            first.send(); // the first request of a server is slow, and some cells do not wait for long
        }
    }

    @AfterAll
    static void stopServers() {
        dis.close();
        other.close();
    }

    @TestFactory
    Stream<DynamicTest> everyCellEndsAsStated() {
        FaultTable table = new FaultTable();
        return Stream.concat(
                cells().map(cell -> dynamicTest(cell.toString(), () -> table.add(cell, play(cell)))),
                Stream.of(dynamicTest("the page shows the table of this run", () -> publish(table))));
    }

    @Test
    void noCellIsListedTwice() {
        assertThat(cells().map(FaultCell::toString)).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeOfTheErrorsPageHasItsCells() throws Exception {
        Set<String> codes = new TreeSet<>();
        Files.readAllLines(ERRORS_PAGE).stream()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> CODE_IN_TABLE.matcher(line).results())
                .map(MatchResult::group)
                .forEach(codes::add);
        assertThat(codes).hasSizeGreaterThan(60);
        assertThat(CodeCells.codes()).containsAll(codes);
    }

    private static Stream<FaultCell> cells() {
        return Stream.of(NetworkCells.all(), AnswerCells.all(), CredentialCells.all(), CodeCells.all())
                .flatMap(cells -> cells);
    }

    private static Ending play(FaultCell cell) {
        dis.reset();
        other.reset();
        FaultStage stage = new FaultStage(dis, other, certificate, cell.call());
        Ending observed;
        try (stage) {
            cell.scene().accept(stage);
            long start = System.nanoTime();
            Exchange exchange = assertTimeoutPreemptively(cell.bound(), stage::send);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            List<Duration> pauses = stage.waits().pauses();
            assertThat(pauses.stream().reduce(took, Duration::plus)).isLessThan(cell.bound());

            await().until(stage::isQuiet);
            observed = Ending.of(
                    requests(dis.requests()),
                    dis.tasks(FaultStage.STREAM).size(),
                    result(exchange),
                    cell.ending().pauses());
            assertThat(cell.ending().pauses().describe(pauses))
                    .isEqualTo(cell.ending().pauses().toString());
            assertNoSecretIsTold(stage, exchange);
            assertThat(stage.http().leased()).as("connections not given back").isZero();
        }
        assertThat(stage.http().open()).as("connections after the end").isZero();
        assertThat(other.requests()).as("requests to another host").isEmpty();
        assertThat(observed).isEqualTo(cell.ending());
        return observed;
    }

    /** In the order of arrival, such as "2 create, 1 show". */
    private static String requests(List<ReceivedRequest> received) {
        List<String> parts = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < received.size(); i++) {
            Kind kind = received.get(i).kind();
            count++;
            if (i + 1 == received.size() || received.get(i + 1).kind() != kind) {
                parts.add(
                        count + " " + (kind == Kind.LOGIN ? "IAM" : kind.name().toLowerCase(Locale.ROOT)));
                count = 0;
            }
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static String result(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        if (exchange.getException() == null) {
            text.append(exchange.getMessage().getHeader(DisDumpConstants.OUTCOME));
            Object state = exchange.getMessage().getHeader(DisDumpConstants.TASK_STATE);
            return text.append(state == null || "RECONCILED".contentEquals(text) ? "" : ", " + state)
                    .toString();
        }
        DisDumpException failure = exchange.getException(DisDumpException.class);
        text.append(failure.getClass().getSimpleName());
        for (String header : List.of(DisDumpConstants.STATUS_CODE, DisDumpConstants.ERROR_CODE)) {
            Object value = exchange.getMessage().getHeader(header);
            text.append(value == null ? "" : " " + value);
        }
        boolean retryable = failure instanceof DisDumpServiceException refusal && refusal.isRetryable()
                || failure instanceof DisDumpAuthenticationException denial && denial.isRetryable();
        text.append(retryable ? ", retryable" : "");
        return text.append(failure.isOutcomeUnknown() ? ", outcome unknown" : "")
                .toString();
    }

    private static void assertNoSecretIsTold(FaultStage stage, Exchange exchange) {
        StringWriter text = new StringWriter();
        if (exchange.getException() != null) {
            exchange.getException().printStackTrace(new PrintWriter(text));
        }
        assertThat(text.toString()).doesNotContain(stage.secrets());
    }

    private static void publish(FaultTable table) throws Exception {
        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, table.markdown());
        assertThat(table.cells()).as("cells that ended as stated").isEqualTo((int) cells().count());
        MarkedSection section = new MarkedSection("docs/reliability.md", "fault matrix");
        section.update(table.markdown());
        assertThat(section.text())
                .as("run: mvn test -Dtest=FaultMatrixTest -Dupdate.docs=true")
                .isEqualTo(table.markdown());
    }
}
