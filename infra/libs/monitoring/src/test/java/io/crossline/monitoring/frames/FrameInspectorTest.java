package io.crossline.monitoring.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;

class FrameInspectorTest {

    private static final int LEARNING = 300;

    private final DrawnFrames camera = new DrawnFrames(new ImageShape(1, 28, 28), 1);
    private final FrameInspector inspector = new FrameInspector();

    @Test
    void aThousandNormalFramesAreUsable() {
        List<FrameCheck> found = inspect(camera.good(1000));

        assertThat(found).containsOnlyNulls();
    }

    @Test
    void whiteFramesAreOverExposed() {
        assertThat(inspect(DrawnFrames.of(camera.flat(255), 400))).containsOnly(FrameCheck.OVER_EXPOSED);
    }

    @Test
    void nearlyBlackFramesHaveNoLight() {
        assertThat(inspect(camera.nearlyBlack(420))).containsOnly(FrameCheck.NO_LIGHT);
    }

    @Test
    void onePictureFiftyTimesIsFrozenFromTheFifthOn() {
        List<FrameCheck> found = inspect(DrawnFrames.of(camera.good(), 50));

        assertThat(found.subList(0, 4)).containsOnlyNulls();
        assertThat(found.subList(4, 50)).containsOnly(FrameCheck.FROZEN);
    }

    @Test
    void onePictureWithOneGreyValueOfNoiseIsFrozen() {
        inspect(camera.good(LEARNING));

        List<FrameCheck> found = inspect(camera.noisy(camera.good(), 1, 400));

        assertThat(found.subList(4, 400)).containsOnly(FrameCheck.FROZEN);
    }

    @Test
    void anotherPictureEndsAFreeze() {
        inspect(DrawnFrames.of(camera.good(), 50));

        assertThat(inspect(camera.good(4))).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, 255})
    void aLowerPartOfOneValueIsCut(int value) {
        for (int lost : new int[]{9, 14}) {
            assertThat(inspect(camera.cut(camera.good(100), lost, value))).containsOnly(FrameCheck.CUT);
        }
    }

    @Test
    void aLowerHalfFromTheFrameBeforeIsTorn() {
        inspect(camera.good(LEARNING));
        byte[] before = camera.good();
        byte[] torn = camera.torn(camera.good(), before, 14);

        assertThat(inspect(List.of(before, torn, camera.good()))).containsExactly(null, FrameCheck.TORN, null);
    }

    @Test
    void blackFramesAmongGoodOnesAreFoundAndNoOthers() {
        List<byte[]> frames = new ArrayList<>(camera.good(2000));
        for (int i = 7; i < frames.size(); i += 40) {
            frames.set(i, camera.nearlyBlack(1).get(0));
        }

        List<FrameCheck> found = inspect(frames);

        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).as("frame %d", i).isEqualTo(i % 40 == 7 ? FrameCheck.NO_LIGHT : null);
        }
    }

    @Test
    void aFrameWithoutAPartIsFound() {
        inspect(camera.good(LEARNING));

        assertThat(inspect(camera.empty(20))).containsOnly(FrameCheck.NO_PART);
    }

    @Test
    void aSoftFrameIsOutOfFocusOnceTheLineIsKnown() {
        inspect(camera.good(LEARNING));

        assertThat(inspect(camera.blurred(camera.good(20), 3))).containsOnly(FrameCheck.OUT_OF_FOCUS);
    }

    @Test
    void aConstantFrameIsNotOutOfFocusBeforeTheLineIsKnown() {
        List<FrameCheck> found = inspect(List.of(camera.flat(90)), EnumSet.of(FrameCheck.NO_PART));

        assertThat(found).containsOnlyNulls();
    }

    @Test
    void tilesOfAPictureAreNotChecked() {
        Images plain = camera.images(DrawnFrames.of(camera.flat(0), 2));
        List<ImagePart> tiles = List.of(ImagePart.UNNAMED.tile(0, 2), ImagePart.UNNAMED.tile(1, 2));

        assertThat(inspector.inspect(new Images(plain.shape(), 2, plain.pixels(), tiles)))
                .containsOnly(Optional.empty());
    }

    @Test
    void halfTheLightIsAChangeOfTheLineAndNotAFault() {
        inspect(camera.good(LEARNING));

        assertThat(inspect(camera.scaled(camera.good(200), 0.5))).containsOnlyNulls();
    }

    @Test
    void aLineThatChangesSlowlyIsFollowed() {
        inspect(camera.good(LEARNING));
        List<FrameCheck> found = new ArrayList<>();
        for (double light = 1; light > 0.15; light *= 0.9) {
            found.addAll(inspect(camera.scaled(camera.good(500), light)));
        }

        assertThat(found).containsOnlyNulls();
    }

    @Test
    void strokesOnBlackAreUsable() {
        List<byte[]> digits = camera.strokes(1000);

        assertThat(inspect(digits)).containsOnlyNulls();
    }

    @Test
    void aPictureInALetterboxIsUsable() {
        assertThat(inspect(camera.letterboxed(camera.good(500), 8, 0))).containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource(FrameCheck.class)
    void aCheckThatIsOffFindsNothing(FrameCheck off) {
        List<byte[]> spoilt = new ArrayList<>(camera.good(LEARNING));
        spoilt.addAll(camera.nearlyBlack(5));
        spoilt.addAll(DrawnFrames.of(camera.flat(255), 5));
        spoilt.addAll(camera.cut(camera.good(5), 14, 128));
        spoilt.add(camera.good());
        spoilt.add(camera.torn(camera.good(), spoilt.get(spoilt.size() - 1), 10));
        spoilt.addAll(DrawnFrames.of(camera.good(), 10));
        spoilt.addAll(camera.empty(5));
        spoilt.addAll(camera.blurred(camera.good(5), 3));

        assertThat(inspect(spoilt, EnumSet.noneOf(FrameCheck.class))).contains(off);
        assertThat(new FrameInspectorTest().inspect(spoilt, EnumSet.of(off))).doesNotContain(off);
    }

    @Test
    void findingsDoNotDependOnHowFramesAreBatched() {
        List<byte[]> frames = new ArrayList<>(camera.good(450));
        frames.addAll(camera.blurred(camera.good(20), 3));
        frames.addAll(DrawnFrames.of(camera.good(), 20));
        List<FrameCheck> oneByOne = new ArrayList<>();
        FrameInspector other = new FrameInspector();
        frames.forEach(frame -> oneByOne.addAll(checks(other.inspect(camera.images(List.of(frame))))));

        assertThat(inspect(frames)).isEqualTo(oneByOne);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x1x1", "2x3x3", "16x16x1", "70x320x1", "48x64x3", "1024x1024x1"})
    void anyShapeIsTaken(String shape) {
        DrawnFrames other = new DrawnFrames(ImageShape.parse(shape), 3);

        List<Optional<FrameFinding>> found = inspector.inspect(other.images(List.of(other.flat(0), other.flat(0))));

        assertThat(checks(found)).containsOnly(FrameCheck.NO_LIGHT);
        assertThat(found.get(0)).contains(new FrameFinding(FrameCheck.NO_LIGHT, 0, 16));
    }

    private List<FrameCheck> inspect(List<byte[]> frames) {
        return inspect(frames, Collections.emptySet());
    }

    private List<FrameCheck> inspect(List<byte[]> frames, Set<FrameCheck> off) {
        return checks(inspector.inspect(camera.images(frames), off));
    }

    private static List<FrameCheck> checks(List<Optional<FrameFinding>> findings) {
        return Arrays.asList(findings.stream().map(finding -> finding.map(FrameFinding::check).orElse(null))
                .toArray(FrameCheck[]::new));
    }
}
