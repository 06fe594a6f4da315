package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadCommandTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--lines | 0 | --lines is 0, expected 1 to 10000",
            "--batches | 100001 | --batches is 100001", "--images | -1 | --images is -1",
            "--size | wide | expected"})
    void aWrongNumberIsNamed(String option, String value, String message) {
        Output output = new Output();

        int code = Crossline.commandLine(output.pipe()).execute("load", option, value, "--data", data.toString());

        assertThat(code).isEqualTo(2);
        assertThat(output.text()).contains(message);
    }

    @Test
    void saysThatNothingRuns() {
        Output output = new Output();

        int code = Crossline.commandLine(output.pipe()).execute("load", "--data", data.toString());

        assertThat(code).isEqualTo(3);
        assertThat(output.text()).contains("does not run");
    }
}
