package io.crossline.audit;

import java.util.Locale;

/** What is accounted for. */
public enum AuditAction {
    /** A model became the line's champion. */
    PROMOTED,
    /** The champion before became champion again. */
    ROLLED_BACK,
    /** A person changed how the loop treats the line. */
    LOOP_CHANGED,
    /** A person changed what is known of the line: its mix of classes, its good class, what errors cost. */
    LINE_CONFIGURED,
    /** What the line's batches look like was registered or changed. */
    LINE_REGISTERED,
    /** Other models are compared with the champion. */
    COMPARED,
    /** An adaptation was asked for. */
    CYCLE_OPENED,
    /** The archive of a model in Kafka is not the one that was evaluated. */
    ARCHIVE_REFUSED,
    /** A candidate passed the gate and serves in shadow. */
    GATE_ACCEPTED,
    /** A cycle ended; the details say how. */
    CYCLE_CLOSED,
    /** A person labelled an image. */
    LABELLED,
    /** What the labels of images drawn at random prove of the champion. */
    PROVEN;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
