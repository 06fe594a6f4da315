package io.crossline.evaluation.serving;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.serving.LabelledTests.LabelledPixels;
import io.crossline.networks.inference.Predictions;

/**
 * Holds the share of defects that a line's models call good to what people allow there. The threshold is chosen for each model by the
 * labelled test images of its source line, which it was not trained on.
 */
@ApplicationScoped
public class EscapeLimits {

    private static final int CHOSEN = 32;
    private static final int TEST_IMAGES = 5000;

    private final RecentAims aims;
    private final LabelledTests tests;

    private final Cache<Key, GoodThreshold> chosen = Caffeine.newBuilder().maximumSize(CHOSEN).build();

    EscapeLimits(RecentAims aims, LabelledTests tests) {
        this.aims = aims;
        this.tests = tests;
    }

    private record Key(String modelVersion, int good, double limit) {}

    /** The model as it serves the line: with the threshold that the line's limit asks for, if there is one. */
    ServingModel on(String line, ServingModel model) {
        return threshold(line, model).map(model::answeringWith).orElse(model);
    }

    /** Empty where the line has no limit, no good class is known, or the model no labelled images to choose by. */
    private Optional<GoodThreshold> threshold(String line, ServingModel model) {
        LineAims now = aims.of(line);
        OptionalInt good = now.goodIndex(model.manifest().classNames());
        if (now.maxEscapes() == null || good.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                chosen.get(new Key(model.manifest().modelVersion(), good.getAsInt(), now.maxEscapes()),
                        key -> choose(model, key)));
    }

    private GoodThreshold choose(ServingModel model, Key key) {
        Optional<LabelledPixels> test = tests.of(model, TEST_IMAGES);
        if (test.isEmpty()) {
            return null;
        }
        Predictions predictions = model.classifier().predict(test.get().pixels());
        double[] calledGood = IntStream.range(0, predictions.count())
                .filter(image -> test.get().labels()[image] != key.good())
                .mapToDouble(image -> predictions.label(image) == key.good() ? predictions.confidence(image) : 0)
                .toArray();
        return GoodThreshold.of(key.good(), calledGood, key.limit());
    }
}
