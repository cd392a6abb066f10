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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;

/** All that one logger and those below it say, until it is closed. The console is spared. */
public final class CapturedLog implements AutoCloseable {

    /** They are other people's and show whole requests on purpose; nobody has them on in production. */
    private static final List<String> WIRE_LOGGERS =
            List.of("org.apache.hc.", "wiremock.", "WireMock", "org.eclipse.jetty", "com.github.tomakehurst");

    private final Map<Logger, Level> levelsBefore = new LinkedHashMap<>();
    private final List<Appender<ILoggingEvent>> appendersBefore = new ArrayList<>();
    private final Logger logger;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }
    };

    private CapturedLog(String name, Level level) {
        logger = (Logger) LoggerFactory.getLogger(name);
        logger.iteratorForAppenders().forEachRemaining(appendersBefore::add);
        appendersBefore.forEach(logger::detachAppender);
        logger.setAdditive(false);
        appender.setContext(logger.getLoggerContext());
        appender.start();
        logger.addAppender(appender);
        setLevel(logger, level);
    }

    /** Captures one logger from the level TRACE on. */
    public static CapturedLog of(String logger) {
        return new CapturedLog(logger, Level.TRACE);
    }

    /** Captures all loggers from DEBUG on, this component's from TRACE on. */
    public static CapturedLog ofEverything() {
        CapturedLog log = new CapturedLog(Logger.ROOT_LOGGER_NAME, Level.DEBUG);
        log.setLevel((Logger) LoggerFactory.getLogger("io.github.disdump"), Level.TRACE);
        return log;
    }

    private void setLevel(Logger of, Level level) {
        levelsBefore.put(of, of.getLevel());
        of.setLevel(level);
    }

    /** The messages at WARN and above. */
    public List<String> warnings() {
        return events.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Level and message of each line from INFO on. */
    public List<String> levels() {
        return events.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    /** Everything but the wire: logger, message and stack trace. */
    public List<String> lines() {
        return lines(Level.TRACE);
    }

    /** The same, without what Camel itself says to those who debug it. */
    public List<String> linesForOperators() {
        return lines(Level.INFO);
    }

    private List<String> lines(Level from) {
        return events.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(from))
                .filter(event -> WIRE_LOGGERS.stream().noneMatch(event.getLoggerName()::startsWith))
                .map(CapturedLog::line)
                .toList();
    }

    private static String line(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return event.getLoggerName() + ": " + event.getFormattedMessage()
                + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        levelsBefore.forEach(Logger::setLevel);
        logger.setAdditive(true);
        appendersBefore.forEach(logger::addAppender);
        appender.stop();
    }
}
