package io.crossline.ingest.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.datasets.FileNamePattern;
import io.crossline.datasets.PartSource;
import io.crossline.datasets.SystemFiles;
import io.crossline.ingest.IngestConfig;
import io.crossline.ingest.capture.ImageIntake;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Looks through the sub-folders of the watched root, one a line, again and again. One service watches a root. */
@ApplicationScoped
public class WatchedFolders {

    private static final Logger LOG = Logger.getLogger(WatchedFolders.class);
    private static final long STOP_SECONDS = 10;

    private final ImageIntake intake;
    private final IngestConfig config;
    private final PartSource parts;
    private final Map<Path, WatchedLine> lines = new HashMap<>();
    private final Map<String, Refusal> refused = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "watched-folders");
        thread.setDaemon(true);
        return thread;
    });

    WatchedFolders(ImageIntake intake, IngestConfig config) {
        this.intake = intake;
        this.config = config;
        this.parts = new PartSource(config.watchNamePattern()
                .map(regex -> FileNamePattern.parse("crossline.ingest.watch-name-pattern", regex)));
    }

    /** @param since when it was first seen, by this process */
    public record Refusal(String reason, Instant since) {}

    void start(@Observes StartupEvent event) {
        config.watch().ifPresent(root -> {
            LOG.infof("Watches %s/LINE/ for image files", root.toAbsolutePath());
            long interval = config.watchInterval().toMillis();
            scheduler.scheduleWithFixedDelay(() -> lookThrough(root), interval, interval, TimeUnit.MILLISECONDS);
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        scheduler.shutdown();
        scheduler.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private void lookThrough(Path root) {
        try {
            lineFolders(root).forEach(this::lookThroughLine);
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("Watched folder %s cannot be listed: %s", root, e.getMessage());
        }
    }

    /** A line whose folder cannot be read or published now is tried again the next time. */
    private void lookThroughLine(Path folder) {
        try {
            lines.computeIfAbsent(folder, path -> new WatchedLine(path, intake, parts, config.watchNeedsSidecar()))
                    .lookThrough();
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "Files in %s cannot be published now, they stay there", folder);
        }
    }

    /** What lies in the root and is no line's folder, with the reason, by its name in order. */
    public Map<String, Refusal> refused() {
        return Collections.unmodifiableMap(refused);
    }

    private List<Path> lineFolders(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> visible = entries.filter(entry -> !SystemFiles.include(entry)).sorted().toList();
            refused.keySet().retainAll(visible.stream().map(WatchedFolders::name).toList());
            return visible.stream().filter(this::isLine).toList();
        }
    }

    private boolean isLine(Path entry) {
        if (!Files.isDirectory(entry)) {
            refuse(entry, "lies in no line's folder");
            return false;
        }
        try {
            BatchOrigin.requireLineName(name(entry));
            return true;
        } catch (InvalidFieldException e) {
            refuse(entry, "is no line by its name: " + e.getMessage());
            return false;
        }
    }

    /** Said once. */
    private void refuse(Path entry, String reason) {
        Refusal known = refused.get(name(entry));
        refused.put(name(entry), new Refusal(reason, known == null ? Instant.now() : known.since()));
        if (known == null) {
            LOG.warnf("%s %s. Nothing of it is taken", entry, reason);
        }
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }
}
