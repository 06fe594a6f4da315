package io.crossline.bench.frames;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

import picocli.CommandLine;

/** What {@code infra/crossline frames} runs. Exit codes: 0 done, 1 failed, 2 wrong arguments. */
public final class FramesBench {

    private FramesBench() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine(out).execute(arguments));
    }

    static CommandLine commandLine(PrintStream out) {
        CommandLine commandLine = new CommandLine(new FramesCommand(out));
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setParameterExceptionHandler((error, given) -> {
            out.println("Error: " + error.getMessage());
            out.println("See 'infra/crossline frames --help'.");
            return 2;
        });
        return commandLine;
    }
}
