package io.crossline.datasets.ingestion;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.Split;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.datasets.MadePicture;
import io.crossline.datasets.PictureMaker;
import io.crossline.datasets.SampleSink;

/** Cuts one split into batches and publishes them, many at a time, in order. */
final class BatchAssembler implements SampleSink {

    /** Batches under way at most; Kafka's client bounds their bytes as well. */
    private static final int MAX_UNDER_WAY = 256;

    private final IngestionProgress progress;
    private final BatchTarget target;
    private final String dataset;
    private final Split split;
    private final ImageShape shape;
    private final List<String> classNames;
    private final long limit;
    private final NewestPictures shown;
    private final PictureMaker maker;
    private final Deque<CompletableFuture<?>> underWay = new ArrayDeque<>();
    private final int batchSize;

    private byte[] pixels;
    private int[] labels;
    private List<ImagePart> parts;
    private int filled;
    private long accepted;

    BatchAssembler(IngestionProgress progress, BatchTarget target, Ingested ingested, Split split,
            NewestPictures shown) {
        this.shown = shown;
        this.maker = ingested.maker();
        this.progress = progress;
        this.target = target;
        this.split = split;
        this.dataset = ingested.dataset();
        this.shape = ingested.shape();
        this.batchSize = ingested.batchSize();
        this.classNames = progress.request().labels().keeps(split) ? ingested.classNames() : List.of();
        this.limit = progress.request().limit() == null ? Long.MAX_VALUE : progress.request().limit();
    }

    /**
     * What all splits of an ingestion have in common.
     *
     * @param maker of images of picture files, or null where the data set has none
     */
    record Ingested(String dataset, ImageShape shape, List<String> classNames, int batchSize, PictureMaker maker) {}

    @Override
    public boolean wantsMore() {
        return accepted < limit && !progress.isCancelRequested();
    }

    @Override
    public void accept(byte[] image, int label, ImagePart part) {
        if (filled > 0 && (label == UNLABELLED) != (labels[0] == UNLABELLED)) {
            // a batch is labelled as a whole or not at all
            send();
        }
        if (filled == 0) {
            parts = new ArrayList<>();
            pixels = new byte[batchSize * shape.bytes()];
            labels = new int[batchSize];
        }
        System.arraycopy(image, 0, pixels, filled * shape.bytes(), shape.bytes());
        parts.add(part);
        labels[filled++] = label;
        accepted++;
        if (filled == batchSize) {
            send();
        }
    }

    @Override
    public void made(Path file, MadePicture picture) {
        picture.notes().forEach(progress::noted);
        if (maker != null) {
            shown.offer(progress.request().line(), new ImagePart(null, file.getFileName().toString(), null), file,
                    picture, maker);
        }
    }

    @Override
    public void reject(String item, String reason) {
        progress.rejected(item, reason);
    }

    /**
     * Sends the last, smaller batch and waits until all are in Kafka. A cancelled ingestion keeps its last images back:
     * cut elsewhere than in a whole run, their batch would bring them twice.
     *
     * @throws CompletionException if one could not be brought there
     */
    void finish() {
        if (filled > 0 && !progress.isCancelRequested()) {
            send();
        }
        while (!underWay.isEmpty()) {
            underWay.remove().join();
        }
    }

    private void send() {
        ImageBatch batch = batch();
        filled = 0;
        int images = batch.images().count();
        underWay.add(target.publish(batch).thenAccept(published -> progress.published(split, images, published)));
        while (!underWay.isEmpty() && (underWay.size() > MAX_UNDER_WAY || underWay.peek().isDone())) {
            underWay.remove().join();
        }
    }

    private ImageBatch batch() {
        byte[] content = filled == batchSize ? pixels : Arrays.copyOf(pixels, filled * shape.bytes());
        Images images = new Images(shape, filled, content, parts);
        BatchOrigin origin = new BatchOrigin(progress.request().line(), dataset, split, Instant.now());
        return classNames.isEmpty() || labels[0] == UNLABELLED
                ? new UnlabelledBatch(origin, images)
                : new LabelledBatch(origin, images, new Labels(classNames, Arrays.copyOf(labels, filled)));
    }
}
