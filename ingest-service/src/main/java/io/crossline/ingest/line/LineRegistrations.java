package io.crossline.ingest.line;

import java.util.Optional;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LineRegistered;
import io.crossline.datasets.ingestion.LineAppearance;

/** What the lines' batches look like; Kafka keeps it. */
public interface LineRegistrations {

    Optional<LineRegistered> find(String line);

    /**
     * Registers a line, or changes its registration: from then on its batches look so.
     *
     * @throws InvalidFieldException if somebody else registers the line at the same time
     */
    LineRegistered change(String line, LineAppearance appearance, String by, String reason);
}
