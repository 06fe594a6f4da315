package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where things are.
 *
 * @param home the repository's root
 * @param data everything that a run leaves: topics, database, logs, downloads, checkpoints
 */
public record Layout(Path home, Path data) {

    public Layout {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    public Path kafkaData() {
        return data.resolve("kafka");
    }

    public Path postgresData() {
        return data.resolve("postgresql");
    }

    public Path postgresPrograms() {
        return data.resolve("postgresql-programs");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** The log of a service, of {@code kafka}, of {@code postgresql} or of {@code launcher}. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Pid files, the lock and the running instance's description. */
    public Path run() {
        return data.resolve("run");
    }

    /** How each part is, written by the launcher. */
    public Path parts() {
        return run().resolve("parts.json");
    }

    /** The audit's private and public key, and the passwords of the database. */
    public Path keys() {
        return data.resolve("keys");
    }

    public Path checkpoints() {
        return data.resolve("checkpoints");
    }

    /** ONNX files that models stand on. */
    public Path backbones() {
        return data.resolve("backbones");
    }

    public Path downloads() {
        return data.resolve("downloads");
    }

    /** Folders watched for new images, one a line. */
    public Path watched() {
        return data.resolve("watched");
    }

    /** What Maven built of a service. */
    public Path runner(Service service) {
        return home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    void createDirectories() {
        for (Path directory : List.of(kafkaData(), postgresData(), postgresPrograms(), logs(), run(), keys(),
                checkpoints(),
                backbones(), downloads(), watched())) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UserError("The folder %s cannot be created (%s). Choose another one with --data DIR."
                        .formatted(directory, e), e);
            }
        }
    }
}
