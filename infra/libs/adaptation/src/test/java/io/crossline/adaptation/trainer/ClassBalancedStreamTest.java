package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class ClassBalancedStreamTest {

    /** Class 0 has six images, class 1 has two, class 2 has none, and the image at 3 has no label. */
    private static final int[] LABELS = {0, 0, 1, -1, 0, 0, 1, 0, 0};

    @Test
    void classesComeAlikeOftenAndEveryImageOfAClassBeforeAnyComesAgain() {
        ClassBalancedStream stream = new ClassBalancedStream(LABELS, 3, 12, 5);

        int[] batch = stream.next();

        assertThat(Arrays.stream(batch).filter(i -> LABELS[i] == 0).count()).isEqualTo(6);
        assertThat(Arrays.stream(batch).filter(i -> LABELS[i] == 1).count()).isEqualTo(6);
        Set<Integer> ofClassZero = new TreeSet<>();
        Arrays.stream(batch).filter(i -> LABELS[i] == 0).forEach(ofClassZero::add);
        assertThat(ofClassZero).containsExactly(0, 1, 4, 5, 7, 8);
    }

    @Test
    void theSeedGivesTheOrder() {
        assertThat(new ClassBalancedStream(LABELS, 3, 12, 5).next())
                .isEqualTo(new ClassBalancedStream(LABELS, 3, 12, 5).next())
                .isNotEqualTo(new ClassBalancedStream(LABELS, 3, 12, 6).next());
    }

    @Test
    void goesOnWhereItWasSaved() throws IOException {
        ClassBalancedStream first = new ClassBalancedStream(LABELS, 3, 5, 5);
        first.next();
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        first.save(new DataOutputStream(saved));
        ClassBalancedStream second = new ClassBalancedStream(LABELS, 3, 5, 5);

        second.load(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));

        assertThat(second.next()).isEqualTo(first.next());
        assertThat(second.next()).isEqualTo(first.next());
    }

    @Test
    void withoutAnyLabelThereIsNothingToDraw() {
        assertThatThrownBy(() -> new ClassBalancedStream(new int[]{-1, -1}, 2, 4, 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("No image has a class");
    }
}
