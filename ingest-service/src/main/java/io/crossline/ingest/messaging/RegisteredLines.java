package io.crossline.ingest.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Topics;
import io.crossline.datasets.ingestion.LineAppearance;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.line.LineRegistrations;
import io.crossline.kafka.LineRegistry;

/**
 * Registers lines on {@code lines.registered}: by their first batch, or as a person asks. The record in the topic decides, so that
 * replicas that register a line at the same time agree afterwards.
 */
@ApplicationScoped
public class RegisteredLines implements LineRegistrations {

    private static final String FIRST_BATCH = "first batch";

    private final KafkaClients clients;
    private final EventWriter writer;
    private final LineBoard board;
    private LineRegistry registry;

    RegisteredLines(KafkaClients clients, EventWriter writer, LineBoard board) {
        this.clients = clients;
        this.writer = writer;
        this.board = board;
    }

    /**
     * Registers the batch's line if it is its first one, or its first one with labels.
     *
     * @throws InvalidFieldException if the batch is not as its line is registered
     */
    void requireRegistered(ImageBatch batch) {
        Optional<LineRegistered> known = find(batch.line());
        if (known.isEmpty() || known.get().lacksClassesOf(batch)) {
            known = Optional.of(register(known, batch));
        }
        known.get().requireFits(batch);
    }

    @Override
    public Optional<LineRegistered> find(String line) {
        return registry().find(line);
    }

    @Override
    public LineRegistered change(String line, LineAppearance appearance, String by, String reason) {
        Optional<LineRegistered> known = find(line);
        if (known.isPresent() && appearance.isThatOf(known.get())) {
            return known.get();
        }
        LineRegistered asked = next(known, line, appearance, by, reason);
        LineRegistered registered = write(asked);
        if (!registered.equals(asked)) {
            throw new InvalidFieldException("line", "'" + line + "' was registered by " + registered.by()
                    + " at the same time, as " + registered.shape() + " with classes " + registered.classNames());
        }
        return registered;
    }

    /**
     * Registers a line whose first pictures are about to come.
     *
     * @throws InvalidFieldException if it is registered with other picture settings or another shape
     */
    void requireRegistered(String line, LineAppearance appearance) {
        Optional<LineRegistered> known = find(line);
        if (known.isEmpty()) {
            known = Optional.of(write(next(known, line, appearance, FIRST_BATCH,
                    "The first pictures of the line are made so")));
        }
        LineRegistered registered = known.get();
        if (!registered.pictureSettings().equals(appearance.pictures())) {
            throw new InvalidFieldException("pictures", "is " + appearance.pictures() + ", expected "
                    + registered.pictureSettings() + ", as line '" + line + "' is registered. "
                    + "Change the registration with PUT /lines/" + line + " if the line has changed");
        }
    }

    private LineRegistered register(Optional<LineRegistered> known, ImageBatch batch) {
        List<String> classNames = batch instanceof LabelledBatch labelled ? labelled.labels().classNames() : List.of();
        ImageShape shape = known.map(LineRegistered::shape).orElse(batch.images().shape());
        PictureSettings pictures = known.map(LineRegistered::pictures).orElse(null);
        return write(next(known, batch.line(), new LineAppearance(shape, classNames, pictures), FIRST_BATCH,
                known.isEmpty()
                        ? "The first batch of the line has this shape"
                        : "The first labelled batch of the line has these classes"));
    }

    private static LineRegistered next(Optional<LineRegistered> known, String line, LineAppearance appearance,
            String by, String reason) {
        int version = known.map(LineRegistered::version).orElse(0) + 1;
        PictureSettings pictures = appearance.pictures() == null
                ? known.map(LineRegistered::pictures).orElse(null)
                : appearance.pictures();
        return new LineRegistered(line, appearance.shape(), appearance.classNames(), pictures, version, by, reason,
                Instant.now());
    }

    /** @return the registration that counts: another replica's if that came first */
    private LineRegistered write(LineRegistered asked) {
        String id = asked.line() + "-" + asked.version() + "-" + asked.at().toEpochMilli();
        writer.write(Topics.LINES_REGISTERED, asked.line(), Json.encode(asked),
                CloudEventHeaders.of(Topics.LINES_REGISTERED, id, ImagePublisher.SOURCE, asked.line(), asked.at()));
        registry().catchUp();
        return find(asked.line()).orElseThrow();
    }

    private synchronized LineRegistry registry() {
        if (registry == null) {
            registry = LineRegistry.open(clients.connection(), board::registered);
            registry.catchUp();
        }
        return registry;
    }

    Optional<String> failure() {
        return registry().failure();
    }

    @PreDestroy
    synchronized void close() {
        if (registry != null) {
            registry.close();
        }
    }
}
