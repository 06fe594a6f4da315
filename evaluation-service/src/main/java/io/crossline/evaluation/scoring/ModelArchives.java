package io.crossline.evaluation.scoring;

import java.util.Optional;

/** Where the archives of earlier models come from. */
@FunctionalInterface
public interface ModelArchives {

    Optional<byte[]> find(String modelVersion);
}
