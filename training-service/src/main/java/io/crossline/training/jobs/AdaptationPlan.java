package io.crossline.training.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.FrameChecks;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;

/**
 * What an adaptation asks for.
 *
 * @param methods at least one
 * @param backbone SHA-256 of the backbone's file, or null
 * @param turns whether training may mirror and turn images
 * @param expectedMix what people know of the target line's mix of classes, or null
 * @param leftOut images of the target that no training is to see
 * @param frameChecks which frames of both lines are left out as unusable
 */
public record AdaptationPlan(Set<Method> methods, String preset, long seed, LineData source, LineData target,
        ImageShape shape, List<String> classNames, String backbone, boolean turns, ExpectedMix expectedMix,
        List<BatchImages> leftOut, FrameChecks frameChecks) {

    /**
     * The jobs, in the order in which they run: the source classifier first, asked for or not, since the other methods start from
     * it.
     */
    public List<JobRequested> jobs(UUID adaptationId, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        List<Method> asked = List.copyOf(EnumSet.copyOf(methods));
        JobRequested parent = job(adaptationId, asked, Method.SOURCE, null, at);
        List<JobRequested> jobs = new ArrayList<>(List.of(parent));
        asked.stream().filter(method -> method != Method.SOURCE)
                .forEach(method -> jobs.add(job(adaptationId, asked, method, parent.modelVersion(), at)));
        return jobs;
    }

    private JobRequested job(UUID adaptationId, List<Method> asked, Method method, String parentModel, Instant at) {
        return new JobRequested(UUID.randomUUID(), adaptationId, asked, method, preset, seed, source, target, shape,
                classNames, parentModel, List.of(), leftOut, List.of(), expectedMix, backbone, turns, null, at)
                .checking(frameChecks);
    }
}
