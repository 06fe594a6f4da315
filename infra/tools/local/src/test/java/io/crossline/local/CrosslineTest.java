package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.local.console.Terminal;

import picocli.CommandLine;

class CrosslineTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesTheCommands(String option) {
        StringWriter out = new StringWriter();

        assertThat(commandLine(out).execute(option)).isZero();

        assertThat(out.toString()).contains("Crossline keeps an image classifier right", "demo", "status",
                "First steps:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void theVersionIsToldWithTheWayToHelp(String option) {
        StringWriter out = new StringWriter();

        assertThat(commandLine(out).execute(option)).isZero();

        assertThat(out.toString()).startsWith("Crossline ").contains("Java " + Runtime.version(),
                "infra/crossline help");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--ready-within|0|--ready-within is 0: expected seconds, at least 1",
            "--keep-images|500M|expected at least 1G",
            "--keep-images|many|is no size: expected one such as 20G"})
    void aLimitThatIsNoneIsRefused(String option, String value, String explanation, @TempDir Path data) {
        Output output = new Output();

        assertThat(Crossline.commandLine(output.pipe()).execute("up", option, value, "--data", data.toString()))
                .isNotZero();

        assertThat(output.text()).contains(explanation).doesNotContain("Starting");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void sizesAreBinary() {
        assertThat(new SizeOption().convert("20g")).isEqualTo(20L << 30);
        assertThat(new SizeOption().convert("1T")).isEqualTo(1L << 40);
    }

    private static CommandLine commandLine(StringWriter out) {
        Terminal terminal = Terminal.of(new PrintStream(PrintStream.nullOutputStream()), Map.of());
        return Crossline.commandLine(terminal).setOut(new PrintWriter(out));
    }
}
