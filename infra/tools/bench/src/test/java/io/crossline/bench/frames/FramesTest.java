package io.crossline.bench.frames;

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

class FramesTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --on sim:moon             | spec is no simulated line
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
    void givenASimulatedLine_whenRun_thenMissesAndFalseMarksAreToldAndWritten() throws IOException {
        // given
        Path json = folder.resolve("frames.json");
        // when
        int code = run("--on", "sim:worn?images=900&test=100,sim:dim?images=400&test=1", "--json", json.toString());
        // then
        assertThat(code).isZero();
        assertThat(text()).contains("Good frames:", "lower half of the frame before");
        JsonNode line = new ObjectMapper().readTree(json.toFile()).get("lines").get(0);
        assertThat(line.get("frames").asInt()).isEqualTo(1000);
        assertThat(line.get("falseMarks").isEmpty()).isTrue();
        assertThat(line.get("spoilt").get(Fault.WHITE.words()).get("missed").asInt()).isZero();
        assertThat(line.get("spoilt").get(Fault.TORN_HALF.words()).get("missed").asInt()).isZero();
    }

    private int run(String... arguments) {
        return FramesBench.commandLine(new PrintStream(written, true, StandardCharsets.UTF_8)).execute(arguments);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
