package io.crossline.local.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: first by asking. */
public final class ProcessStop {

    private ProcessStop() {}

    /** @return whether the process ended when asked; otherwise it was killed after {@code patience} */
    public static boolean stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (gone(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        gone(process, Duration.ofSeconds(5));
        return false;
    }

    private static boolean gone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for process " + process.pid() + " failed", e.getCause());
        }
    }
}
