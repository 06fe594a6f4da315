package io.crossline.training.jobs;

/** Whether a job is still this replica's. Another one that joins may be given it in the middle, and trains it as well from then on. */
public interface Ownership {

    /** Of a job that nobody can take away. */
    Ownership SURE = new Ownership() {
        @Override
        public boolean isLost() {
            return false;
        }

        @Override
        public boolean confirm() {
            return true;
        }
    };

    /** What is known of it without asking; once true, it stays so. */
    boolean isLost();

    /** Asks whoever gives the jobs away, and waits for the answer; where it is no, the job is lost. */
    boolean confirm();
}
