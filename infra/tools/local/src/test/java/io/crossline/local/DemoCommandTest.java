package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.local.demo.ImageSpec;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--size|28x28|expected HEIGHTxWIDTHxCHANNELS such as 28x28x1",
            "--size|30x30x1|both multiples of 4", "--size|28x28x2|expected HEIGHTxWIDTHxCHANNELS",
            "--size|24x24x1|28x28 to 256x256", "--source|sim:nosuch|there is no simulated line 'nosuch'",
            "--target|sim:nosuch?images=5|expected one of clean, worn, dim, tilted"})
    void whatTheServicesWouldRefuseIsRefusedBeforeAnythingStarts(String option, String value, String explanation)
            throws IOException {
        assertThat(crossline.run("demo", option, value)).isEqualTo(2);

        assertThat(crossline.text()).contains("Error: %s is '%s'".formatted(option, value), explanation)
                .doesNotContain("Starting Crossline");
        try (Stream<Path> content = Files.list(data)) {
            assertThat(content).isEmpty();
        }
    }

    /** The launcher may not depend on the service, so it has a list of its own. */
    @Test
    void theSimulatedLinesAreThoseOfTheSimulator() throws IOException {
        String source = Files.readString(Path.of("..", "..", "..",
                "infra/libs/datasets/src/main/java/io/crossline/datasets/simulator/SimulatedLine.java"));
        List<String> names = Pattern.compile("^    [A-Z]+\\(\"([a-z]+)\",", Pattern.MULTILINE).matcher(source).results()
                .map(name -> name.group(1)).toList();

        assertThat(names).contains("clean", "worn");
        for (String name : names) {
            ImageSpec.parse("--source", "sim:" + name, data);
        }
        assertThatThrownBy(() -> ImageSpec.parse("--source", "sim:other", data))
                .hasMessageContaining("expected one of " + String.join(", ", names) + ".");
    }

    @Test
    void theReportIsCheckedBeforeAnythingStarts() {
        assertThat(crossline.run("demo", "--drift", "--seed", "1", "--exit", "--report",
                data.resolve("no/report.json").toString())).isEqualTo(2);
        assertThat(crossline.run("demo", "--drift", "--seed", "one")).isEqualTo(2);
        assertThat(crossline.text()).contains("expected a file in an existing folder", "'--seed'");
    }
}
