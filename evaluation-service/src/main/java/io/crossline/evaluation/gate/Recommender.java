package io.crossline.evaluation.gate;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.scoring.ImageSample;
import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.scoring.ModelArchives;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.serving.LabelledTests;
import io.crossline.evaluation.serving.LabelledTests.LabelledPixels;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.kafka.LineImages;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.monitoring.gate.Contender;
import io.crossline.monitoring.gate.Evidence;
import io.crossline.monitoring.gate.Recommendation;
import io.crossline.monitoring.gate.SmallChanges;
import io.crossline.monitoring.metrics.AnswerCosts;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.backbone.Backbones;
import io.crossline.networks.inference.Classifier;

/** Compares an adaptation's models each time that one more of them is scored, on images of the target line without their labels. */
@ApplicationScoped
public class Recommender {

    private static final Logger LOG = Logger.getLogger(Recommender.class);
    /** An adaptation's models come one after the other: what the earlier ones said is kept for so long. */
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_KEPT = 12;

    private final Recommendations recommendations;
    private final ModelArchives archives;
    private final Backbones backbones;
    private final LineImages images;
    private final LabelledTests tests;
    private final ToldAims aims;
    private final GateConfig config;
    private final Cache<String, Seen> kept = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT)
            .build();

    /** A model and what it says of the images that all are shown. */
    private record Seen(ModelManifest manifest, Evidence evidence) {}

    Recommender(Recommendations recommendations, ModelArchives archives, Backbones backbones, LineImages images,
            LabelledTests tests, ToldAims aims, GateConfig config) {
        this.recommendations = recommendations;
        this.archives = archives;
        this.backbones = backbones;
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
        boolean made;
        do {
            made = make(adaptationId); // again: another replica may have scored one more meanwhile
        } while (made);
    }

    /** @return false if there is nothing to be made anew */
    private boolean make(UUID adaptationId) {
        List<Recommendations.Model> scored = recommendations.models(adaptationId);
        Set<String> versions = scored.stream().map(Recommendations.Model::modelVersion).collect(Collectors.toSet());
        Optional<Recommendations.Model> source = scored.stream().filter(model -> model.method() == Method.SOURCE)
                .findFirst();
        boolean upToDate = recommendations.find(adaptationId).map(Recommendations.Made::compared)
                .filter(versions::equals).isPresent();
        if (source.isEmpty() || upToDate) {
            return false;
        }
        List<Recommendations.Model> others = scored.stream()
                .filter(model -> model.method() != Method.SOURCE && model.verdict() == Verdict.ACCEPTED).toList();
        Recommendation recommendation = recommendation(source.get(), others);
        recommendations.save(adaptationId, new Recommendations.Made(recommendation, versions));
        LOG.infof("Adaptation %s: %s", adaptationId, recommendation.reason());
        return true;
    }

    private Recommendation recommendation(Recommendations.Model source, List<Recommendations.Model> others) {
        if (source.verdict() != Verdict.ACCEPTED) {
            return Recommendation.none(source.reason());
        }
        return others.isEmpty() ? Recommendation.nothingToCompare() : compared(source, others);
    }

    private Recommendation compared(Recommendations.Model source, List<Recommendations.Model> others) {
        try {
            Seen first = kept.get(source.modelVersion(), version -> predicted(version, null));
            List<Seen> rest = others.stream().map(other -> kept.get(other.modelVersion(),
                    version -> predicted(version, first.manifest()))).toList();
            double[] mix = expectedMix(first.manifest(), rest);
            AnswerCosts costs = aims.of(first.manifest().target().line()).answerCosts(first.manifest().classNames())
                    .orElse(null);
            List<Contender> contenders = IntStream.range(0, rest.size())
                    .mapToObj(i -> contender(others.get(i), rest.get(i), mix, costs)).toList();
            return Recommendation.of(contender(source, first, mix, costs), contenders, first.manifest().seed());
        } catch (SelectionUnavailableException | MathIllegalArgumentException e) {
            return Recommendation.none("The models could not be compared: " + e.getMessage() + ".");
        }
    }

    private static Contender contender(Recommendations.Model model, Seen seen, double[] mix, AnswerCosts costs) {
        return new Contender(model.modelVersion(), model.method(), seen.evidence().expecting(mix).costing(costs));
    }

    /** What people told of the line counts before what a model was trained for. */
    private double[] expectedMix(ModelManifest source, List<Seen> others) {
        ExpectedMix told = aims.of(source.target().line()).expectedMix();
        ExpectedMix trainedFor = others.stream().map(other -> other.manifest().expectedMix()).filter(Objects::nonNull)
                .findFirst().orElse(null);
        return LineAims.shares(told == null ? trainedFor : told, source.classNames());
    }

    /** @param source whose images of both lines the model predicts, so that all models see the same; null for its own */
    private Seen predicted(String version, ModelManifest source) {
        byte[] archive = archives.find(version)
                .orElseThrow(() -> new SelectionUnavailableException(version + " is not in Kafka"));
        ModelManifest own = ModelArchive.readManifest(archive);
        ModelManifest data = source == null ? own : source;
        try (Classifier classifier = Classifier.load(archive, backbones)) {
            LineData line = data.target();
            ImageSample sample = new ImageSample(config.images(), data.classNames());
            images.read(line.test() == null ? line.train() : line.test(), data, sample::add);
            byte[] target = sample.pixels();
            LabelledPixels labelled = tests.of(new ServingModel(data, classifier), config.sourceImages())
                    .orElseThrow(() -> new SelectionUnavailableException(
                            "there are no labelled test images of " + data.source().line()));
            return new Seen(own,
                    Evidence.of(classifier, target, SmallChanges.of(target, data.shape()), labelled.pixels(),
                            labelled.labels()));
        }
    }
}
