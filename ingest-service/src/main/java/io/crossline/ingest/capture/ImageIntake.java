package io.crossline.ingest.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.UnlabelledBatch;
import io.crossline.datasets.DatasetException;
import io.crossline.datasets.MadePicture;
import io.crossline.datasets.PictureDecoder;
import io.crossline.datasets.PictureMaker;
import io.crossline.datasets.SampleSink;
import io.crossline.datasets.ingestion.BatchSize;
import io.crossline.datasets.ingestion.BatchTarget;
import io.crossline.datasets.ingestion.IngestionRequest;
import io.crossline.datasets.ingestion.LineAppearance;
import io.crossline.datasets.ingestion.NewestPictures;
import io.crossline.datasets.ingestion.PublishedBatch;
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
    private final NewestPictures shown;

    public ImageIntake(BatchTarget target, LineBoard board, NewestPictures shown) {
        this.target = target;
        this.board = board;
        this.shown = shown;
    }

    /**
     * @return a result for each image, in order
     * @throws InvalidFieldException if images have classes and nobody has said which classes the line has
     * @throws java.util.concurrent.CompletionException if a batch cannot be brought to Kafka
     */
    public List<ImageResult> publish(CaptureTarget where, List<NewImage> images) {
        List<String> classNames = classNames(where, images);
        Map<NewImage, ImageResult> results = new LinkedHashMap<>();
        List<Fitted> fitted = new ArrayList<>();
        PictureMaker maker = null;
        for (NewImage image : images) {
            results.put(image, null);
            try {
                int label = label(image, classNames);
                ImagePart part = part(image);
                maker = maker == null ? maker(where, image) : maker;
                for (MadePicture picture : maker.make(image.file())) {
                    fitted.add(new Fitted(image, part, picture, label));
                    shown.offer(where.line(), part, image.file(), picture, maker);
                }
            } catch (DatasetException e) {
                results.put(image, ImageResult.rejected(image, e.getMessage()));
            }
        }
        if (!fitted.isEmpty()) {
            target.requireRegistered(where.line(),
                    new LineAppearance(maker.shape(), classNames, maker.settings()));
        }
        List<UnderWay> underWay = new ArrayList<>();
        for (List<Fitted> batch : inBatches(fitted, maker)) {
            CompletableFuture<PublishedBatch> published = target
                    .publish(batch(where, maker.shape(), batch, classNames));
            underWay.add(new UnderWay(batch, published));
        }
        underWay.forEach(batch -> batch.putResults(results));
        return List.copyOf(results.values());
    }

    /**
     * The line's settings and shape, else 64x64 with the channels of its first image.
     *
     * @throws DatasetException if the first image cannot be used
     */
    private PictureMaker maker(CaptureTarget where, NewImage first) {
        PictureSettings settings = target.registered(where.line()).map(LineRegistered::pictureSettings)
                .orElse(PictureSettings.DEFAULT);
        if (where.shape() != null) {
            return new PictureMaker(settings, where.shape());
        }
        ImageShape shape = board.summary(where.line()).map(LineSummary::shape).orElseGet(() -> new ImageShape(
                PictureDecoder.decode(first.file(), picture -> picture.size().channels()), NATURAL_SIDE, NATURAL_SIDE));
        return new PictureMaker(settings, shape);
    }

    /** One picture of a file, and what is said of it. */
    private record Fitted(NewImage image, ImagePart part, MadePicture picture, int label) {

        boolean isLabelled() {
            return label >= 0;
        }

        int images() {
            return picture.images().size();
        }

        Stream<ImagePart> parts() {
            return IntStream.range(0, images()).mapToObj(image -> picture.part(part, image));
        }
    }

    private record UnderWay(List<Fitted> pictures, CompletableFuture<PublishedBatch> batch) {

        /** A file's first picture is its place. */
        void putResults(Map<NewImage, ImageResult> results) {
            PublishedBatch published = batch.join();
            int index = 0;
            for (Fitted picture : pictures) {
                ImageResult result = ImageResult.accepted(picture.image(), picture.part(), published, index,
                        picture.picture());
                results.merge(picture.image(), result, ImageResult::and);
                index += picture.images();
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

    /** Labelled and unlabelled images apart, in order; all tiles of a part together. */
    private static List<List<Fitted>> inBatches(List<Fitted> pictures, PictureMaker maker) {
        List<List<Fitted>> batches = new ArrayList<>();
        for (boolean labelled : new boolean[]{true, false}) {
            List<Fitted> alike = pictures.stream().filter(picture -> picture.isLabelled() == labelled).toList();
            int size = alike.isEmpty()
                    ? 1
                    : Math.max(1, BatchSize.most(IngestionRequest.DEFAULT_BATCH_SIZE, maker.shape())
                            / alike.get(0).images());
            for (int from = 0; from < alike.size(); from += size) {
                batches.add(alike.subList(from, Math.min(alike.size(), from + size)));
            }
        }
        return batches;
    }

    private static ImageBatch batch(CaptureTarget where, ImageShape shape, List<Fitted> pictures,
            List<String> classNames) {
        int count = pictures.stream().mapToInt(Fitted::images).sum();
        byte[] pixels = new byte[count * shape.bytes()];
        int[] labels = new int[count];
        int at = 0;
        for (Fitted picture : pictures) {
            for (byte[] image : picture.picture().images()) {
                System.arraycopy(image, 0, pixels, at * shape.bytes(), shape.bytes());
                labels[at++] = picture.label();
            }
        }
        BatchOrigin origin = new BatchOrigin(where.line(), where.dataset(), where.split(), Instant.now());
        Images images = new Images(shape, count, pixels, pictures.stream().flatMap(Fitted::parts).toList());
        return pictures.get(0).isLabelled()
                ? new LabelledBatch(origin, images, new Labels(classNames, labels))
                : new UnlabelledBatch(origin, images);
    }
}
