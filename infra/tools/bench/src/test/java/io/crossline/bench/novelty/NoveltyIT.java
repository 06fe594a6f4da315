package io.crossline.bench.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class NoveltyIT {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --preset fast             | --preset is 'fast', expected one of quick, notebook, best
            --methods sorcery         | method is 'sorcery', expected one of source, cyclegan
            --source sim:moon         | spec is no simulated line
            --size 28                 | shape is '28', expected HEIGHTxWIDTHxCHANNELS such as 28x28x1
            --json no-such-folder/x   | --json no-such-folder/x cannot be written: there is no folder
            """)
    void givenABadOption_whenRun_thenOneSentenceSaysSo(String options, String sentence) {
        // when
        int code = run(options.split(" "));
        // then
        assertThat(code).isEqualTo(2);
        assertThat(text().lines().toList()).hasSize(2).first().asString().startsWith("Error: ").contains(sentence);
    }

    @Test
    void givenLinesWithoutStains_whenRun_thenTheCurveIsToldAndWritten() throws IOException {
        // given
        Path json = folder.resolve("novelty.json");
        String mix = "mix=good:1,scratch:1,hole:1&images=80&test=40";
        // when
        int code = run("--source", "sim:clean?" + mix, "--target", "sim:worn?" + mix, "--unknown",
                "sim:worn?mix=stain:1&images=30&test=1", "--json", json.toString());
        // then
        assertThat(text()).contains("source, seed 0:", "unknown found", "known among the marked");
        assertThat(code).isZero();
        JsonNode row = new ObjectMapper().readTree(json.toFile()).get("rows").get(0);
        assertThat(row.get("method").asText()).isEqualTo("source");
        assertThat(row.get("curve").findValuesAsText("rate")).containsExactly("0.01", "0.02", "0.05", "0.1", "0.2");
        double before = 0;
        for (JsonNode point : row.get("curve")) {
            assertThat(point.get("foundAtRate").asDouble()).isBetween(before, 1.0);
            before = point.get("foundAtRate").asDouble();
        }
        assertThat(row.get("streams").get(0).get("found").isNull()).isTrue();
    }

    private int run(String... arguments) {
        return NoveltyBench.commandLine(new PrintStream(written, true, StandardCharsets.UTF_8)).execute(arguments);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
