package io.crossline.evaluation.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.EvaluationConfig;
import io.crossline.kafka.LineImages;
import io.crossline.monitoring.metrics.InspectionFigures;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.MeasuredShare;
import io.crossline.monitoring.metrics.Role;
import io.crossline.monitoring.projection.Projection;
import io.crossline.networks.backbone.Backbones;
import io.crossline.networks.inference.Classifier;

/** Scores a classifier on the test images of both its lines and projects their features, before and after its training. */
@ApplicationScoped
public class ClassifierEvaluator {

    private static final Logger LOG = Logger.getLogger(ClassifierEvaluator.class);

    private final LineImages images;
    private final ModelArchives archives;
    private final Backbones backbones;
    private final ToldAims aims;
    private final EvaluationConfig config;
    private final AboveCommonestClass aboveCommonest;

    ClassifierEvaluator(LineImages images, ModelArchives archives, Backbones backbones, ToldAims aims,
            Rejections rejections, EvaluationConfig config) {
        this.aboveCommonest = new AboveCommonestClass(rejections);
        this.images = images;
        this.aims = aims;
        this.archives = archives;
        this.backbones = backbones;
        this.config = config;
    }

    /**
     * @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used
     * @throws io.crossline.networks.backbone.BackboneException if its backbone is not there
     * @throws io.crossline.kafka.SelectionUnavailableException if a test selection has no images in Kafka
     */
    public Evaluation evaluate(ModelManifest model, byte[] archive) {
        try (Classifier classifier = Classifier.load(archive, backbones)) {
            List<LineScore> scores = new ArrayList<>();
            Map<Role, ImageSample> samples = new EnumMap<>(Role.class);
            long notFinite = 0;
            for (Role role : Role.values()) {
                DataSelection test = testImages(model, role);
                if (test != null) {
                    LineScorer scorer = new LineScorer(classifier, model.classNames(), good(model, test.line()),
                            config.calibrationBins(), config.projectionImages());
                    images.read(test, model, scorer::add);
                    scores.add(scorer.score(test.line(), role));
                    samples.put(role, scorer.sample());
                    notFinite += scorer.notFinite();
                }
            }
            if (notFinite > 0) {
                return rejected(model, scores, notFinite);
            }
            Projection after = FeatureProjection.of(model.modelVersion(), classifier, samples);
            Optional<String> objection = objection(model, scores);
            return new Evaluation(model, objection.isEmpty() ? Verdict.ACCEPTED : Verdict.REJECTED,
                    objection.orElseGet(() -> reason(scores)), figures(model, scores), scores,
                    before(model, samples, after), after, Instant.now());
        }
    }

    private OptionalInt good(ModelManifest model, String line) {
        return aims.of(line).goodIndex(model.classNames());
    }

    private Optional<String> objection(ModelManifest model, List<LineScore> scores) {
        return config.aboveCommonestClass() ? aboveCommonest.objection(model, scores) : Optional.empty();
    }

    private Projection before(ModelManifest model, Map<Role, ImageSample> samples, Projection after) {
        if (model.parentModel() == null) {
            return after;
        }
        Optional<byte[]> parent = archives.find(model.parentModel());
        if (parent.isEmpty()) {
            LOG.warnf("Model %s has no projection from before its training: its parent %s is not in Kafka",
                    model.modelVersion(), model.parentModel());
            return null;
        }
        try (Classifier classifier = Classifier.load(parent.get(), backbones)) {
            return FeatureProjection.of(model.parentModel(), classifier, samples);
        }
    }

    private static DataSelection testImages(ModelManifest model, Role role) {
        return (role == Role.SOURCE ? model.source() : model.target()).test();
    }

    private static Evaluation rejected(ModelManifest model, List<LineScore> scores, long notFinite) {
        String reason = "The network's output is not a finite number for " + notFinite
                + " test images: its training diverged.";
        return new Evaluation(model, Verdict.REJECTED, reason, Map.of("notFinite", (double) notFinite), scores, null,
                null, Instant.now());
    }

    private static String reason(List<LineScore> scores) {
        if (scores.isEmpty()) {
            return "Accepted unscored: the job named no test images.";
        }
        return ScoreText.of(scores);
    }

    private Map<String, Double> figures(ModelManifest model, List<LineScore> scores) {
        Map<String, Double> figures = new TreeMap<>();
        for (LineScore score : scores) {
            if (score.calibrationError() != null) {
                figures.put(score.role().id() + "CalibrationError", score.calibrationError());
            }
            InspectionFigures found = InspectionFigures.of(score.confusion(), good(model, score.line()));
            put(figures, score.role().id() + "BalancedAccuracy", found.balancedAccuracy());
            put(figures, score.role().id() + "Escapes", found.escapes());
            put(figures, score.role().id() + "Overkill", found.overkill());
        }
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, MeasuredShare share) {
        if (share != null) {
            figures.put(name, share.value());
            figures.put(name + "Low", share.low());
            figures.put(name + "High", share.high());
        }
    }
}
