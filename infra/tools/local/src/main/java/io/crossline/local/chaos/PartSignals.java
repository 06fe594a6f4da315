package io.crossline.local.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.crossline.local.supervise.PartStatus;
import io.crossline.local.supervise.Standing;

/** Kills, stops and continues the processes of parts, which the launcher's file names. */
final class PartSignals {

    private final Path parts;
    /** Stopped processes by part. */
    private final Map<String, List<Long>> frozen = new ConcurrentHashMap<>();

    /** @param parts the launcher's {@code parts.json} */
    PartSignals(Path parts) {
        this.parts = parts;
    }

    /** @return false where the part does not run right now */
    boolean kill(String part) throws IOException {
        return process(part).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /**
     * Stops the part's process and all that it has started, as a database is several processes.
     *
     * @return false where the part does not run right now
     */
    boolean freeze(String part) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = process(part);
        if (process.isEmpty()) {
            return false;
        }
        List<Long> pids = new ArrayList<>(List.of(process.get().pid()));
        process.get().descendants().map(ProcessHandle::pid).forEach(pids::add);
        frozen.put(part, pids);
        signal("-STOP", pids);
        return true;
    }

    void thaw(String part) throws IOException, InterruptedException {
        List<Long> pids = frozen.remove(part);
        if (pids != null) {
            signal("-CONT", pids);
        }
    }

    void thawAll() throws IOException, InterruptedException {
        for (String part : List.copyOf(frozen.keySet())) {
            thaw(part);
        }
    }

    boolean anyFrozen() {
        return !frozen.isEmpty();
    }

    private Optional<ProcessHandle> process(String part) throws IOException {
        return Standing.read(parts).flatMap(standing -> standing.of(part)).map(PartStatus::pid)
                .flatMap(ProcessHandle::of);
    }

    /** A process that has ended meanwhile is no error. */
    private static void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor();
    }
}
