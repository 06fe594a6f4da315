package io.crossline.training.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.crossline.contracts.ClassComparison;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Method;
import io.crossline.training.jobs.JobStatus;

/**
 * An adaptation as REST shows it.
 *
 * @param methods that were asked for; a source classifier trained only as a parent is not among them
 * @param expectedMix of the target line, as the jobs carry it; null where nobody told it
 * @param backbone SHA-256 of the ONNX file on whose features the jobs train, or null
 * @param turns whether the jobs may mirror and turn images
 * @param classes of the jobs beside those that the target line is registered with; null where the target has no labels
 * @param jobs in the order in which they run
 * @param state RUNNING while any job is at work; then FAILED or CANCELLED if any job is, else COMPLETED
 */
public record AdaptationView(UUID adaptationId, String sourceLine, String targetLine, String preset, long seed,
        String backend, List<Method> methods, ExpectedMix expectedMix, String backbone, boolean turns,
        ClassComparison classes, List<JobView> jobs, JobState state,
        Instant createdAt) {

    static AdaptationView of(List<JobStatus> jobs, String backend, ClassComparison classes) {
        JobRequested first = jobs.get(0).request();
        return new AdaptationView(first.adaptationId(), first.source().line(), first.target().line(), first.preset(),
                first.seed(), backend, first.adaptationMethods(), first.expectedMix(), first.backbone(),
                first.turns(), classes, jobs.stream().map(JobView::of).toList(),
                state(jobs), first.requestedAt());
    }

    static JobState state(List<JobStatus> jobs) {
        Set<JobState> states = jobs.stream().map(JobStatus::state).collect(Collectors.toSet());
        if (states.equals(Set.of(JobState.QUEUED))) {
            return JobState.QUEUED;
        }
        if (!states.stream().allMatch(JobState::isFinal)) {
            return states.contains(JobState.RUNNING) || !states.contains(JobState.WAITING)
                    ? JobState.RUNNING
                    : JobState.WAITING;
        }
        if (states.contains(JobState.FAILED)) {
            return JobState.FAILED;
        }
        return states.contains(JobState.CANCELLED) ? JobState.CANCELLED : JobState.COMPLETED;
    }
}
