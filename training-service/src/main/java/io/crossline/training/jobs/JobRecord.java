package io.crossline.training.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.TrainingProgress;

/** What the events about one job come to. They may come in any order between topics, and more than once. */
final class JobRecord {

    private JobRequested request;
    private boolean cancelled;
    private TrainingProgress newest;
    private final Map<String, TrainingProgress> epochs = new LinkedHashMap<>();

    synchronized void requested(JobRequested event) {
        if (request == null) {
            request = event;
        }
    }

    /** What comes after a final state is of a replica that did not know yet, and is not taken. */
    synchronized void progressed(TrainingProgress event) {
        if (newest != null && newest.state().isFinal()) {
            return;
        }
        newest = event;
        if (event.epochEnd()) {
            String epoch = event.phase() + " " + event.epoch();
            epochs.remove(epoch);
            epochs.put(epoch, event);
        }
    }

    synchronized void cancelled() {
        cancelled = true;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized boolean isRequested() {
        return request != null;
    }

    synchronized JobStatus status() {
        return new JobStatus(request, state(), newest, List.copyOf(epochs.values()));
    }

    private JobState state() {
        if (newest == null) {
            return cancelled ? JobState.CANCELLED : JobState.QUEUED;
        }
        return newest.state();
    }
}
