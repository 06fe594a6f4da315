package io.crossline.datasets.ingestion;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;
import io.crossline.datasets.Dataset;
import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.DatasetException;
import io.crossline.datasets.DatasetSpec;
import io.crossline.datasets.PictureMaker;
import io.crossline.datasets.TrainingShape;
import io.crossline.datasets.ingestion.BatchAssembler.Ingested;

/** Carries one data set to Kafka, from opening it to its last batch. Never throws: how it ended stands in its progress. */
final class IngestionRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestionRun.class);

    private final IngestionProgress progress;
    private final IngestionRequest request;
    private final DatasetSpec spec;
    private final DatasetCatalog catalog;
    private final BatchTarget target;
    private final NewestPictures shown;

    IngestionRun(IngestionProgress progress, DatasetSpec spec, DatasetCatalog catalog, BatchTarget target,
            NewestPictures shown) {
        this.shown = shown;
        this.progress = progress;
        this.request = progress.request();
        this.spec = spec;
        this.catalog = catalog;
        this.target = target;
    }

    @Override
    public void run() {
        try {
            if (progress.isCancelRequested()) {
                progress.finish(IngestionState.CANCELLED, "Cancelled before it started");
                return;
            }
            ingest();
            finish();
        } catch (DatasetException e) {
            failOrCancelled(e);
        } catch (InvalidFieldException e) {
            progress.finish(IngestionState.FAILED, e.getMessage());
        } catch (CompletionException e) {
            fail("A batch could not be published: " + e.getCause().getMessage(), e.getCause());
        } catch (RuntimeException e) {
            fail("Failed unexpectedly: " + e, e);
        } catch (OutOfMemoryError e) {
            fail("Ran out of memory: ask for smaller images or give the service more heap", e);
        }
    }

    /** A cancelled download ends in an error as well. */
    private void failOrCancelled(DatasetException e) {
        if (progress.isCancelRequested()) {
            progress.finish(IngestionState.CANCELLED, "Cancelled while the data set was opened");
        } else {
            progress.finish(IngestionState.FAILED, e.getMessage());
        }
    }

    private void fail(String message, Throwable cause) {
        LOG.error("Ingestion {} of {} failed", progress.id(), request.spec(), cause);
        progress.finish(IngestionState.FAILED, message);
    }

    private void ingest() {
        progress.phase("reading", "Opens " + request.spec());
        Dataset dataset = catalog.open(spec, request.seed(), this::downloaded);
        ImageShape asked = request.shape() == null ? dataset.naturalShape() : request.shape();
        PictureSettings pictures = spec.isOfPictures() ? pictures(asked) : null;
        ImageShape shape = TrainingShape.require(images(asked, pictures));
        int batchSize = batchSize(shape, pictures);
        String id = DatasetId.of(request, shape, pictures, batchSize, dataset.fingerprint());
        LineAppearance appearance = new LineAppearance(shape, dataset.classNames(), pictures);
        progress.opened(id, appearance, total(dataset, pictures));
        if (request.registerAnew()) {
            target.register(request.line(), appearance, request.spec());
        } else if (pictures != null) {
            target.requireRegistered(request.line(), appearance);
        }
        Ingested ingested = new Ingested(id, shape, dataset.classNames(), batchSize,
                pictures == null ? null : new PictureMaker(pictures, shape));
        for (Split split : dataset.splits()) {
            progress.phase("publishing", "Publishes the " + split.id() + " images");
            BatchAssembler assembler = new BatchAssembler(progress, target, ingested, split, shown);
            dataset.read(split, shape, pictures == null ? PictureSettings.DEFAULT : pictures, assembler);
            assembler.finish();
        }
    }

    /** What the spec says; where it says nothing, what the line is registered with. */
    private PictureSettings pictures(ImageShape whole) {
        return spec.pictures().isEmpty() && !request.registerAnew()
                ? target.registered(request.line()).map(LineRegistered::pictureSettings)
                        .orElse(PictureSettings.DEFAULT)
                : spec.pictures().settings(whole);
    }

    /** Shape of the images: that of the tiles where there are some. */
    private static ImageShape images(ImageShape asked, PictureSettings pictures) {
        return pictures == null || pictures.tiles() == null
                ? asked
                : new ImageShape(asked.channels(), pictures.tiles().side(), pictures.tiles().side());
    }

    /** All tiles of a part are in one batch. */
    private int batchSize(ImageShape shape, PictureSettings pictures) {
        int most = BatchSize.most(request.batchSize(), shape);
        int together = pictures == null ? 1 : pictures.imagesOfPicture();
        return Math.max(together, most - most % together);
    }

    private void downloaded(String file, long bytes, long total) {
        if (progress.isCancelRequested()) {
            throw new DatasetException("The download of " + file + " was cancelled");
        }
        progress.phase("downloading", total < 0
                ? "Downloads %s, %s MB so far".formatted(file, megabytes(bytes))
                : "Downloads %s, %s of %s MB".formatted(file, megabytes(bytes), megabytes(total)));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    /** Null if the size of a split is only known at its end. */
    private Long total(Dataset dataset, PictureSettings pictures) {
        long total = 0;
        List<OptionalLong> counts = dataset.splits().stream().map(dataset::count).toList();
        for (OptionalLong count : counts) {
            if (count.isEmpty()) {
                return null;
            }
            long images = count.getAsLong() * (pictures == null ? 1 : pictures.imagesOfPicture());
            total += request.limit() == null ? images : Math.min(images, request.limit());
        }
        return total;
    }

    private void finish() {
        if (progress.isCancelRequested()) {
            progress.finish(IngestionState.CANCELLED, "Cancelled; what was published stays in Kafka");
            return;
        }
        if (!progress.hasImages(Split.TRAIN)) {
            progress.finish(IngestionState.FAILED, "No train image of " + request.spec() + " can be used: "
                    + progress.rejectedCount() + " items were rejected");
            return;
        }
        long rejected = progress.rejectedCount();
        progress.finish(IngestionState.COMPLETED,
                rejected == 0
                        ? "All images are in Kafka"
                        : rejected + " items were rejected, all others are in Kafka");
    }
}
