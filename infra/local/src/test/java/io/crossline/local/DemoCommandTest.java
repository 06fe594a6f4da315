package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {

    @TempDir
    Path data;

    private RunningCrossline crossline;

    @BeforeEach
    void nothingRuns() {
        crossline = new RunningCrossline(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--source=sim:clean", "--target=sim:worn", "--methods=dann", "--preset=quick",
            "--size=28x28x1", "--expected-mix=good=0.9", "--good-class=good", "--backbone=resnet50.onnx", "--no-turns"})
    void theDriftDemosScriptTakesNoOtherLinesMethodsOrPreset(String option) {
        assertThat(crossline.run("demo", "--drift", option)).isEqualTo(2);
        assertThat(crossline.text()).contains("--drift does not go with " + option.replaceFirst("=.*", "") + ":");
    }

    @Test
    void allOptionsAtFaultAreNamed() {
        assertThat(crossline.run("demo", "--target", "sim:dim", "--drift", "--preset", "best")).isEqualTo(2);
        assertThat(crossline.text()).contains("--drift does not go with --target, --preset: its script says");
    }

    @Test
    void aMixThatIsNoneIsRefusedBeforeAnythingStarts() {
        assertThat(crossline.run("demo", "--expected-mix", "good is common")).isEqualTo(2);
        assertThat(crossline.text()).contains("--expected-mix is 'good is common'", "has the term 'good is common'",
                "expected a text such as good=0.98 or 'good>=0.9'");
        assertThat(crossline.run("demo", "--expected-mix", "good=98")).isEqualTo(2);
        assertThat(crossline.run("demo", "--good-class", " ")).isEqualTo(2);
        assertThat(crossline.text()).contains("has the share 98", "--good-class is empty");
    }

    @Test
    void theReportIsCheckedBeforeAnythingStarts() {
        assertThat(crossline.run("demo", "--drift", "--seed", "1", "--exit", "--report",
                data.resolve("no/report.json").toString())).isEqualTo(2);
        assertThat(crossline.run("demo", "--drift", "--seed", "one")).isEqualTo(2);
        assertThat(crossline.text()).contains("expected a file in an existing folder", "'--seed'");
    }
}
