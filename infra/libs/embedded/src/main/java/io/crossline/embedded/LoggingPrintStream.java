package io.crossline.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;

/** A print stream for tools that insist on printing: every flushed line becomes a debug message. */
final class LoggingPrintStream {

    private LoggingPrintStream() {}

    static PrintStream of(Logger logger) {
        return new PrintStream(new LineBuffer(logger), true, StandardCharsets.UTF_8);
    }

    private static final class LineBuffer extends ByteArrayOutputStream {

        private final Logger logger;

        LineBuffer(Logger logger) {
            this.logger = logger;
        }

        @Override
        public synchronized void flush() {
            String text = toString(StandardCharsets.UTF_8).strip();
            reset();
            if (!text.isEmpty()) {
                logger.debug(text);
            }
        }
    }
}
