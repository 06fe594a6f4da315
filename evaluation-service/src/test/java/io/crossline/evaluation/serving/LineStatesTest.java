package io.crossline.evaluation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class LineStatesTest {

    private static final long MEBIBYTE = 1 << 20;

    private final AtomicLong now = new AtomicLong();
    private final LineStates<byte[]> states = new LineStates<>(64 * MEBIBYTE, now::get);

    /** Given 5,000 lines of a mebibyte each, which would be 5 GB, then 64 are held, and these stay. */
    @Test
    void fiveThousandLinesStayWithinTheBudget() {
        int taken = 0;
        for (int i = 0; i < 5000; i++) {
            taken += states.put("line-" + i, new byte[(int) MEBIBYTE], MEBIBYTE) ? 1 : 0;
        }

        assertThat(taken).isEqualTo(64);
        assertThat(states.size()).isEqualTo(64);
        assertThat(states.find("line-0")).isPresent();
        assertThat(states.find("line-4999")).isEmpty();
    }

    /** Given a full memory, when lines have been silent for long, then a new line takes their room; those begin anew when they come back. */
    @Test
    void silentLinesMakeRoom() {
        for (int i = 0; i < 64; i++) {
            states.put("line-" + i, new byte[0], MEBIBYTE);
        }
        now.addAndGet(LineStates.SILENCE.toNanos());
        states.find("line-7");
        now.addAndGet(1);

        assertThat(states.put("new", new byte[0], MEBIBYTE)).isTrue();
        assertThat(states.find("line-7")).isPresent();
        assertThat(states.find("line-8")).isEmpty();
        assertThat(states.put("line-8", new byte[0], MEBIBYTE)).isTrue();
    }

    @Test
    void aLineThatIsPutAgainCountsOnce() {
        for (int i = 0; i < 200; i++) {
            assertThat(states.put("line", new byte[0], MEBIBYTE)).isTrue();
        }
        assertThat(states.put("larger than all", new byte[0], 65 * MEBIBYTE)).isFalse();
        states.removeIf(state -> true);
        assertThat(states.size()).isZero();
    }
}
