package io.crossline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.embedded.FreePort;

class ServiceProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void aChildThatDiesWhileItStartsIsNamedWithItsExitCodeAndLastWords() throws IOException {
        ServiceProcess child = ServiceProcess.start(start("die", "3"), directory);

        assertThatThrownBy(() -> child.awaitReady(PATIENCE, () -> {
        })).isInstanceOf(ChildDeathException.class).hasMessageContaining("camera ended with exit code 3")
                .hasMessageContaining("cannot open the shutter").hasMessageContaining("camera.log");
    }

    @Test
    void aChildThatDiesLaterIsReported() throws Exception {
        // Given a ready child
        ServiceProcess child = ready();
        ProcessHandle process = new PidFile(directory, "camera").running().orElseThrow();

        // When it is killed
        process.destroyForcibly();

        // Then its death says how
        ChildDeath death = child.death().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(death.describe()).startsWith("camera ended with exit code 137 (killed;");
        assertThat(new PidFile(directory, "camera").running()).isEmpty();
    }

    @Test
    void stopsInOrderAndLeavesNoPidFile() throws Exception {
        ServiceProcess child = ready();

        child.stop(PATIENCE);

        assertThat(child.death().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).exitCode()).isEqualTo(143);
        assertThat(directory.resolve("camera.pid")).doesNotExist();
    }

    @Test
    void theNextStartReapsWhatAKilledLauncherLeft() throws Exception {
        // Given a child whose launcher has forgotten it
        ServiceProcess child = ready();

        // When leftovers are looked for
        List<String> reaped = Leftovers.reap(directory, PATIENCE);

        // Then it is stopped
        assertThat(reaped).containsExactly("camera");
        assertThat(child.death().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).exitCode()).isNotZero();
        assertThat(Leftovers.reap(directory, PATIENCE)).isEmpty();
    }

    @Test
    void aPidThatBelongsToAnotherProgramByNowIsLeftAlone() throws Exception {
        // Given a pid file that names a process which began at another time
        ServiceProcess child = ready();
        Path pidFile = directory.resolve("camera.pid");
        Files.write(pidFile, List.of(Files.readAllLines(pidFile).get(0), "2020-01-01T00:00:00Z"));

        // When leftovers are looked for
        List<String> reaped = Leftovers.reap(directory, PATIENCE);

        // Then the process lives
        assertThat(reaped).isEmpty();
        assertThat(child.death()).isNotDone();
        child.stop(PATIENCE);
    }

    private ServiceProcess ready() throws IOException, InterruptedException {
        ServiceProcess child = ServiceProcess.start(start("serve", Integer.toString(FreePort.any())), directory);
        child.awaitReady(PATIENCE, () -> {
        });
        return child;
    }

    private ServiceStart start(String mode, String argument) {
        return new ServiceStart("camera", ChildProgram.command(mode, argument), Map.of(),
                directory.resolve("camera.log"),
                URI.create("http://localhost:" + (mode.equals("serve") ? argument : "1") + "/ready"));
    }
}
