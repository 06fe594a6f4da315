package io.crossline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class BenchIT {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --only nothing            | there is no 'nothing', expected some of source, dann, coral, cyclegan, infer-classifier
            --steps 0                 | --steps is 0, expected 1 or more
            --steps many              | Invalid value for option '--steps': 'many' is not an int
            --rounds -1               | --rounds is -1, expected 1 or more
            --threads 0               | --threads is 0, expected 1 or more
            --json no-such-folder/x   | --json no-such-folder/x cannot be written: there is no folder
            --json .                  | --json . is a folder, expected a file
            --fast                    | Unknown option: '--fast'
            """)
    void givenABadOption_whenRun_thenOneSentenceSaysSo(String options, String sentence) {
        // when
        int code = run(options.split(" ", -1));
        // then
        assertThat(code).isEqualTo(2);
        assertThat(text().lines().toList()).hasSize(2).first().asString().startsWith("Error: ").contains(sentence);
    }

    @Test
    void givenHelp_whenAsked_thenEveryRowIsNamed() {
        // when
        int code = run("--help");
        // then
        assertThat(code).isZero();
        assertThat(text()).contains("--json", "--only", "--steps", "--threads", "infer-generator", "stream-predict");
    }

    @Test
    void givenNoPyTorch_whenSourceIsMeasured_thenItStandsAlone() throws Exception {
        // given
        Path json = folder.resolve("bench.json");
        // when
        int code = run("--only", "source", "--steps", "2", "--rounds", "1", "--threads", "1", "--json",
                json.toString());
        // then
        assertThat(text()).contains("No PyTorch was found (tried /usr/bin/python3 and python3)").contains("source");
        assertThat(code).isZero();
        JsonNode row = new ObjectMapper().readTree(json.toFile()).get("rows").get(0);
        assertThat(row.get("ours").asDouble()).isPositive();
        assertThat(row.get("peer").isNull()).isTrue();
        assertThat(row.get("floorArithmetic").asDouble()).isPositive();
        assertThat(row.get("firstStepSeconds").asDouble()).isPositive();
    }

    private int run(String... arguments) {
        return Bench.commandLine(new PrintStream(written, true, StandardCharsets.UTF_8), Optional::empty)
                .execute(arguments);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
