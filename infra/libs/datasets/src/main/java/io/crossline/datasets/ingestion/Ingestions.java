package io.crossline.datasets.ingestion;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.DatasetSpec;

/** Starts, shows and cancels ingestions. They run on a few threads of their own; finished ones are kept for a while. */
public final class Ingestions implements AutoCloseable {

    private final DatasetCatalog catalog;
    private final BatchTarget target;
    private final NewestPictures shown;
    private final int history;
    private final ExecutorService workers;
    private final Map<UUID, IngestionProgress> ingestions = new LinkedHashMap<>();

    /**
     * @param target where the batches of all ingestions go
     * @param shown keeps a few of their pictures for people
     * @param workers ingestions that run at the same time; further ones wait
     * @param history ended ingestions that are remembered
     */
    public Ingestions(DatasetCatalog catalog, BatchTarget target, NewestPictures shown, int workers, int history) {
        this.shown = shown;
        this.catalog = catalog;
        this.target = target;
        this.history = history;
        this.workers = Executors.newFixedThreadPool(workers, work -> {
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

    /** Asks what runs to stop, and does not wait for it. */
    @Override
    public void close() {
        synchronized (ingestions) {
            ingestions.values().forEach(IngestionProgress::requestCancel);
        }
        workers.shutdown();
    }
}
