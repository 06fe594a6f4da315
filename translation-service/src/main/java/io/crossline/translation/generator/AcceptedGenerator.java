package io.crossline.translation.generator;

import java.time.Instant;

import io.crossline.contracts.Sha256;
import io.crossline.networks.archive.CorruptArchiveException;

/**
 * A pair of generators that the evaluation accepted.
 *
 * @param archiveSha256 of the archive that was evaluated, in hex; null where the evaluation is from before it was recorded
 */
public record AcceptedGenerator(String modelVersion, String sourceLine, String targetLine, String archiveSha256,
        Instant acceptedAt) {

    /** @throws CorruptArchiveException if another archive was evaluated */
    void requireEvaluated(byte[] archive) {
        String found = Sha256.hex(archive);
        if (archiveSha256 != null && !archiveSha256.equals(found)) {
            throw new CorruptArchiveException("that of " + modelVersion
                    + " in Kafka is not the one that was evaluated: its SHA-256 is " + found + ", evaluated was "
                    + archiveSha256);
        }
    }
}
