package io.crossline.evaluation.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.gate.Gate;
import io.crossline.evaluation.loop.CycleState.Outcome;
import io.crossline.evaluation.serving.BatchPrediction;
import io.crossline.evaluation.serving.CompanionPrediction;
import io.crossline.evaluation.serving.Companions;
import io.crossline.evaluation.serving.Promoter;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.monitoring.drift.ModelRole;
import io.crossline.monitoring.drift.ModelScore;
import io.crossline.monitoring.drift.Window;
import io.crossline.monitoring.gate.GateVerdict;

/**
 * What happens without a person: windows open cycles and end probations, trained candidates meet the gate, batches end the time in
 * shadow. Everything lasting is in {@link Cycles}; what is told twice, or after a restart, changes nothing twice.
 */
@ApplicationScoped
public class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final Cycles cycles;
    private final CycleOpener opener;
    private final LineSettings settings;
    private final Gate gate;
    private final ServingModels models;
    private final Companions companions;
    private final Promoter promoter;
    private final LoopConfig config;
    private final AdaptationNeeds needs;
    private final ShadowRuns shadows = new ShadowRuns();

    Loop(Cycles cycles, CycleOpener opener, LineSettings settings, Gate gate, ServingModels models,
            Companions companions, Promoter promoter, LoopConfig config, AdaptationNeeds needs) {
        this.cycles = cycles;
        this.opener = opener;
        this.settings = settings;
        this.gate = gate;
        this.models = models;
        this.companions = companions;
        this.promoter = promoter;
        this.config = config;
        this.needs = needs;
    }

    /** A window of the line is recorded. */
    public void window(ServingModel champion, Window window) {
        Optional<AdaptationNeed> need = needs.of(window);
        Optional<Cycle> open = cycles.openOf(window.line());
        if (open.isEmpty()) {
            Instant lastCycle = cycles.newestClosed(window.line()).map(Cycle::closedAt).orElse(null);
            need.ifPresent(of -> adapt(champion, window, of, lastCycle));
        } else if (open.get().state() == CycleState.PROBATION
                && window.modelVersion().equals(open.get().candidate())) {
            if (probation(open.get(), window, need.isPresent())) {
                // what the cooldown is for, the cycle's own training, ended with the promotion
                need.ifPresent(of -> adapt(champion, window, of, open.get().changedAt()));
            }
        }
    }

    private void adapt(ServingModel champion, Window window, AdaptationNeed need, Instant lastCycle) {
        String line = window.line();
        LoopSettings how = settings.of(line);
        Instant now = Instant.now();
        Optional<String> refusal = AdaptationPolicy.refusal(how, lastCycle,
                cycles.openedByLoopSince(line, now.minus(DAY)), need.known(), now);
        if (refusal.isPresent()) {
            LOG.infof("The need of line %s (%s) opens no cycle: %s", line, need.reason(), refusal.get());
            return;
        }
        Opening opening = opener.open(line, champion.manifest(), how, "window " + window.id(), need.trigger(),
                Cycle.LOOP,
                need.reason(), need.images(), false);
        opening.cycle().ifPresentOrElse(cycle -> LOG.infof("Line %s: %s is to follow %s: %s", line, cycle.candidate(),
                cycle.champion(), cycle.reason()),
                () -> LOG.infof("The need of line %s (%s) opens no cycle: %s", line, need.reason(), opening.refusal()));
    }

    /** @return whether the champion is kept, and the probation over */
    private boolean probation(Cycle cycle, Window window, boolean needed) {
        ModelScore previous = window.score(ModelRole.PREVIOUS).orElse(null);
        if (previous != null && !settings.of(cycle.line()).pinned()
                && Probation.fails(window.estimate(), previous.estimate())) {
            String reason = "On the same %d images its accuracy is estimated at %.3f, that of %s at %.3f.".formatted(
                    window.images(), window.estimate().accuracy(), cycle.champion(), previous.estimate().accuracy());
            cycles.rollBack(cycle, reason).ifPresent(this::changed);
            return false;
        }
        if (!needed && window.found().window() < config.probationWindows()) {
            return false;
        }
        companions.forget(cycle.line());
        return cycles.close(cycle, Outcome.KEPT, Cycle.LOOP,
                needed
                        ? "The line needs another already, and it does no worse than %s.".formatted(cycle.champion())
                        : "It held for %d windows.".formatted(window.found().window()));
    }

    /** A model is trained and evaluated. Most are nobody's candidate. */
    public void evaluated(String modelVersion, boolean usable) {
        Optional<Cycle> awaiting = cycles.awaiting(modelVersion);
        if (awaiting.isEmpty()) {
            return;
        }
        Cycle cycle = awaiting.get();
        if (!usable) {
            cycles.close(cycle, Outcome.REFUSED, Cycle.LOOP, "The candidate was rejected by its evaluation.");
            return;
        }
        Optional<ServingModel> champion = models.ofVersion(cycle.champion());
        Optional<ServingModel> candidate = models.ofVersion(modelVersion);
        if (champion.isEmpty() || candidate.isEmpty()) {
            cycles.close(cycle, Outcome.FAILED, Cycle.LOOP, "A model's archive is not in Kafka any more.");
            return;
        }
        try {
            meet(cycle, gate.judge(cycle.line(), champion.get(), candidate.get()));
        } catch (SelectionUnavailableException e) {
            cycles.close(cycle, Outcome.FAILED, Cycle.LOOP, "The gate had nothing to compare on: " + e.getMessage());
        }
    }

    /** A model that is trained cannot be evaluated. */
    public void notEvaluated(String modelVersion, String why) {
        cycles.awaiting(modelVersion).ifPresent(cycle -> cycles.close(cycle, Outcome.FAILED, Cycle.LOOP,
                "The candidate could not be evaluated: " + why));
    }

    private void meet(Cycle cycle, GateVerdict verdict) {
        boolean changed = verdict.accepted() ? cycles.accepted(cycle, verdict) : cycles.refused(cycle, verdict);
        if (changed) {
            companions.forget(cycle.line());
            LOG.infof("Line %s: the gate has %s %s. %s", cycle.line(), verdict.accepted() ? "accepted" : "refused",
                    cycle.candidate(), verdict.reason());
        }
    }

    /** A cycle's job ended without a model. */
    public void jobEnded(UUID jobId, String message) {
        cycles.awaitingJob(jobId).ifPresent(cycle -> cycles.close(cycle, Outcome.FAILED, Cycle.LOOP,
                "The job ended without a model: " + message));
    }

    /** A batch is predicted by the champion and by the models beside it. The same batch told again is not counted again. */
    public void batch(BatchPrediction prediction, List<CompanionPrediction> beside) {
        Optional<CompanionPrediction> shadow = beside.stream()
                .filter(companion -> companion.role() == ModelRole.SHADOW).findFirst();
        if (shadow.isEmpty()) {
            return;
        }
        String line = prediction.event().line();
        Cycle cycle = cycles.openOf(line).orElse(null);
        if (cycle == null || cycle.state() != CycleState.SHADOW
                || !cycle.candidate().equals(shadow.get().modelVersion())) {
            companions.forget(line);
            return;
        }
        int batches = shadows.add(cycle, prediction.event(), prediction.observations(), shadow.get().observations());
        if (batches < cycle.shadow().needed()) {
            cycles.shadowed(cycle.cycleId(), batches);
        } else {
            endShadow(cycle, shadows.check(cycle));
            shadows.forget(cycle);
        }
    }

    private void endShadow(Cycle cycle, ShadowCheck check) {
        if (settings.of(cycle.line()).pinned()) {
            cycles.close(cycle, Outcome.REFUSED, Cycle.LOOP, "The champion is pinned.");
        } else if (check.passed()) {
            cycles.promote(cycle, check.agreement(), cycle.gate().reason() + " " + check.reason())
                    .ifPresent(this::changed);
        } else {
            cycles.close(cycle, Outcome.REFUSED, Cycle.LOOP, check.reason());
        }
        companions.forget(cycle.line());
    }

    private void changed(ModelPromoted promotion) {
        companions.forget(promotion.line());
        promoter.serves(promotion);
    }
}
