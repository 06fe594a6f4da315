package io.crossline.training.jobs;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.PixelScaling;
import io.crossline.contracts.Views;

/**
 * Writes the manifests of this service's models.
 *
 * @param pictures how a line's images are made of picture files, or null where that is not known
 * @param backend of the numerics: {@code cpu}, or {@code cuda} with the GPU's name
 * @param codeVersion version of Crossline
 */
record Manifests(Function<String, PictureSettings> pictures, String backend, String codeVersion, Clock clock) {

    /**
     * @param labels of target images that the training saw
     * @param examples of further classes that the training saw
     * @param scaling of the networks' pixels
     * @param views of the networks
     * @param backbone of the networks, or null
     */
    ModelManifest of(JobRequested job, ModelKind kind, List<GivenLabel> labels, List<GivenLabel> examples,
            PixelScaling scaling, Views views,
            BackboneFile backbone, TrainedPart<?> part, String parametersSha256) {
        String version = kind == ModelKind.GENERATOR ? job.generatorVersion() : job.modelVersion();
        return new ModelManifest(version, kind, job.method(), job.jobId(), job.adaptationId(), job.source(),
                job.target(), job.shape(), job.classNames(), job.preset(), job.seed(), backend, part.hyperparameters(),
                job.parentModel(), labels, job.leftOut(), examples, job.expectedMix(), scaling, views, backbone,
                job.turns(), pictures.apply(job.target().train().line()), part.seconds(),
                part.imagesPerSecond(),
                codeVersion,
                parametersSha256, clock.instant().truncatedTo(ChronoUnit.MILLIS)).checking(job.frameChecks())
                .madeWith(Provenances.here());
    }
}
