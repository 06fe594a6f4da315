package io.crossline.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

import io.crossline.local.supervise.RunningPart;

/** A part that is a JVM of ours: a child process with a log file and a pid file. */
public final class ServiceProcess implements RunningPart {

    private final String name;
    private final Process process;
    private final Path log;
    private final ProcessCheck ready;
    private final ProcessCheck answers;
    private final PidFile pidFile;

    private ServiceProcess(ServiceStart start, Process process, PidFile pidFile) {
        this.name = start.name();
        this.process = process;
        this.log = start.log();
        this.ready = start.ready();
        this.answers = start.answers();
        this.pidFile = pidFile;
    }

    /**
     * Starts the process; returns at once.
     *
     * @param start command, environment and where the log goes
     * @param pids folder of the pid files
     * @throws IOException if the program cannot be executed or its log not be written
     */
    public static ServiceProcess start(ServiceStart start, Path pids) throws IOException {
        Files.createDirectories(start.log().getParent());
        if (Files.exists(start.log()) && !start.keepsLog()) {
            Files.move(start.log(), start.log().resolveSibling(start.log().getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(start.command()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        for (Map.Entry<String, String> variable : start.environment().entrySet()) {
            builder.environment().put(variable.getKey(), variable.getValue());
        }
        Process process = builder.start();
        PidFile pidFile = new PidFile(pids, start.name());
        pidFile.write(process.toHandle());
        return new ServiceProcess(start, process, pidFile);
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public boolean isReady() throws InterruptedException {
        return ready.holds(pid());
    }

    @Override
    public boolean answers() throws InterruptedException {
        return answers.holds(pid());
    }

    @Override
    public String death() {
        return ChildDeath.of(name, process.exitValue(), log).describe();
    }

    @Override
    public void stop(Duration patience) throws IOException {
        ProcessStop.stop(process.toHandle(), patience);
        pidFile.delete();
    }
}
