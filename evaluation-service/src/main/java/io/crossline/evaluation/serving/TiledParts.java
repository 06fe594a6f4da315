package io.crossline.evaluation.serving;

import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.GoodClass;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.evaluation.scoring.ToldAims;

/** Gives each part whose picture was cut into tiles the verdict of its worst tile. */
@ApplicationScoped
public class TiledParts {

    private final ToldAims aims;

    TiledParts(ToldAims aims) {
        this.aims = aims;
    }

    /** The prediction with its verdicts on such parts; the same where there are none. */
    public BatchPrediction judge(BatchPrediction prediction) {
        BatchPredicted event = prediction.event();
        return event.parts().stream().allMatch(part -> part.tile() == null)
                ? prediction
                : new BatchPrediction(event.judged(goodClass(event)), prediction.batchId(), prediction.origin(),
                        prediction.observations());
    }

    private OptionalInt goodClass(BatchPredicted event) {
        try {
            return GoodClass.of(event.classNames(), aims.of(event.line()).goodClass());
        } catch (InvalidFieldException e) {
            // the model does not know the class that a person named
            return GoodClass.of(event.classNames(), null);
        }
    }
}
