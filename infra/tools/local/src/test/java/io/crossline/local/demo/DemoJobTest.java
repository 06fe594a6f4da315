package io.crossline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Method;
import io.crossline.local.UserError;

class DemoJobTest {

    private static final ImageSpec CLEAN = new ImageSpec("sim:clean", "sim:clean", "clean");
    private static final ImageSpec WORN = new ImageSpec("sim:worn", "sim:worn", "worn");

    @TempDir
    Path here;

    @Test
    void aRelativeFolderIsResolvedAgainstWhereTheUserIs() throws IOException {
        Files.createDirectories(here.resolve("data/my lines"));
        Files.createFile(here.resolve("data/my lines/image.png"));

        ImageSpec spec = ImageSpec.parse("--source", "folder:data/../data/my lines", here);

        assertThat(spec.resolved()).isEqualTo("folder:" + here.resolve("data/my lines"));
        assertThat(spec.written()).isEqualTo("folder:data/../data/my lines");
        assertThat(spec.name()).isEqualTo("my-lines");
    }

    @Test
    void fileOfASpecIsResolvedWithItsOptionsAsTheyAre() throws IOException {
        Files.createDirectories(here.resolve("data"));
        Files.writeString(here.resolve("data/train.json"), "{}");

        ImageSpec spec = ImageSpec.parse("--source", "coco:data/train.json?test=test.json&good=ok", here);

        assertThat(spec.resolved()).isEqualTo("coco:" + here.resolve("data/train.json") + "?test=test.json&good=ok");
        assertThat(spec.name()).isEqualTo("train.json");
        assertThatThrownBy(() -> ImageSpec.parse("--source", "csv:data", here)).isInstanceOf(UserError.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void aSimulatedLineMayHaveOptions() {
        ImageSpec spec = ImageSpec.parse("--source", "sim:worn?images=600&test=200", here);

        assertThat(spec.resolved()).isEqualTo("sim:worn?images=600&test=200");
        assertThat(spec.name()).isEqualTo("worn");
    }

    @ParameterizedTest
    @CsvSource({"ftp:/x, expected sim:PROFILE", "clean, expected sim:PROFILE", "sim:, expected sim:PROFILE",
            "sim:a b, expected sim:PROFILE", "idx:, the path is missing", "idx:nowhere, there is no folder",
            "folder:empty, is empty"})
    void aSpecThatIsNoneIsExplained(String spec, String explanation) throws IOException {
        Files.createDirectories(here.resolve("empty"));

        assertThatThrownBy(() -> ImageSpec.parse("--target", spec, here)).isInstanceOf(UserError.class)
                .hasMessageContaining("--target is '%s'".formatted(spec)).hasMessageContaining(explanation);
    }

    @Test
    void methodsAreSortedAndOnceEach() {
        DemoJob job = job(DemoJob.methods("coral, source,coral"), "quick", null);

        assertThat(job.methods()).containsExactly(Method.SOURCE, Method.CORAL);
    }

    @Test
    void otherOptionsAreExplainedToo() {
        assertThatThrownBy(() -> DemoJob.methods("source,magic")).isInstanceOf(UserError.class)
                .hasMessageContaining("--methods is 'source,magic'")
                .hasMessageContaining("source, cyclegan, dann, coral");
        assertThatThrownBy(() -> DemoJob.methods(",")).isInstanceOf(UserError.class)
                .hasMessageContaining("--methods is empty");
        assertThatThrownBy(() -> job(List.of(Method.SOURCE), "slow", null)).isInstanceOf(UserError.class)
                .hasMessageContaining("--preset is 'slow': expected one of quick, best, real, seed");
        assertThatThrownBy(() -> DemoJob.shape("28")).isInstanceOf(UserError.class)
                .hasMessageContaining("--size is '28'");
        assertThatThrownBy(() -> DemoJob.shape("8x8x1")).isInstanceOf(UserError.class)
                .hasMessageContaining("28x28 to 256x256");
        assertThatThrownBy(() -> job(List.of(Method.SOURCE), "quick", here.resolve("no/report.json")))
                .isInstanceOf(UserError.class).hasMessageContaining("--report");
        assertThatThrownBy(() -> new DemoJob(CLEAN, CLEAN, List.of(Method.SOURCE), "quick", 0, null, LineSettings.NONE,
                null))
                .isInstanceOf(UserError.class).hasMessageContaining("nothing to adapt to");
        assertThat(DemoJob.shape("32x48x3")).isEqualTo(new ImageShape(3, 32, 48));
    }

    @Test
    void linesOfTheSameNameAreToldApart() {
        DemoJob job = new DemoJob(new ImageSpec("idx:a/parts", "idx:/a/parts", "parts"),
                new ImageSpec("idx:b/parts", "idx:/b/parts", "parts"), List.of(Method.SOURCE), "quick", 0, null,
                LineSettings.NONE, null);

        assertThat(job.sourceLine()).isEqualTo("parts-source");
        assertThat(job.targetLine()).isEqualTo("parts-target");
    }

    private static DemoJob job(List<Method> methods, String preset, Path report) {
        return new DemoJob(CLEAN, WORN, methods, preset, 0, null, LineSettings.NONE, report);
    }
}
