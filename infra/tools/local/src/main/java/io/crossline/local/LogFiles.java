package io.crossline.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what launcher, broker and database say to their own files instead of the user's terminal. */
final class LogFiles {

    private static final int BYTES = 20 * 1024 * 1024;
    private static final String OWN = "io.crossline.local";

    /** A log that cannot be written on a full disk is no news: the full disk is. */
    private static final ErrorManager SILENT = new ErrorManager() {
        @Override
        public void error(String message, Exception e, int code) {
            // nobody to tell
        }
    };

    /** Held, so that its level stays. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private LogFiles() {}

    /** Kafka's clients tell the terminal nothing that a user asked for; what fails is an exception. */
    static void quietenKafka() {
        KAFKA.setLevel(Level.SEVERE);
    }

    /** In the launcher's process, which starts the database. */
    static void configure(Layout layout) throws IOException {
        Logger root = empty();
        quietenKafka();
        FileHandler launcher = file(layout.log(Instance.LAUNCHER));
        launcher.setFilter(LogFiles::isOwn);
        root.addHandler(launcher);
        FileHandler database = file(layout.log(Ports.POSTGRESQL));
        database.setFilter(entry -> !isOwn(entry));
        root.addHandler(database);
    }

    /** In the broker's process. */
    static void ofBroker(Path log) throws IOException {
        empty().addHandler(file(log));
    }

    private static Logger empty() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT,%1$tL %4$-7s [%3$s] %5$s%6$s%n");
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        return root;
    }

    private static FileHandler file(Path log) throws IOException {
        FileHandler file = new FileHandler(log.toString(), BYTES, 1, true);
        file.setFormatter(new SimpleFormatter());
        file.setEncoding("UTF-8");
        file.setErrorManager(SILENT);
        return file;
    }

    private static boolean isOwn(LogRecord entry) {
        return entry.getLoggerName() != null && entry.getLoggerName().startsWith(OWN);
    }
}
