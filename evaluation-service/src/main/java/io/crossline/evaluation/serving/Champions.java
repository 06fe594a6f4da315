package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.crossline.contracts.ModelPromoted;

/** Which models serve the lines, as the database remembers it. */
public interface Champions {

    /** The line's newest promotion. */
    Optional<ModelPromoted> champion(String line);

    /**
     * Models that were the line's champion before, without those that the loop rolled back last.
     *
     * @param champion the present one, which is left out
     * @return at most so many versions, none twice, the newest champion first
     */
    List<String> earlier(String line, String champion, int limit);

    /** What is known of a model; empty where it was never evaluated. */
    Optional<Candidate> candidate(String modelVersion);

    /**
     * Makes the model the line's champion on a person's word, after whichever is at that moment; where it is that already, nothing is added.
     * An open cycle of the line ends in the same transaction, so that the loop cannot come in between.
     *
     * @return the promotion that made the model champion
     */
    ModelPromoted promote(String line, String modelVersion, String by, String reason);

    /**
     * Makes the champion before the present one champion again on a person's word; an open cycle of the line ends in the same transaction.
     *
     * @param leaves the champion that the person saw and wants to leave
     * @throws RollbackRefusedException if another one serves by now, or there was none before
     */
    ModelPromoted rollBack(String line, String leaves, String by, String reason);

    /** The promotion by which a model served the line at that moment; empty where no champion did. */
    Optional<ModelPromoted> servedAt(String line, Instant at);
}
