package io.crossline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A small process beside the launcher that ends all parts when the launcher is gone, however it went: the launcher holds
 * the other end of its standard input, and the system closes that end. So no part outlives a launcher that was killed,
 * whatever it is written in, also when it is frozen. One process for all parts needs nothing in the services and works for
 * PostgreSQL too, which no Java code of ours runs in.
 */
final class Guard {

    private static final int TRIES = 50;

    private Guard() {}

    /** Started by the launcher; the reference keeps the pipe open. */
    static Process start(JavaCommand java) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(java.ofGuard()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(JavaCommand.launchersClasses());
        return builder.start();
    }

    /** @param arguments the data folder */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        Layout layout = new Layout(data, data);
        while (System.in.read() >= 0) {
            // the launcher writes nothing
        }
        try (FileChannel file = FileChannel.open(Launcher.lockFile(layout), StandardOpenOption.WRITE);
                FileLock lock = lock(file)) {
            if (lock != null) {
                Launcher.reap(layout);
            }
        }
    }

    /** Null where a new launcher holds it, which ends the leftovers itself. */
    private static FileLock lock(FileChannel file) throws IOException, InterruptedException {
        for (int n = 0; n < TRIES; n++) {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        }
        return null;
    }
}
