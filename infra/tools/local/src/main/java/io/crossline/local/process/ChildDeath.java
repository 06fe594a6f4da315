package io.crossline.local.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A child process that has ended.
 *
 * @param lastLines of its log
 */
public record ChildDeath(String name, int exitCode, Path log, List<String> lastLines) {

    private static final int LINES = 15;

    static ChildDeath of(String name, int exitCode, Path log) {
        return new ChildDeath(name, exitCode, log, LogTail.lastLines(log, LINES));
    }

    /** Which and how in the first line, then what it said last. */
    public String describe() {
        StringBuilder text = new StringBuilder("%s ended with exit code %d%s.".formatted(name, exitCode, meaning()));
        if (!lastLines.isEmpty()) {
            text.append("\nIts last words, from ").append(log).append(":\n");
            lastLines.forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString().stripTrailing();
    }

    private String meaning() {
        return switch (exitCode) {
            case 137 -> " (killed; often the system does that when memory runs out)";
            case 134, 139 -> " (crashed in native code)";
            case 143 -> " (asked to stop by another process)";
            default -> "";
        };
    }
}
