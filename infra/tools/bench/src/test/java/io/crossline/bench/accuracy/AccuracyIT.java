package io.crossline.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.crossline.testing.TinyBackbone;

class AccuracyIT {

    private static final List<String> SMALL = List.of("--source", "sim:clean?images=40&test=20", "--target",
            "sim:worn?images=40&test=20", "--preset", "quick", "--set", "source.epochs=1", "--set",
            "source.maxStepsPerEpoch=2", "--set", "generators.epochs=1", "--set", "generators.maxStepsPerEpoch=2",
            "--set", "fine-tune.epochs=1");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --preset fast             | --preset is 'fast', expected one of quick, notebook, best
            --methods sorcery         | method is 'sorcery', expected one of source, cyclegan
            --set teacher             | 'teacher' is no TRAINING.NAME=VALUE such as teacher.epochs=30
            --set teach.epochs=3      | 'teach.epochs=3' names the training 'teach', expected one of adabn, coral, coral-linear
            --set teacher.speed=3     | hyperparameters.speed is unknown, expected one of affine, averageDecay
            --set dann.epochs=0       | hyperparameters.epochs is 0, expected 1 or more
            --source sim:moon         | spec is no simulated line
            --size 28                 | shape is '28', expected HEIGHTxWIDTHxCHANNELS such as 28x28x1
            --backbone no-such.onnx   | The backbone no-such.onnx cannot be read
            --json no-such-folder/x   | --json no-such-folder/x cannot be written: there is no folder
            """)
    void givenABadOption_whenRun_thenOneSentenceSaysSo(String options, String sentence) {
        // when
        int code = run(List.of(options.split(" ", -1)));
        // then
        assertThat(code).isEqualTo(2);
        assertThat(text().lines().toList()).hasSize(2).first().asString().startsWith("Error: ").contains(sentence);
    }

    @Test
    void givenTwoSeeds_whenRun_thenBothAreScoredAndTheMediansWritten() throws IOException {
        // given
        Path json = folder.resolve("accuracy.json");
        // when
        int code = run(with("--methods", "source,cyclegan", "--seeds", "0,1", "--json", json.toString()));
        // then
        assertThat(text()).contains("source, seed 1: source 0.", "cyclegan, seed 0: source 0.");
        assertThat(code).isZero();
        JsonNode document = new ObjectMapper().readTree(json.toFile());
        assertThat(document.has("recommended")).isTrue();
        assertThat(document.get("recommendations").findValuesAsText("seed")).containsExactly("0", "1");
        JsonNode rows = document.get("rows");
        assertThat(rows.get(0).get("targetBalancedAccuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(rows.get(0).get("targetEscapes").asDouble()).isBetween(0.0, 1.0);
        assertThat(rows.get(0).get("targetOverkill").asDouble()).isBetween(0.0, 1.0);
        assertThat(rows.findValuesAsText("method")).containsExactly("source", "cyclegan");
        JsonNode seeds = rows.get(0).get("seeds");
        assertThat(seeds.findValuesAsText("seed")).containsExactly("0", "1");
        assertThat(rows.get(0).get("targetAccuracy").asDouble()).isEqualTo(
                (seeds.get(0).get("targetAccuracy").asDouble() + seeds.get(1).get("targetAccuracy").asDouble()) / 2);
    }

    @Test
    void givenNoTurns_whenRun_thenTheDocumentSaysSo() throws IOException {
        // given
        Path json = folder.resolve("accuracy.json");
        // when
        int code = run(with("--methods", "source", "--no-turns", "--json", json.toString()));
        // then
        assertThat(code).isZero();
        assertThat(new ObjectMapper().readTree(json.toFile()).get("turns").asBoolean(true)).isFalse();
    }

    @Test
    void givenAMixThatNoClassHas_whenRun_thenOneSentenceSaysSo() {
        // when
        int code = run(with("--methods", "source", "--expected-mix", "fine=0.9"));
        // then
        assertThat(code).isEqualTo(2);
        assertThat(text()).contains("Error: expectedMix names the class 'fine', expected one of [good");
    }

    @Test
    void givenKeptTrainings_whenRunAgain_thenNothingIsTrainedAndTheScoresAreTheSame() throws IOException {
        // given
        List<String> arguments = with("--methods", "source,cyclegan", "--keep", folder.resolve("kept").toString());
        run(arguments);
        List<String> first = scores();
        written.reset();
        // when
        run(arguments);
        // then
        assertThat(scores()).hasSize(2).isEqualTo(first);
        assertThat(text()).doesNotContain("epoch", "NaN");
        assertThat(text().lines().filter(line -> line.startsWith("cyclegan  "))).singleElement().asString()
                .endsWith(" kept");
        try (Stream<Path> kept = Files.list(folder.resolve("kept"))) {
            assertThat(kept.map(file -> file.getFileName().toString().replaceAll("-[0-9a-f]{16}", "")))
                    .containsExactlyInAnyOrder("source.checkpoint", "generators.checkpoint", "fine-tune.checkpoint");
        }
    }

    @Test
    void givenABackbone_whenRun_thenTheMethodsTrainOnItAndCycleGanIsRefused() {
        // given
        String backbone = TinyBackbone.write(folder, 1).toString();
        // when
        int code = run(with("--backbone", backbone, "--methods", "source,adabn,coral-linear"));
        // then
        assertThat(text()).contains("adabn, seed 0: source 0.", "coral-linear, seed 0: source 0.");
        assertThat(code).isZero();
        assertThat(run(with("--backbone", backbone, "--methods", "cyclegan"))).isEqualTo(2);
        assertThat(text()).contains("--methods names cyclegan, which trains on pixels, not on a backbone's features");
    }

    private static List<String> with(String... more) {
        List<String> all = new ArrayList<>(SMALL);
        all.addAll(List.of(more));
        return all;
    }

    private List<String> scores() {
        return text().lines().filter(line -> line.contains("seed 0: source ")).toList();
    }

    private int run(List<String> arguments) {
        return Accuracy.commandLine(new PrintStream(written, true, StandardCharsets.UTF_8))
                .execute(arguments.toArray(String[]::new));
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
