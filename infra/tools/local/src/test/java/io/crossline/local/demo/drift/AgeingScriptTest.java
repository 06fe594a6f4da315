package io.crossline.local.demo.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.InvalidFieldException;

class AgeingScriptTest {

    private static final AgeingScript SCRIPT = AgeingScript.STANDARD;
    private static final Pattern SPEC = Pattern
            .compile("sim:(\\w+)\\?to=(\\w+)&at=([\\d.]+)(?:&until=([\\d.]+))?(?:&mix=([^&]+))?&images=200&test=0");

    @Test
    void theAgeingBeginsWhereTheModelsHaveSeenTheLineAndGoesOnWithoutGaps() {
        // Given the ageing's windows
        int windows = SCRIPT.first(Phase.Kind.LAMP) - 1;
        String at = "0.3";
        assertThat(AgeingScript.STANDARD.firstStretch()).startsWith("sim:clean?to=worn&at=" + at + "&");

        // Then each begins where the one before ended
        for (int window = 1; window <= windows; window++) {
            Matcher spec = spec(window);
            assertThat(spec.group(1) + " " + spec.group(2)).isEqualTo("clean worn");
            assertThat(spec.group(3)).isEqualTo(at);
            at = spec.group(4);
        }
        assertThat(at).isEqualTo("0.9");
    }

    @Test
    void theLampJumpsAndHoldsAndTheClassMixChangesNothingElse() {
        Set<String> lamp = new HashSet<>();
        Set<String> classMix = new HashSet<>();
        for (int window = SCRIPT.first(Phase.Kind.LAMP); window <= SCRIPT.windows(); window++) {
            (window < SCRIPT.first(Phase.Kind.CLASS_MIX) ? lamp : classMix).add(SCRIPT.spec(window));
        }

        assertThat(lamp).containsExactly("sim:worn?to=dim&at=0.6&images=200&test=0");
        assertThat(classMix).containsExactly(lamp.iterator().next().replace("&images",
                "&mix=good:5,scratch:1,hole:1,dent:1,stain:1,missing-feature:1&images"));
    }

    @Test
    void leavesTimeForDetectionAdaptationAndShadowAndFitsIntoTwelveMinutes() {
        Duration stream = SCRIPT.pace().multipliedBy(SCRIPT.windows());
        Duration hold = SCRIPT.pace()
                .multipliedBy(SCRIPT.first(Phase.Kind.CLASS_MIX) - SCRIPT.first(Phase.Kind.LAMP));

        assertThat(stream).as("beside four and a half minutes for the start and the first models")
                .isLessThanOrEqualTo(Duration.ofMinutes(7).plusSeconds(30));
        assertThat(hold).as("two windows, a job of a minute, the shadow's batches")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(120));
        assertThat(SCRIPT.windows() - SCRIPT.first(Phase.Kind.CLASS_MIX) + 1).isGreaterThanOrEqualTo(3);
    }

    @Test
    void noTwoWindowsHaveTheSameImages() {
        Set<String> images = new HashSet<>();
        for (long seed = 0; seed < 3; seed++) {
            for (int window = 1; window <= SCRIPT.windows(); window++) {
                images.add(SCRIPT.spec(window) + " " + AgeingScript.seed(seed, window));
            }
        }

        assertThat(images).hasSize(3 * SCRIPT.windows());
    }

    @Test
    void aScriptThatCannotBePlayedIsRefused() {
        Phase phase = SCRIPT.phases().get(0);

        assertThatThrownBy(() -> new AgeingScript(List.of(phase, phase), Duration.ZERO))
                .isInstanceOf(InvalidFieldException.class).hasMessageContaining("phases");
        assertThatThrownBy(() -> new AgeingScript(new ArrayList<>(), Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidFieldException.class).hasMessageContaining("pace");
        assertThatThrownBy(() -> new Phase(Phase.Kind.LAMP, 0, "worn", "glare", 0, 0, null))
                .isInstanceOf(InvalidFieldException.class).hasMessageContaining("windows");
        assertThatThrownBy(() -> new Phase(Phase.Kind.LAMP, 1, "worn", "glare", 0, 1.1, null))
                .isInstanceOf(InvalidFieldException.class).hasMessageContaining("until is 1.1, expected 0 to 1");
    }

    private static Matcher spec(int window) {
        Matcher spec = SPEC.matcher(SCRIPT.spec(window));
        assertThat(spec.matches()).as(SCRIPT.spec(window)).isTrue();
        return spec;
    }

    /** Given a share of good parts, when the script is made, then images come in that mix, and in the end three times the defects. */
    @Test
    void aLineOfMostlyGoodPartsGetsMoreDefectsInTheEnd() {
        AgeingScript script = AgeingScript.mostlyGood(0.95);

        String defects = ",scratch:1,hole:1,dent:1,stain:1,missing-feature:1";
        assertThat(script.firstStretch()).endsWith("&mix=good:95" + defects);
        assertThat(script.spec(1)).contains("&mix=good:95" + defects + "&");
        assertThat(script.spec(script.windows())).contains("&mix=good:28.3333" + defects + "&");
    }
}
