package io.crossline.bench.worker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.crossline.ingest.IngestConfig;

/** The ingest service's settings where nobody sets any. What is downloaded or watched plays no part here. */
final class DefaultIngestConfig implements IngestConfig {

    @Override
    public Path cache() {
        return Path.of(".");
    }

    @Override
    public Optional<Path> watch() {
        return Optional.empty();
    }

    @Override
    public Duration watchInterval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Optional<String> watchNamePattern() {
        return Optional.empty();
    }

    @Override
    public boolean watchNeedsSidecar() {
        return false;
    }

    @Override
    public int workers() {
        return 2;
    }

    @Override
    public int history() {
        return 200;
    }

    @Override
    public int rememberedBatches() {
        return 500_000;
    }

    @Override
    public URI mnistUrl() {
        return URI.create("");
    }

    @Override
    public URI uspsUrl() {
        return URI.create("");
    }
}
