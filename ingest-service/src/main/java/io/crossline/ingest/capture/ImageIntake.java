package io.crossline.ingest.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.ingest.dataset.DatasetException;
import io.crossline.ingest.dataset.ImageFitter;
import io.crossline.ingest.dataset.Picture;
import io.crossline.ingest.dataset.PictureDecoder;
import io.crossline.ingest.dataset.SampleSink;
import io.crossline.ingest.ingestion.BatchSize;
import io.crossline.ingest.ingestion.BatchTarget;
import io.crossline.ingest.ingestion.IngestionRequest;
import io.crossline.ingest.ingestion.PublishedBatch;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.line.LineSummary;

/**
 * Publishes image files. Each is judged by itself: a broken one is rejected with its reason and the others go on. The same
 * files sent again, in the same order, with the same part ids and capture times, make the same batches and are recognised.
 */
@ApplicationScoped
public class ImageIntake {

    private static final int NATURAL_SIDE = 64;

    private final BatchTarget target;
    private final LineBoard board;

    public ImageIntake(BatchTarget target, LineBoard board) {
        this.target = target;
        this.board = board;
    }

    /**
     * @return a result for each image, in order
     * @throws InvalidFieldException if images have classes and nobody has said which classes the line has
     * @throws java.util.concurrent.CompletionException if a batch cannot be brought to the bus
     */
    public List<ImageResult> publish(CaptureTarget where, List<NewImage> images) {
        List<String> classNames = classNames(where, images);
        Map<NewImage, ImageResult> results = new LinkedHashMap<>();
        List<Fitted> fitted = new ArrayList<>();
        ImageShape shape = where.shape();
        for (NewImage image : images) {
            results.put(image, null);
            try {
                int label = label(image, classNames);
                ImagePart part = part(image);
                ImageShape known = shape;
                Fitted one = PictureDecoder.decode(image.file(), picture -> fitted(image, part, label,
                        new ImageFitter(known == null ? shape(where.line(), picture) : known), picture));
                shape = one.shape();
                fitted.add(one);
            } catch (DatasetException e) {
                results.put(image, ImageResult.rejected(image, e.getMessage()));
            }
        }
        List<UnderWay> underWay = new ArrayList<>();
        for (List<Fitted> batch : inBatches(fitted, shape)) {
            CompletableFuture<PublishedBatch> published = target.publish(batch(where, shape, batch, classNames));
            underWay.add(new UnderWay(batch, published));
        }
        underWay.forEach(batch -> batch.putResults(results));
        return List.copyOf(results.values());
    }

    private static Fitted fitted(NewImage image, ImagePart part, int label, ImageFitter fitter, Picture picture) {
        return new Fitted(image, part, fitter.shape(), fitter.fit(picture), label);
    }

    /** @param pixels in the shape on the bus */
    private record Fitted(NewImage image, ImagePart part, ImageShape shape, byte[] pixels, int label) {

        boolean isLabelled() {
            return label >= 0;
        }
    }

    private record UnderWay(List<Fitted> images, CompletableFuture<PublishedBatch> batch) {

        void putResults(Map<NewImage, ImageResult> results) {
            PublishedBatch published = batch.join();
            for (int i = 0; i < images.size(); i++) {
                Fitted image = images.get(i);
                results.put(image.image(), ImageResult.accepted(image.image(), image.part(), published, i));
            }
        }
    }

    /** Classes that the line is known to have; empty if nothing labelled has come from it. */
    public List<String> classNames(String line) {
        return board.summary(line).map(LineSummary::classNames).orElse(List.of());
    }

    private List<String> classNames(CaptureTarget where, List<NewImage> images) {
        if (images.stream().allMatch(image -> image.className() == null)) {
            return List.of();
        }
        List<String> names = where.classNames() == null ? classNames(where.line()) : where.classNames();
        if (names.isEmpty()) {
            throw new InvalidFieldException("classNames",
                    "must be given: nothing labelled has come from line '" + where.line() + "' yet");
        }
        return names;
    }

    private static int label(NewImage image, List<String> classNames) {
        int label = image.className() == null ? SampleSink.UNLABELLED : classNames.indexOf(image.className());
        if (image.className() != null && label < 0) {
            throw new DatasetException("has class '" + image.className() + "', expected one of " + classNames);
        }
        return label;
    }

    private static ImagePart part(NewImage image) {
        try {
            String fileName = image.name() == null || image.name().isBlank() ? null : image.name();
            return new ImagePart(image.partId(), fileName, image.capturedAt());
        } catch (InvalidFieldException e) {
            throw new DatasetException(e.getMessage(), e);
        }
    }

    /** The line's, else 64x64 with the channels of its first image. */
    private ImageShape shape(String line, Picture first) {
        return board.summary(line).map(LineSummary::shape)
                .orElseGet(() -> new ImageShape(first.size().channels(), NATURAL_SIDE, NATURAL_SIDE));
    }

    /** Labelled and unlabelled images apart, in order. */
    private static List<List<Fitted>> inBatches(List<Fitted> images, ImageShape shape) {
        List<List<Fitted>> batches = new ArrayList<>();
        for (boolean labelled : new boolean[]{true, false}) {
            List<Fitted> alike = images.stream().filter(image -> image.isLabelled() == labelled).toList();
            int size = alike.isEmpty() ? 1 : BatchSize.most(IngestionRequest.DEFAULT_BATCH_SIZE, shape);
            for (int from = 0; from < alike.size(); from += size) {
                batches.add(alike.subList(from, Math.min(alike.size(), from + size)));
            }
        }
        return batches;
    }

    private static ImageBatch batch(CaptureTarget where, ImageShape shape, List<Fitted> fitted,
            List<String> classNames) {
        byte[] pixels = new byte[fitted.size() * shape.bytes()];
        for (int i = 0; i < fitted.size(); i++) {
            System.arraycopy(fitted.get(i).pixels(), 0, pixels, i * shape.bytes(), shape.bytes());
        }
        BatchOrigin origin = new BatchOrigin(where.line(), where.dataset(), where.split(), Instant.now());
        Images images = new Images(shape, fitted.size(), pixels, fitted.stream().map(Fitted::part).toList());
        if (!fitted.get(0).isLabelled()) {
            return new UnlabelledBatch(origin, images);
        }
        int[] labels = fitted.stream().mapToInt(Fitted::label).toArray();
        return new LabelledBatch(origin, images, new Labels(classNames, labels));
    }
}
