package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.local.supervise.PartState;
import io.crossline.local.supervise.PartStatus;
import io.crossline.local.supervise.Standing;

/** A shell that writes dots stands for a part. */
@EnabledOnOs(OS.LINUX)
class PartSignalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path dots;
    private Process part;
    private PartSignals signals;

    @BeforeEach
    void aPartThatRuns() throws IOException {
        dots = folder.resolve("dots");
        part = new ProcessBuilder("sh", "-c", "while true; do printf . >> '" + dots + "'; sleep 0.05; done").start();
        Path parts = folder.resolve("parts.json");
        new Standing(1, Instant.now(), "", List.of(status("ingest", part.pid()), status("training", null)))
                .write(parts);
        signals = new PartSignals(parts);
    }

    @AfterEach
    void end() throws Exception {
        signals.thawAll();
        part.destroyForcibly().waitFor();
    }

    @Test
    void aStoppedPartStandsStillUntilItGoesOn() throws Exception {
        await().atMost(PATIENCE).until(() -> dots() > 0);

        assertThat(signals.freeze("ingest")).isTrue();
        await().atMost(PATIENCE).until(() -> state(part.pid()).equals("T"));
        assertThat(signals.anyFrozen()).isTrue();

        signals.thaw("ingest");
        long before = dots();
        await().atMost(PATIENCE).until(() -> dots() > before);
        assertThat(signals.anyFrozen()).isFalse();
    }

    @Test
    void aKilledPartIsGone() throws Exception {
        assertThat(signals.kill("ingest")).isTrue();

        assertThat(part.waitFor()).isEqualTo(137);
    }

    @Test
    void aPartThatDoesNotRunIsLeftAlone() throws Exception {
        assertThat(signals.kill("training")).isFalse();
        assertThat(signals.freeze("training")).isFalse();
        assertThat(signals.kill("nobody")).isFalse();
    }

    private long dots() throws IOException {
        return Files.exists(dots) ? Files.size(dots) : 0;
    }

    /** One letter: T is stopped. */
    private static String state(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
    }

    private static PartStatus status(String part, Long pid) {
        return new PartStatus(part, PartState.UP, pid, 0, Instant.now(), "");
    }
}
