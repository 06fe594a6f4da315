package io.crossline.evaluation.mix;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.LineConfigured;
import io.crossline.evaluation.line.ConfiguredLines;
import io.crossline.evaluation.serving.LabelledTests;
import io.crossline.evaluation.serving.LabelledTests.LabelledPixels;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.evaluation.serving.UsableImages;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.networks.shift.MixEstimate;
import io.crossline.networks.shift.MixEstimator;
import io.crossline.networks.shift.ShareBounds;

/**
 * Estimates the mix of classes among a line's newest images from what its serving model says of them, calibrated on labelled test
 * images of the model's source line. Made on request and kept for a while.
 */
@ApplicationScoped
public class LineMixes {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int LINES = 64;
    private static final int MODELS = 8;

    private final ServingModels models;
    private final UsableImages images;
    private final LabelledTests tests;
    private final ConfiguredLines lines;
    private final MixConfig config;
    private final MixEstimator estimator = new MixEstimator();
    private final Cache<Key, Estimated> estimated = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(LINES)
            .build();
    private final Cache<String, Labelled> sources = Caffeine.newBuilder().maximumSize(MODELS).build();

    LineMixes(ServingModels models, UsableImages images, LabelledTests tests,
            ConfiguredLines lines, MixConfig config) {
        this.models = models;
        this.images = images;
        this.tests = tests;
        this.lines = lines;
        this.config = config;
    }

    private record Key(String line, String modelVersion) {}

    /** What the model says of labelled images of its source line. */
    private record Labelled(float[][] probabilities, int[] labels) {}

    private record Estimated(float[][] target, Labelled source, MixEstimate mix) {}

    /** Why nothing can be estimated. */
    private static final class UnknownException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownException(String why) {
            super(why, null, false, false);
        }
    }

    public LineMix of(String line) {
        Optional<LineConfigured> set = lines.settings(line);
        ExpectedMix told = set.map(LineConfigured::expectedMix).orElse(null);
        Optional<ServingModel> model = models.model(line);
        if (model.isEmpty()) {
            return LineMix.unknown(line, null, told, "no model serves the line");
        }
        String version = model.get().manifest().modelVersion();
        try {
            Estimated found = estimated.get(new Key(line, version), key -> estimate(line, model.get()));
            return judged(line, model.get(), found, told, set.map(LineConfigured::goodClass).orElse(null));
        } catch (UnknownException e) {
            return LineMix.unknown(line, version, told, e.getMessage());
        }
    }

    private LineMix judged(String line, ServingModel model, Estimated found, ExpectedMix told, String goodClass) {
        List<String> classNames = model.manifest().classNames();
        ExpectedMix fitting = MixJudgement.fitting(told, classNames);
        double[] within = fitting == null
                ? null
                : estimator.shares(found.target(), found.source().probabilities(), found.source().labels(),
                        ShareBounds.of(fitting, classNames));
        return MixJudgement.of(line, model.manifest().modelVersion(), found.target().length, classNames, found.mix(),
                within, told, goodClass);
    }

    private Estimated estimate(String line, ServingModel model) {
        Labelled source = sources.get(model.manifest().modelVersion(), version -> labelled(model));
        float[][] target = model.classifier().predict(newest(line, model)).probabilities();
        if (target.length == 0) {
            throw new UnknownException("the line has no captured images that the model takes");
        }
        return new Estimated(target, source, estimator.estimate(target, source.probabilities(), source.labels(),
                ShareBounds.any(model.manifest().classNames().size()), model.manifest().seed()));
    }

    private byte[] newest(String line, ServingModel model) {
        try {
            return images.newest(line, model.manifest(), config.images())
                    .orElseThrow(() -> new UnknownException("the line has no captured images"));
        } catch (SelectionUnavailableException e) {
            throw new UnknownException("the line's newest images are no longer in Kafka");
        }
    }

    private Labelled labelled(ServingModel model) {
        String sourceLine = model.manifest().source().line();
        LabelledPixels test = tests.of(model, config.sourceImages()).orElseThrow(
                () -> new UnknownException("there are no labelled test images of the source line " + sourceLine));
        float[][] probabilities = model.classifier().predict(test.pixels()).probabilities();
        int[] known = IntStream.range(0, test.labels().length).filter(i -> test.labels()[i] >= 0).toArray();
        int[] labels = IntStream.of(known).map(i -> test.labels()[i]).toArray();
        List<String> names = model.manifest().classNames();
        for (int k = 0; k < names.size(); k++) {
            int label = k;
            if (IntStream.of(labels).noneMatch(of -> of == label)) {
                throw new UnknownException(
                        "the class " + names.get(k) + " has no labelled test image of the source line "
                                + sourceLine);
            }
        }
        return new Labelled(IntStream.of(known).mapToObj(i -> probabilities[i]).toArray(float[][]::new), labels);
    }
}
