package io.crossline.ingest.ingestion;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.ingest.IngestConfig;
import io.crossline.ingest.dataset.DatasetCatalog;
import io.crossline.ingest.dataset.DatasetSpec;
import io.crossline.ingest.line.NewestPictures;

/** Starts, shows and cancels ingestions. They run on a few threads of their own; finished ones are kept for a while. */
@ApplicationScoped
public class Ingestions {

    private final DatasetCatalog catalog;
    private final BatchTarget target;
    private final NewestPictures shown;
    private final int history;
    private final ExecutorService workers;
    private final Map<UUID, IngestionProgress> ingestions = new LinkedHashMap<>();

    /**
     * @param target where the batches of all ingestions go
     * @param shown keeps a few of their pictures for people
     */
    public Ingestions(DatasetCatalog catalog, BatchTarget target, NewestPictures shown, IngestConfig config) {
        this.shown = shown;
        this.catalog = catalog;
        this.target = target;
        this.history = config.history();
        this.workers = Executors.newFixedThreadPool(config.workers(), work -> {
            Thread thread = new Thread(work, "ingestion");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws InvalidFieldException for field {@code spec} if it names nothing that is there */
    public Ingestion start(IngestionRequest request) {
        DatasetSpec spec = catalog.check(request.spec());
        IngestionProgress progress = new IngestionProgress(request);
        synchronized (ingestions) {
            ingestions.put(progress.id(), progress);
            forgetOldest();
        }
        workers.execute(new IngestionRun(progress, spec, catalog, target, shown));
        return progress.snapshot();
    }

    private void forgetOldest() {
        Iterator<IngestionProgress> oldestFirst = ingestions.values().iterator();
        while (ingestions.size() > history && oldestFirst.hasNext()) {
            if (oldestFirst.next().isFinished()) {
                oldestFirst.remove();
            }
        }
    }

    public Optional<Ingestion> find(UUID id) {
        synchronized (ingestions) {
            return Optional.ofNullable(ingestions.get(id)).map(IngestionProgress::snapshot);
        }
    }

    /** Newest first. */
    public List<Ingestion> list() {
        synchronized (ingestions) {
            return ingestions.values().stream().map(IngestionProgress::snapshot)
                    .sorted(Comparator.comparing(Ingestion::startedAt).reversed()).toList();
        }
    }

    /** Asks an ingestion to stop. One that has ended stays as it is. */
    public Optional<Ingestion> cancel(UUID id) {
        synchronized (ingestions) {
            return Optional.ofNullable(ingestions.get(id)).map(progress -> {
                progress.requestCancel();
                return progress.snapshot();
            });
        }
    }

    @PreDestroy
    void stop() {
        synchronized (ingestions) {
            ingestions.values().forEach(IngestionProgress::requestCancel);
        }
        workers.shutdown();
    }
}
