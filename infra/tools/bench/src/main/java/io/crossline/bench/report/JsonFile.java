package io.crossline.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command's option for a file with all figures. Checked first: hours of training must not end at a folder that is not there. */
public final class JsonFile {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything as JSON.")
    private Path file;

    /** @throws ParameterException if the file cannot be written */
    public void check() {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        require(!Files.isDirectory(file), "--json " + file + " is a folder, expected a file");
        require(Files.isDirectory(folder), "--json " + file + " cannot be written: there is no folder " + folder);
        require(Files.isWritable(Files.exists(file) ? file : folder),
                "--json " + file + " cannot be written: its folder or file is read only");
    }

    /** Writes the figures and says so, where a file is asked for. */
    public void write(Object figures, PrintStream out) throws IOException {
        if (file != null) {
            Files.writeString(file, MAPPER.writeValueAsString(figures) + "\n");
            out.println();
            out.println("Written to " + file);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), otherwise);
        }
    }
}
