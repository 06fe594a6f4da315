package io.crossline.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The line of an error stream that says best what went wrong. */
final class ErrorStreamSummary {

    private ErrorStreamSummary() {}

    /** The exception that Java reports, else the last line. */
    static String of(Path log) {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            return "its error stream cannot be read: " + e.getMessage();
        }
        return lines.stream().filter(line -> line.startsWith("Exception in thread")).findFirst()
                .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1).strip());
    }
}
