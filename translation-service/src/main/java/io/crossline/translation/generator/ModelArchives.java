package io.crossline.translation.generator;

import java.util.Optional;

/** Where model archives come from. */
@FunctionalInterface
public interface ModelArchives {

    Optional<byte[]> find(String modelVersion);
}
