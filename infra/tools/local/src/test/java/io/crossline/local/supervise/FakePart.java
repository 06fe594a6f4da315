package io.crossline.local.supervise;

import java.time.Duration;

/** A part that does what the test says. */
final class FakePart implements RunningPart {

    boolean alive = true;
    boolean ready;
    boolean answers = true;
    private final long pid;

    FakePart(long pid) {
        this.pid = pid;
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public boolean answers() {
        return answers;
    }

    @Override
    public String death() {
        return "camera ended with exit code 1.\n    cannot open the shutter";
    }

    @Override
    public void stop(Duration patience) {
        alive = false;
    }
}
