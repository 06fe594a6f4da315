package io.crossline.evaluation.serving;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Makes models champions. */
@ApplicationScoped
public class Promoter {

    private static final Logger LOG = Logger.getLogger(Promoter.class);

    private final Champions champions;
    private final ServingModels models;
    private final PromotionListener listener;

    Promoter(Champions champions, ServingModels models, PromotionListener listener) {
        this.champions = champions;
        this.models = models;
        this.listener = listener;
    }

    /**
     * Promotes the model and publishes it; one that is champion already is only published again, in case the service ended
     * between the two.
     *
     * @param by who or what promotes it
     * @return empty if there is no such model
     * @throws NotPromotableException if the model cannot serve the line
     */
    public Optional<Promotion> promote(String line, String modelVersion, String by, String reason) {
        Optional<Candidate> candidate = champions.candidate(modelVersion);
        if (candidate.isEmpty()) {
            return Optional.empty();
        }
        candidate.get().requirePromotable(line);
        Promotion promotion = champions.promote(line, modelVersion, by, reason);
        announce(promotion);
        return Optional.of(promotion);
    }

    /**
     * Makes the champion before the present one champion again.
     *
     * @return empty if the line had none before
     */
    public Optional<Promotion> rollBack(String line, String by, String reason) {
        Optional<Promotion> promotion = champions.rollBack(line, by, reason);
        promotion.ifPresent(this::announce);
        return promotion;
    }

    /** Lets the model of a promotion that the database has serve, and tells of it; to be called again where that is not sure. */
    public void announce(Promotion promotion) {
        models.forget(promotion.line());
        listener.promoted(promotion.event());
        LOG.infof("%s serves line %s since %s, by %s: %s", promotion.modelVersion(), promotion.line(), promotion.at(),
                promotion.by(), promotion.reason());
    }
}
