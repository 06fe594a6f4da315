package io.crossline.evaluation.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.SelectionUnavailableException;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.scoring.ImageSample;
import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.scoring.LineImages;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.serving.LabelledTests;
import io.crossline.evaluation.serving.LabelledTests.LabelledPixels;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;

/** Compares an adaptation's models each time that one more of them is scored, on images of the target line without their labels. */
@ApplicationScoped
public class Recommender {

    private static final Logger LOG = Logger.getLogger(Recommender.class);
    /** An adaptation's models come one after the other: what the earlier ones said is kept for so long. */
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_KEPT = 12;

    private final Recommendations recommendations;
    private final ServingModels models;
    private final LineImages images;
    private final LabelledTests tests;
    private final ToldAims aims;
    private final GateConfig config;
    private final Cache<String, Evidence> kept = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT)
            .build();

    Recommender(Recommendations recommendations, ServingModels models, LineImages images, LabelledTests tests,
            ToldAims aims, GateConfig config) {
        this.recommendations = recommendations;
        this.models = models;
        this.images = images;
        this.tests = tests;
        this.aims = aims;
        this.config = config;
    }

    /**
     * Makes the adaptation's recommendation anew unless it is of all models scored so far. An adaptation without a source classifier has
     * none.
     */
    public void update(UUID adaptationId) {
        List<Recommendations.Model> scored = recommendations.models(adaptationId);
        Set<String> versions = scored.stream().map(Recommendations.Model::modelVersion).collect(Collectors.toSet());
        Optional<Recommendations.Model> source = scored.stream().filter(model -> model.method() == Method.SOURCE)
                .findFirst();
        boolean made = recommendations.find(adaptationId).map(Recommendations.Made::compared)
                .filter(versions::equals).isPresent();
        if (source.isEmpty() || made) {
            return;
        }
        List<Recommendations.Model> others = scored.stream()
                .filter(model -> model.method() != Method.SOURCE && model.verdict() == Verdict.ACCEPTED).toList();
        Recommendation recommendation = recommendation(source.get(), others);
        recommendations.save(adaptationId, new Recommendations.Made(recommendation, versions));
        LOG.infof("Adaptation %s: %s", adaptationId, recommendation.reason());
    }

    private Recommendation recommendation(Recommendations.Model source, List<Recommendations.Model> others) {
        if (source.verdict() != Verdict.ACCEPTED) {
            return Recommendation.none(source.reason());
        }
        return others.isEmpty() ? Recommendation.nothingToCompare() : compared(source, others);
    }

    private Recommendation compared(Recommendations.Model source, List<Recommendations.Model> others) {
        try {
            Map<String, ServingModel> loaded = new TreeMap<>();
            List<Recommendations.Model> all = new ArrayList<>(List.of(source));
            all.addAll(others);
            all.forEach(model -> loaded.put(model.modelVersion(), models.ofVersion(model.modelVersion())
                    .orElseThrow(
                            () -> new SelectionUnavailableException(model.modelVersion() + " is not on the bus"))));
            ServingModel first = loaded.get(source.modelVersion());
            double[] mix = expectedMix(first, loaded.values().stream().map(model -> model.manifest().expectedMix())
                    .filter(Objects::nonNull).findFirst().orElse(null));
            Function<Recommendations.Model, Contender> contender = model -> new Contender(model.modelVersion(),
                    model.method(), evidence(first, loaded.get(model.modelVersion())).expecting(mix));
            return Recommendation.of(contender.apply(source), others.stream().map(contender).toList(),
                    first.manifest().seed());
        } catch (SelectionUnavailableException | MathIllegalArgumentException e) {
            return Recommendation.none("The models could not be compared: " + e.getMessage() + ".");
        }
    }

    /** What people told of the line counts before what a model was trained for. */
    private double[] expectedMix(ServingModel model, ExpectedMix trainedFor) {
        LineAims told = aims.of(model.manifest().target().line());
        return LineAims.shares(told.expectedMix() == null ? trainedFor : told.expectedMix(),
                model.manifest().classNames());
    }

    /** @param source whose images of both lines every model of the adaptation predicts */
    private Evidence evidence(ServingModel source, ServingModel model) {
        return kept.get(model.manifest().modelVersion(), version -> predicted(source, model));
    }

    private Evidence predicted(ServingModel source, ServingModel model) {
        LineData line = source.manifest().target();
        ImageSample sample = new ImageSample(config.images());
        images.read(line.test() == null ? line.train() : line.test(), source.manifest(), sample::add);
        byte[] target = sample.pixels();
        LabelledPixels labelled = tests.of(source, config.sourceImages())
                .orElseThrow(() -> new SelectionUnavailableException("There are no labelled test images of "
                        + source.manifest().source().line()));
        return Evidence.of(model.classifier(), target, SmallChanges.of(target, source.manifest().shape()), labelled);
    }
}
