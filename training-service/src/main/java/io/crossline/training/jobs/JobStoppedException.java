package io.crossline.training.jobs;

/** The job stops here: it was cancelled, another replica has it by now, or this one shuts down. */
public class JobStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobStoppedException(String message) {
        super(message);
    }
}
