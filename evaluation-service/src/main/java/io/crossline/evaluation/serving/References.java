package io.crossline.evaluation.serving;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.kafka.LineImages;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.drift.OrderedSample;
import io.crossline.monitoring.drift.Reference;
import io.crossline.monitoring.novelty.KnownImages;

/** What windows of a line are compared with: a sample of the line's images that the model was trained on. */
@ApplicationScoped
public class References {

    private final LineImages images;
    /** Lines that are served by the same model share what it was trained on; it is freed with the last of them. */
    private final Cache<Key, Reference> shared = Caffeine.newBuilder().weakValues().build();
    private final Cache<Key, KnownImages> sharedKnown = Caffeine.newBuilder().weakValues().build();
    private final PlacedImages places;
    private final DriftConfig config;

    References(LineImages images, PlacedImages places, DriftConfig config) {
        this.images = images;
        this.places = places;
        this.config = config;
    }

    /** @throws io.crossline.kafka.SelectionUnavailableException if those images are not in Kafka any more */
    Reference of(ServingModel model, String line) {
        return shared.get(Key.of(model, line), key -> new Reference(model.observe(pixels(model, line, List.of()))));
    }

    /** What makes a difference to what a model says of a line's training images. */
    private record Key(String modelVersion, GoodThreshold threshold, boolean isTarget) {

        static Key of(ServingModel model, String line) {
            return new Key(model.manifest().modelVersion(), model.threshold(),
                    line.equals(model.manifest().target().line()));
        }
    }

    /**
     * As {@link #known}, for the search for unknown kinds.
     *
     * @return empty where the model knows fewer images of the line than {@code least}
     */
    Optional<KnownImages> knownImages(ServingModel model, String line, int least) {
        return Optional.ofNullable(sharedKnown.get(Key.of(model, line), key -> {
            List<Observation> known = known(model, line);
            return known.size() < least ? null : new KnownImages(known);
        }));
    }

    /**
     * What the model knows of the line: a sample of those images in the line's order, but for those that the model's job left out, and
     * the examples of named kinds.
     *
     * @throws io.crossline.kafka.SelectionUnavailableException if those images are not in Kafka any more
     */
    List<Observation> known(ServingModel model, String line) {
        ByteArrayOutputStream known = new ByteArrayOutputStream();
        known.writeBytes(pixels(model, line, model.manifest().leftOut()));
        if (line.equals(model.manifest().target().line())) {
            List<ImagePlace> examples = model.manifest().examples().stream().map(ImagePlace::of).toList();
            Map<ImagePlace, PlacedImage> found = places.read(line, examples);
            examples.stream().map(found::get)
                    .filter(image -> image != null && image.shape().equals(model.manifest().shape()))
                    .forEach(image -> known.writeBytes(image.pixels()));
        }
        return model.observe(known.toByteArray());
    }

    private byte[] pixels(ServingModel model, String line, List<BatchImages> leftOut) {
        ModelManifest manifest = model.manifest();
        DataSelection trained = (line.equals(manifest.target().train().line()) ? manifest.target() : manifest.source())
                .train();
        int size = config.referenceImages();
        OrderedSample<byte[]> sample = new OrderedSample<>(size, Math.min(size, 2 * config.windowImages()));
        images.readPlaced(trained, manifest, placed -> {
            Set<Integer> out = leftOut.stream().filter(batch -> isOf(batch, placed))
                    .flatMap(batch -> batch.images().stream()).collect(Collectors.toSet());
            for (int i = 0; i < placed.batch().images().count(); i++) {
                if (!out.contains(i)) {
                    sample.add(placed.batch().images().image(i));
                }
            }
        });
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        sample.elements().forEach(pixels::writeBytes);
        return pixels.toByteArray();
    }

    private static boolean isOf(BatchImages images, SelectedBatch<ImageBatch> placed) {
        return images.topic().equals(placed.topic()) && images.partition() == placed.partition()
                && images.offset() == placed.offset();
    }
}
