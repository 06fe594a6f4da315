package io.crossline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The pid of a part, with the instant at which the process began: a number alone may belong to a stranger by now.
 *
 * @param directory the folder of the pid files
 * @param part the part's name
 */
public record PidFile(Path directory, String part) {

    /** The system counts starts in hundredths of a second since boot, so two readings may differ a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    public void write(ProcessHandle process) throws IOException {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        Files.createDirectories(directory);
        Files.write(path(), List.of(Long.toString(process.pid()), start.toString()));
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path());
    }

    /** The recorded process, if it still runs and really is the one recorded. */
    public Optional<ProcessHandle> running() {
        if (!Files.exists(path())) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(path());
            if (lines.size() != 2) {
                return Optional.empty();
            }
            Instant start = Instant.parse(lines.get(1));
            return ProcessHandle.of(Long.parseLong(lines.get(0))).filter(ProcessHandle::isAlive)
                    .filter(process -> isOurs(process) && startedAt(process, start));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path(), e);
        }
    }

    /**
     * Every process that is recorded has {@code crossline.} among its first arguments (the system may cut the rest off;
     * some systems show none).
     */
    private static boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.command().map(command -> command.contains("java")).orElse(false)
                && info.commandLine().map(line -> line.contains("crossline.")).orElse(true);
    }

    private static boolean startedAt(ProcessHandle process, Instant start) {
        return process.info().startInstant()
                .map(actual -> Duration.between(start, actual).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    private Path path() {
        return directory.resolve(part + ".pid");
    }
}
