package io.crossline.training.jobs;

/**
 * A part of a job, as progress events name it.
 *
 * @param name such as {@code train}
 * @param from where it begins on the whole job's way, 0 to 1; estimated from measured runs
 * @param to where it ends
 */
record JobPhase(String name, double from, double to) {

    static final JobPhase READ = new JobPhase("read", 0, 0.02);
    static final JobPhase TRAIN = new JobPhase("train", 0.02, 0.99);
    static final JobPhase TRAIN_GENERATORS = new JobPhase("train-generators", 0.02, 0.75);
    static final JobPhase TRANSLATE = new JobPhase("translate", 0.75, 0.82);
    static final JobPhase FINE_TUNE = new JobPhase("fine-tune", 0.82, 0.99);
    static final JobPhase PUBLISH = new JobPhase("publish", 0.99, 1);

    double at(double fractionOfPhase) {
        return from + (to - from) * Math.max(0, Math.min(1, fractionOfPhase));
    }
}
