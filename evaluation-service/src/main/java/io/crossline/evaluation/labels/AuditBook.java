package io.crossline.evaluation.labels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The images that were drawn at random for an audit of the lines' models, as the database remembers them. */
public interface AuditBook {

    /**
     * The draws from what the line's champion predicted since its promotion, or, where the line never had one, from what the model that drew
     * last predicted; empty where nothing was drawn.
     */
    Optional<AuditedModel> audited(String line);

    /** Adds the statement to the audit. */
    void state(String line, String by, AuditStatement statement);

    /**
     * @param classNames of the model
     * @param goodClass name of the good class as people told it for the line, or null
     * @param since its promotion, or its first draw where it was not promoted
     * @param drawn images, labelled or not
     * @param parts those that people labelled, in the order of their labels
     */
    record AuditedModel(String modelVersion, List<String> classNames, String goodClass, Instant since,
            int drawn, List<AuditedPart> parts) {}
}
