package io.crossline.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Python that has PyTorch.
 *
 * @param python its program
 * @param version PyTorch's
 */
public record PyTorch(String python, String version) {

    /** The programs that are tried, in this order. */
    public static final List<String> PROGRAMS = List.of("/usr/bin/python3", "python3");

    private static final long PATIENCE_SECONDS = 120;

    /** The first of the programs that can import PyTorch. */
    public static Optional<PyTorch> find(List<String> programs) {
        return programs.stream().map(PyTorch::ask).flatMap(Optional::stream).findFirst();
    }

    /** The command line of the peer's side of a row. */
    public List<String> command(Path script, String row, int steps, int threads) {
        return List.of(python, script.toString(), row, Integer.toString(steps), Integer.toString(threads));
    }

    /** Puts the peer's program into a folder. */
    public static Path script(Path folder) {
        Path script = folder.resolve("peer.py");
        try (InputStream resource = PyTorch.class.getResourceAsStream("/peer/peer.py")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + script, e);
        }
    }

    private static Optional<PyTorch> ask(String program) {
        try {
            Process process = new ProcessBuilder(program, "-c", "import torch; print(torch.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            // a version is shorter than a pipe: the process ends without being read
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 ? Optional.of(new PyTorch(program, version)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
