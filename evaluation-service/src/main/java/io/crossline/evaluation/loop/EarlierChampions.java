package io.crossline.evaluation.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.gate.Gate;
import io.crossline.evaluation.gate.GateConfig;
import io.crossline.evaluation.serving.Champions;
import io.crossline.evaluation.serving.Estimators;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.monitoring.estimate.AccuracyEstimate;
import io.crossline.monitoring.gate.GateVerdict;
import io.crossline.monitoring.gate.ValidatorScore.Vote;

/**
 * Conditions return, as day follows night: a model that served the line before may be right again, and needs no training. The newest few of
 * these meet the champion at the gate, on the line's newest images. One that passes must also be good enough: its accuracy on these images
 * may not be estimated so low that it would open a cycle itself.
 */
@ApplicationScoped
class EarlierChampions {

    private static final Logger LOG = Logger.getLogger(EarlierChampions.class);

    private final Champions champions;
    private final ServingModels models;
    private final Gate gate;
    private final GateConfig gateConfig;
    private final Estimators estimators;
    private final KnownAccuracies accuracies;
    private final LineSettings settings;
    private final LoopConfig config;

    EarlierChampions(Champions champions, ServingModels models, Gate gate, GateConfig gateConfig,
            Estimators estimators, KnownAccuracies accuracies, LineSettings settings, LoopConfig config) {
        this.champions = champions;
        this.models = models;
        this.gate = gate;
        this.gateConfig = gateConfig;
        this.estimators = estimators;
        this.accuracies = accuracies;
        this.settings = settings;
        this.config = config;
    }

    /** An earlier champion that the gate accepted. */
    record Returning(ServingModel model, GateVerdict verdict) {

        String version() {
            return model.manifest().modelVersion();
        }

        private long votes() {
            return verdict.validators().stream().mapToInt(score -> score.vote() == Vote.CANDIDATE
                    ? 1
                    : score.vote() == Vote.CHAMPION ? -1 : 0).sum();
        }
    }

    /**
     * The one that most validators hold for better than the champion, of several the newest; empty where none passes.
     *
     * @param classNames that it must know, in this order: where a person named a kind, no earlier champion does
     */
    Optional<Returning> returning(String line, String champion, List<String> classNames) {
        Optional<ServingModel> serving = models.ofVersion(champion);
        if (serving.isEmpty() || config.earlierChampions() == 0) {
            return Optional.empty();
        }
        List<Returning> accepted = new ArrayList<>();
        for (String version : champions.earlier(line, champion, config.earlierChampions())) {
            models.ofVersion(version).filter(model -> fits(model.manifest(), serving.get().manifest(), classNames))
                    .flatMap(model -> accepted(line, serving.get(), model)).ifPresent(accepted::add);
        }
        // the sort is stable: of as many votes, the newest stays first
        return accepted.stream().sorted(Comparator.comparingLong(Returning::votes).reversed())
                .filter(returning -> isGoodEnough(line, returning)).findFirst();
    }

    private static boolean fits(ModelManifest earlier, ModelManifest champion, List<String> classNames) {
        return earlier.shape().equals(champion.shape()) && earlier.classNames().equals(classNames);
    }

    private Optional<Returning> accepted(String line, ServingModel champion, ServingModel earlier) {
        try {
            GateVerdict verdict = gate.judge(line, champion, earlier);
            LOG.infof("Line %s: the gate has %s its earlier champion %s. %s", line,
                    verdict.accepted() ? "accepted" : "refused", earlier.manifest().modelVersion(), verdict.reason());
            return verdict.accepted() ? Optional.of(new Returning(earlier, verdict)) : Optional.empty();
        } catch (SelectionUnavailableException e) {
            LOG.infof("Line %s: its earlier champion %s cannot be tried: %s", line, earlier.manifest().modelVersion(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isGoodEnough(String line, Returning returning) {
        OptionalDouble measured = accuracies.measured(returning.version());
        AccuracyEstimate now = estimators.ofNewest(returning.model(), line, gateConfig.images());
        if (measured.isEmpty() || now == null) {
            return true;
        }
        double loss = measured.getAsDouble() - now.accuracy();
        boolean good = loss <= settings.of(line).acceptedLoss();
        LOG.infof(
                "Line %s: its earlier champion %s is estimated to be right on %.3f of the newest images, measured %.3f: %s",
                line, returning.version(), now.accuracy(), measured.getAsDouble(),
                good ? "it is tried" : "not good enough");
        return good;
    }
}
