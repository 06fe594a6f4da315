package io.crossline.training.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.crossline.adaptation.trainer.Checkpoints;
import io.crossline.adaptation.trainer.FileCheckpoints;

/**
 * The checkpoints of one job: a file for each of its phases, and a count of the times it was begun since the last one, so
 * that a job that kills its process does not do so for ever.
 */
public final class JobCheckpoints {

    private final Path folder;
    private final Duration interval;

    /**
     * @param root folder of all jobs' checkpoints
     * @param interval longest time between two states
     */
    public JobCheckpoints(Path root, UUID jobId, Duration interval) {
        this.folder = root.resolve(jobId.toString());
        this.interval = interval;
    }

    /** Counts one more beginning, and gives how many there were since the last checkpoint. */
    public int begin() {
        try {
            int begun = Files.exists(attempts()) ? parse(Files.readString(attempts())) + 1 : 1;
            Files.createDirectories(folder);
            Path fresh = folder.resolve("attempts.new");
            Files.writeString(fresh, Integer.toString(begun));
            Files.move(fresh, attempts(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the checkpoint folder " + folder, e);
        }
    }

    /** Where the state of a phase is kept. */
    public Checkpoints of(String phase) {
        FileCheckpoints file = new FileCheckpoints(folder.resolve(phase + ".checkpoint"), interval);
        return new Checkpoints() {
            @Override
            public Optional<byte[]> newest() {
                return file.newest();
            }

            @Override
            public void save(byte[] state) {
                file.save(state);
                forgetAttempts();
            }

            @Override
            public Duration interval() {
                return interval;
            }
        };
    }

    /** Forgets the state of a phase that cannot be used. */
    public void discard(String phase) {
        delete(folder.resolve(phase + ".checkpoint"));
    }

    /** Removes everything, once the job has ended. */
    public void delete() {
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
                deepestFirst.forEach(JobCheckpoints::delete);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot remove the checkpoint folder " + folder, e);
            }
        }
    }

    private void forgetAttempts() {
        delete(attempts());
    }

    private Path attempts() {
        return folder.resolve("attempts");
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + path, e);
        }
    }

    /** A count that a crash has damaged counts as none. */
    private static int parse(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
