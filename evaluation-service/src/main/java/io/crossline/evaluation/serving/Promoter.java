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
        models.forget(line);
        listener.promoted(promotion.event());
        LOG.infof("%s serves line %s since %s, by %s: %s", modelVersion, line, promotion.at(), promotion.by(),
                promotion.reason());
        return Optional.of(promotion);
    }
}
