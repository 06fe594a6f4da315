package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ExpectedMix;

class ClassMixTest {

    private static final List<String> CLASSES = List.of("good", "scratch", "hole", "dent", "stain", "missing");

    @Test
    void nothingToldIsNoMix() {
        assertThat(ClassMix.of(null, CLASSES)).isEmpty();
    }

    /** 0.98^0.9 is to 0.004^0.9 as 0.9658 is to 0.0068 where five classes share the rest. */
    @Test
    void exactSharesLeaveRareClassesALittleMore() {
        double[] shares = shares("good=0.98");

        assertThat(shares[0]).isCloseTo(0.9658, within(1e-4));
        assertThat(shares[3]).isCloseTo(0.0068, within(1e-4));
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void boundsCountByTheirMiddle() {
        assertThat(shares("good>=0.9")[0]).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void noClassIsRuledOut() {
        assertThat(shares("good=1")[2]).isPositive();
        assertThat(shares("good>=0.9,hole<=0")[2]).isPositive();
    }

    private static double[] shares(String told) {
        return ClassMix.of(ExpectedMix.parse(told), CLASSES).orElseThrow().shares();
    }
}
