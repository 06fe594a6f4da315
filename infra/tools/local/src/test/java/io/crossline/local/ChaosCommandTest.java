package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosCommandTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--minutes=0|--minutes is 0: expected 1 to 240",
            "--minutes=241|--minutes is 241: expected 1 to 240", "--minutes=some|--minutes", "--seed=x|--seed",
            "--port=camera=1|There is no part 'camera'", "--port=kafka=70000|expected 1 to 65535",
            "--json=/nowhere/report.json|--json is '/nowhere/report.json': expected a file in an existing folder"})
    void wrongArgumentsAreRefusedBeforeAnythingStarts(String option, String explanation) {
        RunningCrossline crossline = new RunningCrossline(data);

        assertThat(crossline.run("chaos", option)).isEqualTo(2);

        assertThat(crossline.text()).contains("Error: ").doesNotContain("Starting Crossline");
        assertThat(crossline.text().toLowerCase(java.util.Locale.ROOT))
                .contains(explanation.toLowerCase(java.util.Locale.ROOT));
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aFolderWithDataOfAnotherRunIsRefused() throws IOException {
        Files.createDirectory(data.resolve("kafka"));
        RunningCrossline crossline = new RunningCrossline(data);

        assertThat(crossline.run("chaos")).isEqualTo(2);

        assertThat(crossline.text()).contains("which is not empty: expected a new or empty folder");
    }
}
