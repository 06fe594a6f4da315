package io.crossline.bench.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One side of a row, in a process of its own. It says {@code first} after its first step and {@code ready} when it is warm;
 * then it answers each line {@code run} with {@code = NUMBER}, and ends with its input. Other lines that it writes are
 * passed over. It rests while it is not asked, so that the other side has the machine.
 */
public final class MeasuredProcess implements AutoCloseable {

    private static final long END_SECONDS = 20;
    private static final String ANSWER = "= ";

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedReader in;
    private final Writer out;
    private double firstStepSeconds;

    private MeasuredProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.out = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts the process and waits until it is warm.
     *
     * @param name as messages call it
     * @param environment added to this process's own
     * @param folder for what it writes to its error stream
     * @throws ContestantException if it does not start, or ends before it is warm
     */
    public static MeasuredProcess start(String name, List<String> command, Map<String, String> environment,
            Path folder) {
        try {
            Path log = Files.createTempFile(folder, "side", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
            builder.environment().putAll(environment);
            long began = System.nanoTime();
            MeasuredProcess contestant = new MeasuredProcess(name, log, builder.start());
            try {
                contestant.await("first");
                contestant.firstStepSeconds = (System.nanoTime() - began) / 1e9;
                contestant.await("ready");
                return contestant;
            } catch (RuntimeException e) {
                contestant.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ContestantException(name + " did not start: " + e.getMessage(), e);
        }
    }

    /**
     * Measures one round.
     *
     * @throws ContestantException if the process ends instead
     */
    public double run() {
        try {
            out.write("run\n");
            out.flush();
        } catch (IOException e) {
            throw ended();
        }
        return Double.parseDouble(await(ANSWER).substring(ANSWER.length()));
    }

    /** From the start of the process to the end of its first step. */
    public double firstStepSeconds() {
        return firstStepSeconds;
    }

    /** Most memory that the process has had resident, or null where the system does not say. */
    public Long peakMemoryBytes() {
        return PeakMemory.of(process.pid());
    }

    /** Asks the process to end, and ends it if it does not. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            // it has ended already
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String await(String beginning) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw ended();
    }

    private ContestantException ended() {
        return new ContestantException(name + " ended before its time: " + ErrorStreamSummary.of(log));
    }
}
