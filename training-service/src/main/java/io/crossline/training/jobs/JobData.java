package io.crossline.training.jobs;

import java.util.Set;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.FrameChecks;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
import io.crossline.training.dataset.DatasetReader;
import io.crossline.training.dataset.Examples;
import io.crossline.training.dataset.FrameFilter;
import io.crossline.training.dataset.LabelledSample;
import io.crossline.training.dataset.ReadReport;
import io.crossline.training.dataset.SourceSet;
import io.crossline.training.dataset.TargetSet;

/** Reads a job's images and tells how far that is. */
final class JobData {

    private static final Logger LOG = LoggerFactory.getLogger(JobData.class);

    private final DatasetReader reader;
    private final int validationImages;

    JobData(DatasetReader reader, int validationImages) {
        this.reader = reader;
        this.validationImages = validationImages;
    }

    SourceSet source(JobContext context) {
        JobRequested job = context.job();
        SourceSet source = reader.readSource(job.source().train(), job.shape(), job.classNames(),
                filter(job, FrameChecks::sourceOff),
                (images, fraction) -> moved(context, fraction / 2, images, job.source().line()));
        tell(context, job.source().line(), source.report());
        return job.examples().isEmpty() ? source : source.with(examples(context));
    }

    private Examples examples(JobContext context) {
        JobRequested job = context.job();
        Examples examples = reader.readExamples(job.target().line(), job.examples(), job.shape(), job.classNames());
        LOG.info("Job {}: line {}: {} images of the classes {}", job.jobId(), job.target().line(),
                examples.labels().size(),
                examples.labels().stream().map(GivenLabel::className).distinct().sorted().toList());
        if (!examples.lost().isEmpty()) {
            String left = examples.lost().size() + " of " + job.examples().size() + " images that people named";
            if (context.replay() != null) {
                throw new JobFailedException(left + " are not in Kafka any more");
            }
            LOG.warn("Job {}: {} are left out: they are not in Kafka any more", job.jobId(), left);
            context.progress().warn(left + " are left out: they are not in Kafka any more");
        }
        return examples;
    }

    TargetSet target(JobContext context) {
        JobRequested job = context.job();
        TargetSet target = reader.readTarget(job.target().train(), job.shape(), job.targetLabels(), job.leftOut(),
                job.classNames(), filter(job, FrameChecks::targetOff),
                (images, fraction) -> moved(context, 0.5 + fraction / 2, images, job.target().line()));
        tell(context, job.target().line(), target.report());
        if (!target.lost().isEmpty()) {
            requireNoReplay(context, target);
            String warning = target.lost().size() + " of " + job.targetLabels().size()
                    + " target labels are left out: their records are not in Kafka any more";
            LOG.warn("Job {}: {}", job.jobId(), warning);
            context.progress().warn(warning);
        }
        return target;
    }

    /** Images to score epochs with; none if the source line has no test images. */
    LabelledSample validation(JobContext context) {
        JobRequested job = context.job();
        if (job.source().test() == null) {
            return new LabelledSample(new byte[0], new int[0]);
        }
        return reader.readSample(job.source().test(), job.shape(), job.classNames(), validationImages,
                (images, fraction) -> context.requireWanted());
    }

    private static void requireNoReplay(JobContext context, TargetSet target) {
        if (context.replay() != null) {
            throw new JobFailedException(target.lost().size() + " of the " + context.job().targetLabels().size()
                    + " target labels that it learnt from are of records that are not in Kafka any more");
        }
    }

    private static void moved(JobContext context, double fraction, int images, String line) {
        context.requireWanted();
        context.progress().moved(fraction, "Read " + images + " images of line " + line);
    }

    private static FrameFilter filter(JobRequested job, Function<FrameChecks, Set<FrameCheck>> off) {
        return job.frameChecks() == null
                ? FrameFilter.none()
                : FrameFilter.without(off.apply(job.frameChecks()));
    }

    private static void tell(JobContext context, String line, ReadReport report) {
        JobRequested job = context.job();
        if (report.unusableFrames() > 0) {
            context.progress().warn(report.unusableText() + " of line " + line + " are left out");
        }
        if (report.hasProblems()) {
            LOG.warn("Job {}: line {}: {}", job.jobId(), line, report);
        } else {
            LOG.info("Job {}: line {}: {}", job.jobId(), line, report);
        }
    }
}
