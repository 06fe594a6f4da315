package io.crossline.evaluation.pictures;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.scoring.ImageSample;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.kafka.LineImages;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.pictures.ContactSheet;
import io.crossline.pictures.ImageFile;

/** A line's images beside each other: those that its model was trained on, and the newest. */
@ApplicationScoped
public class Examples {

    private record Trained(String modelVersion, String line, int count) {}

    private final ServingModels models;
    private final LineImages images;
    private final PlacedImages placed;
    private final CapturedPlaces captured;
    /** Each takes a pass over all training images. */
    private final Cache<Trained, byte[]> sheets = Caffeine.newBuilder().maximumSize(32)
            .expireAfterAccess(Duration.ofHours(1)).build();

    Examples(ServingModels models, LineImages images, PlacedImages placed, CapturedPlaces captured) {
        this.models = models;
        this.images = images;
        this.placed = placed;
        this.captured = captured;
    }

    /**
     * PNG of images of the line that its serving model was trained on: a uniform sample, always the same.
     *
     * @return empty where no model serves the line, or the images are not in Kafka any more
     */
    public Optional<byte[]> then(String line, int count) {
        return models.model(line).map(model -> sheets.get(new Trained(model.manifest().modelVersion(), line, count),
                key -> trainedOn(model, line, count)));
    }

    private byte[] trainedOn(ServingModel model, String line, int count) {
        ModelManifest manifest = model.manifest();
        DataSelection trained = (line.equals(manifest.target().line()) ? manifest.target() : manifest.source()).train();
        ImageSample sample = new ImageSample(count, manifest.classNames());
        try {
            images.read(trained, manifest, sample::add);
        } catch (SelectionUnavailableException e) {
            return null;
        }
        byte[] pixels = sample.pixels();
        int bytes = manifest.shape().bytes();
        List<BufferedImage> shown = new ArrayList<>();
        for (int from = 0; from < pixels.length; from += bytes) {
            shown.add(ImageFile.image(manifest.shape(), Arrays.copyOfRange(pixels, from, from + bytes)));
        }
        return ContactSheet.png(shown);
    }

    /**
     * PNG of the line's newest images, the newest first.
     *
     * @return empty where none were captured while a model served the line, or none are in Kafka any more
     */
    public Optional<byte[]> now(String line, int count) {
        List<ImagePlace> places = captured.newest(line, count);
        Map<ImagePlace, PlacedImage> found = placed.read(line, places);
        List<BufferedImage> shown = places.stream().map(found::get).filter(Objects::nonNull)
                .map(image -> ImageFile.image(image.shape(), image.pixels())).toList();
        return shown.isEmpty() ? Optional.empty() : Optional.of(ContactSheet.png(shown));
    }
}
