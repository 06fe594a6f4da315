package io.crossline.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the ingest service; each may be set as an environment variable too ({@code CROSSLINE_INGEST_...}). */
@ConfigMapping(prefix = "crossline.ingest")
public interface IngestConfig {

    /** Where downloaded data sets are kept. */
    @WithDefault(".crossline/cache")
    Path cache();

    /** Root of the watched folders, one sub-folder a line; nothing is watched where it is not set. */
    Optional<Path> watch();

    /** How often watched folders are looked through. */
    @WithDefault("1s")
    Duration watchInterval();

    /**
     * Regular expression of the names of watched files, with a group {@code partId} or {@code capturedAt} or both. A picture without
     * sidecar whose name does not match is rejected.
     */
    Optional<String> watchNamePattern();

    /** Whether a watched picture waits until its sidecar is there; else it is taken as soon as it is complete. */
    @WithDefault("false")
    boolean watchNeedsSidecar();

    /** Ingestions that run at the same time; others wait. */
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int workers();

    /** Finished ingestions that {@code GET /ingestions} still shows. */
    @WithDefault("200")
    @Min(1)
    @Max(100_000)
    int history();

    /** Batches whose ids are remembered to recognise duplicates, about 150 bytes each; the oldest are forgotten first. */
    @WithDefault("500000")
    @Min(1000)
    @Max(20_000_000)
    int rememberedBatches();

    /** Where MNIST's four files are, ending in '/'. */
    @WithDefault("https://storage.googleapis.com/cvdf-datasets/mnist/")
    URI mnistUrl();

    /** Where USPS's two files are, ending in '/'. */
    @WithDefault("https://www.csie.ntu.edu.tw/~cjlin/libsvmtools/datasets/multiclass/")
    URI uspsUrl();
}
