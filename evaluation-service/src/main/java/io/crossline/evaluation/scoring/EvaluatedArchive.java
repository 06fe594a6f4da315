package io.crossline.evaluation.scoring;

import io.crossline.contracts.Sha256;
import io.crossline.networks.archive.ModelArchive;

/**
 * What is recorded of the archive that was evaluated.
 *
 * @param line target line of the model
 * @param sha256 of the archive, in hex; null where the evaluation is from before it was recorded
 * @param parametersSha256 of the networks in it
 */
public record EvaluatedArchive(String modelVersion, String line, String sha256, String parametersSha256) {

    /** What {@link #digest()} is of another archive; where the archive's own is not recorded, its parameters' as its manifest says. */
    String digestOf(byte[] archive) {
        return sha256 == null ? ModelArchive.readManifest(archive).parametersSha256() : Sha256.hex(archive);
    }

    String digest() {
        return sha256 == null ? parametersSha256 : sha256;
    }

    String ofWhat() {
        return sha256 == null ? "parameters" : "archive";
    }
}
