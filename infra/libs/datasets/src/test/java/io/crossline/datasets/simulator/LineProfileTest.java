package io.crossline.datasets.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;

class LineProfileTest {

    private static final Lighting LIGHT = new Lighting(125, 0.06, 0);
    private static final Camera CAMERA = new Camera(0.6, 1, 0, 1, 0);
    private static final Pose POSE = new Pose(0, 1, 0, 0, 1);
    private static final Belt BELT = new Belt(0.16, 0.5);
    private static final LineProfile PLAIN = new LineProfile(LIGHT, CAMERA, POSE, BELT, 0);

    private static LineProfile camera(Camera camera) {
        return new LineProfile(LIGHT, camera, POSE, BELT, 0);
    }

    @Test
    void everySettingShowsInThePictures() {
        ImageStatistics plain = ImageStatistics.of(PLAIN);

        assertThat(ImageStatistics.of(camera(new Camera(3, 1, 0, 1, 0))).sharpness()).as("blur")
                .isLessThan(plain.sharpness());
        assertThat(ImageStatistics.of(camera(new Camera(0.6, 0.5, 0, 1, 0))).deviation()).as("contrast")
                .isLessThan(plain.deviation());
        assertThat(ImageStatistics.of(camera(new Camera(0.6, 1, 0.1, 1, 0))).mean()).as("brightness")
                .isGreaterThan(plain.mean());
        assertThat(ImageStatistics.of(camera(new Camera(0.6, 1, 0, 1.5, 0))).mean()).as("gamma")
                .isLessThan(plain.mean());
        assertThat(ImageStatistics.of(camera(new Camera(0.6, 1, 0, 1, 0.06))).sharpness()).as("noise")
                .isGreaterThan(plain.sharpness());
        assertThat(ImageStatistics.of(new LineProfile(LIGHT, CAMERA, new Pose(0, 0.8, 0, 0, 1), BELT, 0)).mean())
                .as("scale").isLessThan(plain.mean());
        assertThat(ImageStatistics.of(new LineProfile(LIGHT, CAMERA, POSE, new Belt(0.5, 0.5), 0)).mean()).as("belt")
                .isGreaterThan(plain.mean());
        assertThat(ImageStatistics.of(new LineProfile(LIGHT, CAMERA, POSE, BELT, 1)).mean()).as("wear")
                .isLessThan(plain.mean());
    }

    @Test
    void theLightComesFromWhereTheProfileSays() {
        Lighting fromTheRight = new Lighting(0, 0.6, 0);
        ImageShape shape = new ImageShape(1, 64, 64);
        byte[] pixels = new LineSimulator(new LineProfile(fromTheRight, CAMERA, POSE, BELT, 0), shape, 1).image(0)
                .pixels();

        long left = 0;
        long right = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i % 64 < 32) {
                left += pixels[i] & 255;
            } else {
                right += pixels[i] & 255;
            }
        }

        assertThat(right).isGreaterThan(left * 11 / 10);
    }

    @Test
    void theNamedLinesDiffer() {
        ImageStatistics clean = ImageStatistics.of(Profiles.CLEAN);

        assertThat(ImageStatistics.of(Profiles.WORN).deviation()).as("worn").isLessThan(clean.deviation());
        assertThat(ImageStatistics.of(Profiles.DIM).mean()).as("dim").isLessThan(clean.mean() - 10);
        assertThat(ImageStatistics.of(Profiles.GLARE).mean()).as("glare").isGreaterThan(clean.mean() + 10);
        assertThat(ImageStatistics.of(Profiles.TILTED).mean()).as("tilted").isNotEqualTo(clean.mean());
    }

    @Test
    void aLinearDriftMovesSteadilyAndStays() {
        Drift drift = new Drift(Profiles.CLEAN, Profiles.WORN, Drift.Kind.LINEAR, 100);
        double blur = -1;
        for (int position = 0; position <= 100; position += 10) {
            double next = drift.at(position).camera().blur();
            assertThat(next).isGreaterThan(blur);
            blur = next;
        }

        assertThat(drift.at(0)).isEqualTo(Profiles.CLEAN);
        assertThat(drift.at(50).belt().tone())
                .isEqualTo((Profiles.CLEAN.belt().tone() + Profiles.WORN.belt().tone()) / 2);
        assertThat(drift.at(100)).isEqualTo(drift.at(5000));
        assertThat(drift.at(100).wear()).isEqualTo(Profiles.WORN.wear());
    }

    @Test
    void aSuddenDriftJumpsOnce() {
        Drift drift = new Drift(Profiles.CLEAN, Profiles.GLARE, Drift.Kind.SUDDEN, 100);

        assertThat(drift.at(99)).isEqualTo(Profiles.CLEAN);
        assertThat(drift.at(100).belt()).isEqualTo(Profiles.GLARE.belt());
    }

    @ParameterizedTest
    @MethodSource("outOfBounds")
    void namesTheSettingThatIsOutOfBounds(String field, Supplier<Object> setting) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(setting::get)
                .withMessageStartingWith(field + " is ").withMessageContaining("expected")
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    static Stream<Arguments> outOfBounds() {
        return Stream.of(arguments("light.directionDegrees", () -> new Lighting(361, 0, 0)),
                arguments("light.gradient", () -> new Lighting(0, 0.9, 0)),
                arguments("light.warmth", () -> new Lighting(0, 0, Double.NaN)),
                arguments("camera.blur", () -> new Camera(-1, 1, 0, 1, 0)),
                arguments("camera.contrast", () -> new Camera(0, 0, 0, 1, 0)),
                arguments("camera.brightness", () -> new Camera(0, 1, 0.6, 1, 0)),
                arguments("camera.gamma", () -> new Camera(0, 1, 0, 3, 0)),
                arguments("camera.noise", () -> new Camera(0, 1, 0, 1, 0.3)),
                arguments("pose.rotationDegrees", () -> new Pose(90, 1, 0, 0, 1)),
                arguments("pose.scale", () -> new Pose(0, 2, 0, 0, 1)),
                arguments("pose.offsetX", () -> new Pose(0, 1, 0.3, 0, 1)),
                arguments("pose.offsetY", () -> new Pose(0, 1, 0, 0.3, 1)),
                arguments("pose.jitter", () -> new Pose(0, 1, 0, 0, 4)),
                arguments("belt.tone", () -> new Belt(1.1, 0)), arguments("belt.texture", () -> new Belt(0, 2)),
                arguments("wear", () -> new LineProfile(LIGHT, CAMERA, POSE, BELT, 1.5)),
                arguments("drift.images", () -> new Drift(PLAIN, PLAIN, Drift.Kind.LINEAR, 0)));
    }

    private static Arguments arguments(String field, Supplier<Object> setting) {
        return Arguments.of(field, setting);
    }
}
