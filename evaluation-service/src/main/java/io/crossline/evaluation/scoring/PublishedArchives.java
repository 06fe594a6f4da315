package io.crossline.evaluation.scoring;

import java.util.Optional;

/** Archives as they are on the bus, whoever wrote them. */
@FunctionalInterface
public interface PublishedArchives {

    Optional<byte[]> find(String modelVersion);
}
