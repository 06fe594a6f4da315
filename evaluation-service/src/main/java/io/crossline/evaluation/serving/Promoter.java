package io.crossline.evaluation.serving;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.ModelPromoted;

/** Makes models champions. */
@ApplicationScoped
public class Promoter {

    private static final Logger LOG = Logger.getLogger(Promoter.class);

    private final Champions champions;
    private final ServingModels models;
    Promoter(Champions champions, ServingModels models) {
        this.champions = champions;
        this.models = models;
    }

    /**
     * Promotes the model, which ends an open cycle of the line; one that is champion already is only told of again.
     *
     * @param by who promotes it
     * @return empty if there is no such model
     * @throws NotPromotableException if the model cannot serve the line
     */
    public Optional<ModelPromoted> promote(String line, String modelVersion, String by, String reason) {
        Optional<Candidate> candidate = champions.candidate(modelVersion);
        if (candidate.isEmpty()) {
            return Optional.empty();
        }
        candidate.get().requirePromotable(line);
        models.refusal(modelVersion).ifPresent(refusal -> {
            throw new NotPromotableException(refusal);
        });
        ModelPromoted promotion = champions.promote(line, modelVersion, by, reason);
        serves(promotion);
        return Optional.of(promotion);
    }

    /**
     * Makes the champion before the present one champion again, which ends an open cycle of the line.
     *
     * @param leaves the champion that is to be left
     * @throws RollbackRefusedException if another one serves by now, or there was none before
     */
    public ModelPromoted rollBack(String line, String leaves, String by, String reason) {
        ModelPromoted promotion = champions.rollBack(line, leaves, by, reason);
        serves(promotion);
        return promotion;
    }

    /** Lets the model of a promotion that the database has serve from the next batch on. */
    public void serves(ModelPromoted promotion) {
        models.forget(promotion.line());
        LOG.infof("%s serves line %s since %s, by %s: %s", promotion.modelVersion(), promotion.line(), promotion.at(),
                promotion.by(), promotion.reason());
    }
}
