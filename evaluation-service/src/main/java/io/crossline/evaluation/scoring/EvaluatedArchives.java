package io.crossline.evaluation.scoring;

import java.util.Optional;

/** Which archives were evaluated. */
public interface EvaluatedArchives {

    /** Empty for a model that was never evaluated. */
    Optional<EvaluatedArchive> of(String modelVersion);

    /** Accounts for an archive that is not used; once, however often it is found. */
    void refused(RefusedArchive archive);
}
