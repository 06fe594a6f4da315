package io.crossline.evaluation.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.evaluation.labels.LabelBook;
import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.serving.LabelledTests.LabelledPixels;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.estimate.AccuracyEstimate;
import io.crossline.monitoring.estimate.AccuracyEstimator;
import io.crossline.monitoring.estimate.Answer;
import io.crossline.monitoring.estimate.CalibratedConfidence;
import io.crossline.monitoring.estimate.Calibration;
import io.crossline.monitoring.estimate.KnownLooks;
import io.crossline.monitoring.metrics.AnswerCosts;
import io.crossline.networks.inference.Predictions;

/**
 * Estimates how right each model is on a line, in the mix of classes that people told of it, if they did: by its confidence and the distance from what it knows, or, once people have labelled
 * enough of the line's images, by what its confidence was worth there.
 */
@ApplicationScoped
public class Estimators {

    private static final Logger LOG = Logger.getLogger(Estimators.class);

    /** Of the line's labelled images, before they calibrate. */
    private static final int LEAST_LABELS = 20;
    private static final int TEST_IMAGES = 1000;
    private static final int PREPARED = 32;

    private final References references;
    private final LabelledTests tests;
    private final LabelledAnswers answers;
    private final LabelBook labels;
    private final UsableImages images;
    private final RecentAims aims;
    private final Cache<Key, Optional<Prepared>> prepared = Caffeine.newBuilder().maximumSize(PREPARED)
            .build();

    Estimators(References references, LabelledTests tests, LabelledAnswers answers, LabelBook labels,
            UsableImages images, RecentAims aims) {
        this.aims = aims;
        this.references = references;
        this.tests = tests;
        this.answers = answers;
        this.labels = labels;
        this.images = images;
    }

    /** @param looks of the images that the model knows of the line */
    private record Prepared(AccuracyEstimator estimator, KnownLooks looks) {

        AccuracyEstimate estimate(List<Observation> images) {
            return KnownLooks.bound(estimator.estimate(answers(images)), unlike(images));
        }

        double unlike(List<Observation> images) {
            return looks.unlike(statistics(images));
        }
    }

    /** @param labels that the line has: more of them make another estimator */
    private record Key(String line, String modelVersion, GoodThreshold threshold, List<Double> told, int labels) {}

    /**
     * @param window the model's observations, at least one; the estimate is of those that are served with a class
     * @return null where the model has no labelled images to go by, or no image is served with a class
     */
    AccuracyEstimate estimate(ServingModel model, String line, List<Observation> window) {
        List<Observation> classified = Observation.classified(window);
        if (classified.isEmpty()) {
            return null;
        }
        return prepared(model, line).map(known -> known.estimate(classified)).orElse(null);
    }

    /**
     * Share of the images, among those that are served with a class, that look unlike every one that the model knows of the line: the estimate counts
     * them as answered wrong, and its interval leaves open whether they are.
     *
     * @return 0 where nothing is estimated
     */
    double unlike(ServingModel model, String line, List<Observation> window) {
        List<Observation> classified = Observation.classified(window);
        return classified.isEmpty() ? 0 : prepared(model, line).map(known -> known.unlike(classified)).orElse(0.0);
    }

    private Optional<Prepared> prepared(ServingModel model, String line) {
        double[] told = LineAims.shares(aims.of(line).expectedMix(), model.manifest().classNames());
        int given = labels.counts(line).values().stream().mapToInt(Integer::intValue).sum();
        return prepared.get(new Key(line, model.manifest().modelVersion(), model.threshold(),
                told == null ? List.of() : Arrays.stream(told).boxed().toList(),
                given < LEAST_LABELS ? 0 : given), key -> prepare(model, key, told));
    }

    /**
     * What an answer on the window's images costs at most, on average: answers by the good class and by a defect are estimated apart.
     *
     * @return null where nobody told the line's costs, or one of the two is not estimated
     */
    Double cost(ServingModel model, String line, List<Observation> window) {
        AnswerCosts costs = aims.of(line).answerCosts(model.manifest().classNames()).orElse(null);
        List<Observation> classified = Observation.classified(window);
        if (costs == null || classified.isEmpty()) {
            return null;
        }
        double sum = 0;
        for (List<Observation> side : classified.stream()
                .collect(Collectors.partitioningBy(image -> image.predictedClass() == costs.good())).values()) {
            AccuracyEstimate estimate = side.isEmpty() ? null : estimate(model, line, side);
            if (estimate != null) {
                sum += side.size() * (1 - estimate.accuracy()) * costs.ofWrong(side.get(0).predictedClass());
            } else if (!side.isEmpty()) {
                return null;
            }
        }
        return sum / classified.size();
    }

    /**
     * An estimate of the accuracy on the line's newest images.
     *
     * @param count at most about so many images
     * @return null where the line has no images, or the model no labelled ones to go by
     * @throws SelectionUnavailableException if the newest images are not in Kafka any more
     */
    public AccuracyEstimate ofNewest(ServingModel model, String line, int count) {
        return images.newest(line, model.manifest(), count).filter(pixels -> pixels.length > 0)
                .map(pixels -> estimate(model, line, model.observe(pixels))).orElse(null);
    }

    private Optional<Prepared> prepare(ServingModel model, Key key, double[] told) {
        Optional<LabelledPixels> test = tests.of(model, TEST_IMAGES)
                .map(images -> told == null ? images : images.inMix(told));
        if (test.isEmpty() || test.get().labels().length < 2) {
            return Optional.empty();
        }
        if (key.labels() > 0) {
            List<LabelledAnswer> given = answers.of(model, key.line());
            if (given.size() >= LEAST_LABELS) {
                CalibratedConfidence calibrated = LabelledAnswers.calibration(model, given, judged(model, test.get()));
                return Optional.of(new Prepared(
                        window -> calibrated.estimate(window.stream().mapToDouble(Answer::confidence).toArray()),
                        looks(model, key.line(), given)));
            }
        }
        try {
            List<Observation> known = references.known(model, key.line());
            return Optional.of(new Prepared(
                    new Calibration(model.manifest().shape(), pixels -> answers(model.answers(pixels))).checked(
                            test.get().pixels(), test.get().labels(), answers(known), model.manifest().seed()),
                    new KnownLooks(statistics(known), List.of())));
        } catch (SelectionUnavailableException e) {
            LOG.warnf("The accuracy of %s on line %s is not estimated: %s", key.modelVersion(), key.line(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** Of the images that the model was trained on, where they are still in Kafka, and those that people labelled since. */
    private KnownLooks looks(ServingModel model, String line, List<LabelledAnswer> given) {
        List<double[]> labelled = given.stream()
                .map(answer -> answer.statistics().stream().mapToDouble(Double::doubleValue).toArray()).toList();
        try {
            return new KnownLooks(statistics(references.known(model, line)), labelled);
        } catch (SelectionUnavailableException e) {
            return new KnownLooks(List.of(), labelled);
        }
    }

    private static List<double[]> statistics(List<Observation> images) {
        return images.stream().map(Observation::statistics).toList();
    }

    private static List<Observation> judged(ServingModel model, LabelledPixels test) {
        List<Observation> observations = model.observe(test.pixels());
        List<Observation> judged = new ArrayList<>(observations.size());
        for (int i = 0; i < test.labels().length; i++) {
            Observation seen = observations.get(i);
            judged.add(new Observation(seen.features(), seen.statistics(), seen.predictedClass(), seen.confidence(),
                    seen.predictedClass() == test.labels()[i]));
        }
        return judged;
    }

    private static List<Answer> answers(Predictions predictions) {
        return IntStream.range(0, predictions.count()).mapToObj(image -> new Answer(predictions.features()[image],
                predictions.label(image), Math.min(1, predictions.confidence(image)), null)).toList();
    }

    private static List<Answer> answers(List<Observation> observations) {
        return observations.stream().map(seen -> new Answer(seen.features(), seen.predictedClass(), seen.confidence(),
                seen.correct())).toList();
    }
}
