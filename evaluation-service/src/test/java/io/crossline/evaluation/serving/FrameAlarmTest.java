package io.crossline.evaluation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.FrameCheck;

class FrameAlarmTest {

    private static final Instant START = Instant.parse("2026-01-01T14:02:00Z");

    private final FrameAlarm alarm = new FrameAlarm(100, 0.1, 20);

    private int frames;

    @Test
    void aRunIsAFaultSinceItsFirstFrame() {
        add(null, 10);
        add(FrameCheck.FROZEN, 19);
        assertThat(alarm.fault()).isEmpty();

        add(FrameCheck.FROZEN, 1);

        assertThat(alarm.fault()).contains(new CameraFault(FrameCheck.FROZEN, START.plusSeconds(10), 20));
    }

    @Test
    void aShareOfAFullWindowIsAFault() {
        add(null, 50);
        for (int i = 0; i < 10; i++) {
            add(FrameCheck.NO_LIGHT, 1);
            assertThat(alarm.fault()).isEmpty();
            add(null, 4);
        }

        assertThat(alarm.fault()).contains(new CameraFault(FrameCheck.NO_LIGHT, START.plusSeconds(50), 10));
    }

    @Test
    void aFewSpoiltFramesAreNone() {
        for (int i = 0; i < 100; i++) {
            add(FrameCheck.TORN, 1);
            add(null, 39);
        }

        assertThat(alarm.fault()).isEmpty();
        assertThat(alarm.isKnown()).isTrue();
    }

    @Test
    void aFaultEndsBelowHalfOfTheShare() {
        add(FrameCheck.CUT, 30);
        add(null, 70);
        assertThat(alarm.fault()).contains(new CameraFault(FrameCheck.CUT, START, 30));

        add(null, 25);
        assertThat(alarm.fault()).isPresent();
        add(null, 1);

        assertThat(alarm.fault()).isEmpty();
    }

    private void add(FrameCheck check, int count) {
        for (int i = 0; i < count; i++) {
            alarm.add(check, START.plusSeconds(frames++));
        }
    }
}
