package io.crossline.training.jobs;

import java.util.List;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.TrainingProgress;

/**
 * A job as it stands.
 *
 * @param newest last progress event, or null before the first
 * @param epochs progress events that closed an epoch, in order
 */
public record JobStatus(JobRequested request, JobState state, TrainingProgress newest, List<TrainingProgress> epochs) {}
