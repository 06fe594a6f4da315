package io.crossline.local;

import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what broker and database say to their own files instead of the user's terminal. */
final class LogFiles {

    private static final int BYTES = 20 * 1024 * 1024;

    private LogFiles() {}

    static void configure(Layout layout) throws IOException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT,%1$tL %4$-7s [%3$s] %5$s%6$s%n");
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(file(layout, Ports.KAFKA, true));
        root.addHandler(file(layout, Ports.POSTGRESQL, false));
    }

    private static Handler file(Layout layout, String part, boolean ofKafka) throws IOException {
        FileHandler file = new FileHandler(layout.log(part).toString(), BYTES, 1, true);
        file.setFormatter(new SimpleFormatter());
        file.setEncoding("UTF-8");
        file.setFilter(entry -> isOfKafka(entry) == ofKafka);
        return file;
    }

    private static boolean isOfKafka(LogRecord entry) {
        String name = entry.getLoggerName() == null ? "" : entry.getLoggerName();
        return name.startsWith("kafka") || name.startsWith("org.apache.kafka") || name.startsWith("state.change")
                || name.contains("EmbeddedKafka");
    }
}
