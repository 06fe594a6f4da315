package io.crossline.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.crossline.bench.process.PyTorch;

import picocli.CommandLine;

/** What {@code infra/crossline bench} runs. Exit codes: 0 done, 1 failed, 2 wrong arguments. A missed bar is no failure. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // the broker's messages are of no interest here
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine(out, () -> PyTorch.find(PyTorch.PROGRAMS)).execute(arguments));
    }

    static CommandLine commandLine(PrintStream out, PeerFinder peer) {
        CommandLine commandLine = new CommandLine(new BenchCommand(out, peer));
        commandLine.setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setParameterExceptionHandler((error, given) -> {
            out.println("Error: " + error.getMessage());
            out.println("See 'infra/crossline bench --help'.");
            return 2;
        });
        return commandLine;
    }
}
