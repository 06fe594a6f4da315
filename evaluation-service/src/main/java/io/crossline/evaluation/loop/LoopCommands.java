package io.crossline.evaluation.loop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.serving.Companions;
import io.crossline.evaluation.serving.Promoter;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.ServingModels;

/** What people ask of the loop; their word goes before the loop's. */
@ApplicationScoped
public class LoopCommands {

    private final Cycles cycles;
    private final CycleOpener opener;
    private final LineLoops loops;
    private final LineSettings settings;
    private final ServingModels models;
    private final Companions companions;
    private final Promoter promoter;
    private final LoopConfig config;

    LoopCommands(Cycles cycles, CycleOpener opener, LineLoops loops, LineSettings settings, ServingModels models,
            Companions companions, Promoter promoter, LoopConfig config) {
        this.cycles = cycles;
        this.opener = opener;
        this.loops = loops;
        this.settings = settings;
        this.models = models;
        this.companions = companions;
        this.promoter = promoter;
        this.config = config;
    }

    /** As {@link Promoter#promote}; an open cycle of the line ends with it. */
    public Optional<ModelPromoted> promote(String line, String modelVersion, String by, String reason) {
        Optional<ModelPromoted> promotion = promoter.promote(line, modelVersion, by, reason);
        companions.forget(line);
        return promotion;
    }

    /** As {@link Promoter#rollBack}; an open cycle of the line ends with it. */
    public ModelPromoted rollBack(String line, String leaves, String by, String reason) {
        ModelPromoted promotion = promoter.rollBack(line, leaves, by, reason);
        companions.forget(line);
        return promotion;
    }

    /** @return the settings as they are now */
    public LoopSettings change(String line, LoopSettings to) {
        loops.change(line, to);
        return settings.of(line);
    }

    /** @return the models that are compared now */
    public List<String> compare(String line, List<String> versions, String by, String reason) {
        loops.compare(line, versions.stream().distinct().toList(), by, reason);
        companions.forget(line);
        return loops.compared(line);
    }

    /**
     * Opens a cycle without asking the policy.
     *
     * @param useLabels whether the job may learn from labels that people gave
     * @throws NothingToLearnException if no model serves the line, it has no images, or a cycle is open
     */
    public Cycle adaptNow(String line, String by, String reason, boolean useLabels) {
        ServingModel serving = models.model(line).orElseThrow(
                () -> new NothingToLearnException("No model serves line " + line + ": there is nothing to start from"));
        cycles.openOf(line).ifPresent(open -> {
            throw new NothingToLearnException("A cycle is open on line " + line + ", for " + open.candidate());
        });
        Opening opening = opener.open(line, serving.manifest(), settings.of(line), "a person, " + UUID.randomUUID(),
                Cycle.PERSON,
                by, reason, config.maxImages(), useLabels);
        return opening.cycle().orElseThrow(() -> new NothingToLearnException(opening.refusal()));
    }
}
