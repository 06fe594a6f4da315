package io.crossline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;

/** One minute of faults, {@code infra/crossline chaos --minutes 1}, before any other Crossline runs. */
@Order(Integer.MIN_VALUE)
@DisabledOnOs(OS.WINDOWS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("nightly")
class ChaosIT {

    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final String SEED = "1";

    private final Path output = Path.of(System.getProperty("crossline.output"));
    private final Path log = output.resolve("chaos.log");
    private JsonNode report;
    private int exitCode;

    /** Given two lines with a champion each and an outside producer, when parts are killed and stopped for a minute, then all is counted. */
    @BeforeAll
    void aMinuteOfFaults() throws IOException, InterruptedException {
        Files.createDirectories(output);
        Path json = output.resolve("chaos.json");
        Files.deleteIfExists(json);
        Path data = Files.createTempDirectory(output, "chaos-");
        Process chaos = new ProcessBuilder(command(data, json)).redirectErrorStream(true).redirectOutput(log.toFile())
                .start();
        try {
            assertThat(chaos.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(Files.readString(log)).isTrue();
        } finally {
            chaos.destroy();
            chaos.waitFor();
        }
        exitCode = chaos.exitValue();
        assertThat(json).as(Files.readString(log)).exists();
        report = Json.mapper().readTree(json.toFile());
    }

    private static List<String> command(Path data, Path json) {
        Path home = Path.of(System.getProperty("crossline.home"));
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
                "-XX:+UseSerialGC", "-Dcrossline.home=" + home, "-cp", CrosslineProcess.launcherClasspath(home),
                "io.crossline.local.Crossline", "chaos", "--minutes", "1", "--seed", SEED, "--json", json.toString(),
                "--data", data.toString(), "--force");
    }

    @Test
    void theReportSaysWhatWasDoneAndCounted() throws IOException {
        assertThat(report.fieldNames()).toIterable().containsExactly("faults", "sent", "predicted", "doubled", "lost",
                "deadLetters", "expectedDeadLetters", "championsPerLine", "auditWhole", "promotionsEqual",
                "longestOutageSeconds");
        assertThat(Files.readString(log)).contains(" killed", " stopped for ", "bad record for ", "bad file for ");
        assertThat(report.path("faults").asInt()).isGreaterThan(10);
        assertThat(report.path("sent").asInt()).isGreaterThan(100);
        assertThat(report.path("predicted").asInt() + report.path("lost").asInt())
                .isEqualTo(report.path("sent").asInt());
        assertThat(report.path("longestOutageSeconds").asDouble()).isBetween(1.0, 240.0);
    }

    @Test
    void everyBatchThatKafkaHasIsPredicted() {
        assertThat(report.path("lost").asInt()).isZero();
    }

    @Test
    void everyBadRecordIsADeadLetter() throws IOException {
        assertThat(report.path("expectedDeadLetters").asInt()).isPositive();
        // a killed service may write one of them again
        assertThat(report.path("deadLetters").asInt())
                .isGreaterThanOrEqualTo(report.path("expectedDeadLetters").asInt());
        assertThat(Files.readString(log)).contains("; 0 bad records have none,", "; 0 are of good batches");
    }

    @Test
    void eachLineHasOneChampion() {
        assertThat(report.path("championsPerLine").size()).isEqualTo(2);
        assertThat(report.path("championsPerLine")).allSatisfy(
                champions -> assertThat(champions.asInt()).isEqualTo(1));
    }

    @Test
    void theAuditIsWhole() {
        assertThat(report.path("auditWhole").asBoolean()).isTrue();
    }

    @Test
    void tableAndTopicHaveTheSamePromotions() {
        assertThat(report.path("promotionsEqual").asBoolean()).isTrue();
    }

    @Test
    void theExitCodeSaysThatNothingWasMissed() throws IOException {
        assertThat(exitCode).as(Files.readString(log)).isZero();
    }
}
