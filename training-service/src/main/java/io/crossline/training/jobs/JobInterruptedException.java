package io.crossline.training.jobs;

import java.util.UUID;

/** This replica shuts down in the middle of a job, or another one has it by now. The job is not done: it must be delivered again. */
public class JobInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobInterruptedException(UUID jobId) {
        super("Job " + jobId + " was interrupted; it goes on from its checkpoint when it is delivered again");
    }
}
