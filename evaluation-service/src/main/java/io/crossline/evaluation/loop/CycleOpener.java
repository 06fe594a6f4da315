package io.crossline.evaluation.loop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.EvaluationConfig;
import io.crossline.evaluation.Role;
import io.crossline.evaluation.labels.LabelBook;
import io.crossline.evaluation.loop.EarlierChampions.Returning;
import io.crossline.evaluation.serving.Companions;
import io.crossline.evaluation.serving.RecentImages;
import io.crossline.monitoring.novelty.NamedKinds;

/**
 * Opens cycles. Where an earlier champion of the line passes the gate, it is the candidate; else a job is asked for: the newest images of the line, from the parameters of the serving model, with the images of
 * its source line still in the mix, so that the old line is not forgotten.
 */
@ApplicationScoped
public class CycleOpener {

    private static final Logger LOG = Logger.getLogger(CycleOpener.class);

    private final Cycles cycles;
    private final CycleJobs jobs;
    private final RecentImages recent;
    private final LabelBook labels;
    private final UnknownKindsInJobs unknowns;
    private final EarlierChampions earlier;
    private final Companions companions;
    private final LoopConfig config;
    private final Role role;
    /** Cycles that a thread is beginning: the keeper's look may come in between. */
    private final Set<UUID> beginning = ConcurrentHashMap.newKeySet();

    CycleOpener(Cycles cycles, CycleJobs jobs, RecentImages recent, LabelBook labels,
            UnknownKindsInJobs unknowns, EarlierChampions earlier, Companions companions, LoopConfig config,
            EvaluationConfig evaluation) {
        this.unknowns = unknowns;
        this.earlier = earlier;
        this.companions = companions;
        this.cycles = cycles;
        this.jobs = jobs;
        this.recent = recent;
        this.labels = labels;
        this.config = config;
        this.role = evaluation.role();
    }

    /**
     * @param occasion what the cycle is opened for; the same occasion opens one cycle, however often it is told
     * @param trigger {@link Cycle#DRIFT}, {@link Cycle#ESTIMATE} or {@link Cycle#PERSON}
     * @param images so many of the newest
     * @param useLabels whether the job may learn from every second label that people gave
     * @return the cycle, or why there is none: the line has an open one, or no images
     */
    public Opening open(String line, ModelManifest champion, LoopSettings settings, String occasion,
            String trigger, String by, String reason, int images, boolean useLabels) {
        Optional<DataSelection> newest = recent.newest(line, Math.min(images, config.maxImages()));
        if (newest.isEmpty()) {
            return Opening.refused("Line " + line + " has no captured training images");
        }
        NamedKinds kinds = unknowns.named(line, champion, config.method());
        List<GivenLabel> given = useLabels
                ? everySecond(known(labels.givenIn(newest.get()), line, champion))
                : List.of();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        UUID id = UUID.nameUUIDFromBytes(("cycle of " + line + " for " + occasion).getBytes(StandardCharsets.UTF_8));
        JobRequested job = jobs.of(id, line, champion, kinds, newest.get(), given, now);
        Cycle cycle = new Cycle(id, line, trigger, by, reason, champion.modelVersion(), job.modelVersion(),
                false, job, CycleState.OPENED, null, "Earlier champions are tried; if none fits, the job is asked for.",
                null,
                new Cycle.Shadow(0, settings.shadowBatches(), null), now, now, null);
        if (!cycles.open(cycle)) {
            return Opening.refused("A cycle is open on line " + line);
        }
        if (role.judges()) {
            begin(cycle);
        } // else the keeper of a deployment that judges does, at its next look
        return Opening.of(opened(cycle).orElse(cycle));
    }

    /**
     * Lets an earlier champion be the candidate of an opened cycle, or asks for its job.
     * Who wants labels to be learnt wants a job.
     */
    void begin(Cycle cycle) {
        if (!beginning.add(cycle.cycleId())) {
            return;
        }
        try {
            if (opened(cycle).filter(open -> open.state() == CycleState.OPENED).isPresent()) {
                Optional<Returning> returning = cycle.labels() > 0
                        ? Optional.empty()
                        : earlier.returning(cycle.line(), cycle.champion(), cycle.job().classNames());
                returning.ifPresentOrElse(model -> goOn(cycle, model), () -> request(cycle));
            }
        } finally {
            beginning.remove(cycle.cycleId());
        }
    }

    private Optional<Cycle> opened(Cycle cycle) {
        return cycles.openOf(cycle.line()).filter(open -> open.cycleId().equals(cycle.cycleId()));
    }

    private void goOn(Cycle cycle, Returning model) {
        if (cycles.returned(cycle, model.version(), model.verdict())) {
            companions.forget(cycle.line());
            LOG.infof("Line %s: its earlier champion %s passed the gate; no job is asked for", cycle.line(),
                    model.version());
        }
    }

    private void request(Cycle cycle) {
        cycles.requested(cycle, CycleJobs.inOrder(cycle.job()));
    }

    /** Those of the champion's classes: a model cannot be told of a class that it has no output for. */
    private static List<GivenLabel> known(List<GivenLabel> labels, String line, ModelManifest champion) {
        Map<Boolean, List<GivenLabel>> known = labels.stream().collect(
                Collectors.partitioningBy(label -> champion.classNames().contains(label.className())));
        if (!known.get(false).isEmpty()) {
            LOG.warnf("%d labels of line %s are left out of the job: %s does not know the classes %s. %s",
                    known.get(false).size(), line, champion.modelVersion(),
                    known.get(false).stream().map(GivenLabel::className).distinct().sorted().toList(),
                    "A model learns another class from images that were served as unknown and then named");
        }
        return known.get(true);
    }

    /** The others are kept back: the gate compares both models on labels that neither has learnt. */
    private static List<GivenLabel> everySecond(List<GivenLabel> labels) {
        return IntStream.range(0, labels.size()).filter(i -> i % 2 == 0).mapToObj(labels::get).toList();
    }
}
