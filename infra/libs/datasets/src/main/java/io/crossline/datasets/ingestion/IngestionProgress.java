package io.crossline.datasets.ingestion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;
import io.crossline.datasets.PictureNote;

/** State of one ingestion while it runs and afterwards. Written by its worker and Kafka's callbacks, read by anybody. */
final class IngestionProgress {

    private static final int SHOWN_REJECTIONS = 100;

    private final UUID id = UUID.randomUUID();
    private final IngestionRequest request;
    private final Instant startedAt = Instant.now();
    private final List<RejectedItem> rejected = new ArrayList<>();
    private final Map<PictureNote.Kind, Noted> notes = new EnumMap<>(PictureNote.Kind.class);
    private final Map<Split, SelectionRanges> ranges = new TreeMap<>();

    private IngestionState state = IngestionState.RUNNING;
    private String phase = "waiting";
    private String message = "Waits for a free worker";
    private String dataset;
    private ImageShape shape;
    private PictureSettings pictures;
    private List<String> classNames = List.of();
    private long imagesDone;
    private Long imagesTotal;
    private long batchesPublished;
    private long batchesDuplicate;
    private long rejectedCount;
    private boolean cancelRequested;
    private Instant finishedAt;

    IngestionProgress(IngestionRequest request) {
        this.request = request;
    }

    UUID id() {
        return id;
    }

    IngestionRequest request() {
        return request;
    }

    synchronized void phase(String name, String what) {
        phase = name;
        message = what;
    }

    synchronized void opened(String datasetId, LineAppearance appearance, Long total) {
        dataset = datasetId;
        shape = appearance.shape();
        pictures = appearance.pictures();
        classNames = appearance.classNames();
        imagesTotal = total;
    }

    synchronized void published(Split split, int images, PublishedBatch batch) {
        imagesDone += images;
        if (batch.duplicate()) {
            batchesDuplicate++;
        } else {
            batchesPublished++;
        }
        ranges.computeIfAbsent(split, s -> new SelectionRanges()).add(batch);
    }

    synchronized void rejected(String item, String reason) {
        rejectedCount++;
        if (rejected.size() < SHOWN_REJECTIONS) {
            rejected.add(new RejectedItem(item, reason));
        }
    }

    synchronized void noted(PictureNote note) {
        notes.merge(note.kind(), new Noted(1, note.text()), (before, one) -> before.again());
    }

    /** @param first what was said of the first picture */
    private record Noted(long pictures, String first) {

        Noted again() {
            return new Noted(pictures + 1, first);
        }

        String text() {
            return pictures == 1 ? "1 picture: " + first : pictures + " pictures, the first: " + first;
        }
    }

    synchronized boolean isCancelRequested() {
        return cancelRequested;
    }

    synchronized boolean isFinished() {
        return state.isFinal();
    }

    /** Asks the worker to stop; nothing happens where the ingestion has ended. */
    synchronized void requestCancel() {
        if (!state.isFinal()) {
            cancelRequested = true;
            message = "Stops as soon as the batches under way are in Kafka";
        }
    }

    synchronized void finish(IngestionState finalState, String what) {
        state = finalState;
        message = what;
        finishedAt = Instant.now();
    }

    synchronized boolean hasImages(Split split) {
        return ranges.containsKey(split);
    }

    synchronized long rejectedCount() {
        return rejectedCount;
    }

    synchronized Ingestion snapshot() {
        return new Ingestion(id, request.line(), request.spec(), dataset, state, phase, imagesDone, imagesTotal,
                batchesPublished, batchesDuplicate, List.copyOf(rejected), rejectedCount,
                notes.values().stream().map(Noted::text).toList(), message, shape, pictures, classNames,
                state == IngestionState.COMPLETED ? selections() : Map.of(), startedAt, finishedAt);
    }

    private Map<String, DataSelection> selections() {
        Map<String, DataSelection> selections = new TreeMap<>();
        ranges.forEach((split, positions) -> selections.put(split.id(),
                new DataSelection(request.line(), dataset, split, positions.ranges())));
        return selections;
    }
}
