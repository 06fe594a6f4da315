package io.crossline.evaluation.loop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.FrameChecks;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LineConfigured;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.line.ConfiguredLines;
import io.crossline.evaluation.serving.UnusableBook;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.novelty.NamedKinds;

/** What a cycle asks of the training service: by the champion, and by what people set for the line. */
@ApplicationScoped
class CycleJobs {

    private static final Logger LOG = Logger.getLogger(CycleJobs.class);

    /** Share of images below which a class counts as never coming. */
    private static final double LEAST_ROOM = 1e-3;

    private final ConfiguredLines lines;
    private final UnknownKindsInJobs unknowns;
    private final UnusableBook unusable;
    private final LoopConfig config;

    CycleJobs(ConfiguredLines lines, UnknownKindsInJobs unknowns, UnusableBook unusable, LoopConfig config) {
        this.unusable = unusable;
        this.lines = lines;
        this.unknowns = unknowns;
        this.config = config;
    }

    /**
     * The job of a cycle's candidate. It starts from the champion; or, where another backbone is set for the line than the champion
     * stands on, from a source classifier on that backbone, for no parameters of the champion fit it.
     *
     * @param id of the cycle
     */
    JobRequested of(UUID id, String line, ModelManifest champion, NamedKinds kinds, DataSelection newest,
            List<GivenLabel> given, Instant now) {
        boolean known = line.equals(champion.target().line());
        ExpectedMix mix = mix(line, kinds.classNames());
        Method method = mix == null ? config.method() : config.methodWithMix();
        String championsBackbone = Optional.ofNullable(champion.backbone()).map(BackboneFile::sha256).orElse(null);
        String backbone = lines.settings(line).map(LineConfigured::backbone).orElse(championsBackbone);
        JobRequested job = new JobRequested(id, id, List.of(method), method, config.preset(), champion.seed(),
                champion.source(), new LineData(newest, known ? champion.target().test() : null), champion.shape(),
                kinds.classNames(), champion.modelVersion(), given,
                leftOut(newest, kinds.classNames(), given), kinds.examples(), mix, backbone,
                turns(line) && turns(champion.source().line()), null, now)
                .checking(new FrameChecks(checksOff(champion.source().line()), checksOff(line)));
        return backbone == null || backbone.equals(championsBackbone)
                ? job
                : job.startingFrom(source(job).modelVersion());
    }

    /** Images that were served as unknown or are unusable; but what a person labelled is learnt. */
    private List<BatchImages> leftOut(DataSelection newest, List<String> classes, List<GivenLabel> given) {
        List<BatchImages> out = new ArrayList<>(unknowns.leftOut(newest, classes));
        int room = JobRequested.MOST_LEFT_OUT - out.stream().mapToInt(batch -> batch.images().size()).sum();
        for (BatchImages batch : unusable.unusableIn(newest)) {
            List<Integer> images = batch.images().stream()
                    .filter(image -> given.stream().noneMatch(label -> ImagePlace.of(label)
                            .equals(new ImagePlace(batch.topic(), batch.partition(), batch.offset(), image))))
                    .limit(room).toList();
            room -= images.size();
            if (!images.isEmpty()) {
                out.add(new BatchImages(batch.topic(), batch.partition(), batch.offset(), images));
            }
        }
        return out;
    }

    /** All that is to be asked for so that the job can run, in that order: also the source classifier that it starts from, where no champion is. */
    static List<JobRequested> inOrder(JobRequested job) {
        JobRequested source = source(job);
        return source.modelVersion().equals(job.parentModel()) ? List.of(source, job) : List.of(job);
    }

    /** A source classifier for the job to start from. The same job always gives the same one. */
    private static JobRequested source(JobRequested job) {
        UUID id = UUID.nameUUIDFromBytes(("source of " + job.jobId()).getBytes(StandardCharsets.UTF_8));
        return new JobRequested(id, job.adaptationId(), job.adaptationMethods(), Method.SOURCE, job.preset(),
                job.seed(), job.source(), job.target(), job.shape(), job.classNames(), null, List.of(), job.leftOut(),
                job.examples(), job.expectedMix(), job.backbone(), job.turns(), null, job.requestedAt())
                .checking(job.frameChecks());
    }

    private Set<FrameCheck> checksOff(String line) {
        return lines.settings(line).map(LineConfigured::checksOff).orElse(Set.of());
    }

    private boolean turns(String line) {
        return lines.settings(line).map(LineConfigured::turns).orElse(true);
    }

    /** What people told of the line's mix; null where they told nothing, or of other classes, or leave nothing to one of these. */
    private ExpectedMix mix(String line, List<String> classNames) {
        ExpectedMix told = lines.settings(line).map(LineConfigured::expectedMix).orElse(null);
        try {
            if (told != null) {
                requireRoom(told, classNames);
            }
            return told;
        } catch (InvalidFieldException e) {
            LOG.warnf("The job of line %s goes without the line's expected mix: %s", line, e.getMessage());
            return null;
        }
    }

    /** A kind that was named since would be learnt as one that never comes. */
    private static void requireRoom(ExpectedMix told, List<String> classNames) {
        List<ExpectedMix.Share> shares = told.of(classNames);
        for (int k = 0; k < shares.size(); k++) {
            String name = classNames.get(k);
            if (!told.bounds().containsKey(name) && shares.get(k).most() < LEAST_ROOM) {
                throw new InvalidFieldException("expectedMix", "is '" + told + "' and leaves no share to the class '"
                        + name + "', expected one that names it");
            }
        }
    }
}
