package io.crossline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.embedded.FreePort;

class ServiceProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void aChildThatEndsIsNamedWithItsExitCodeAndLastWords() throws IOException {
        ServiceProcess child = ServiceProcess.start(start("die", "3"), directory);

        await().atMost(PATIENCE).until(() -> !child.isAlive());
        assertThat(child.death()).contains("camera ended with exit code 3", "cannot open the shutter", "camera.log");
    }

    @Test
    void aChildThatIsKilledSaysHow() throws Exception {
        // Given a ready child
        ServiceProcess child = ready();
        ProcessHandle process = new PidFile(directory, "camera").running().orElseThrow();
        assertThat(process.pid()).isEqualTo(child.pid());

        // When it is killed
        process.destroyForcibly();

        // Then its death says how
        await().atMost(PATIENCE).until(() -> !child.isAlive());
        assertThat(child.death()).startsWith("camera ended with exit code 137 (killed;");
        assertThat(new PidFile(directory, "camera").running()).isEmpty();
    }

    @Test
    void stopsInOrderAndLeavesNoPidFile() throws Exception {
        ServiceProcess child = ready();

        child.stop(PATIENCE);

        assertThat(child.death()).contains("exit code 143");
        assertThat(directory.resolve("camera.pid")).doesNotExist();
    }

    @Test
    void aLogOfTheRunBeforeIsKeptUnlessThePartSeesToItItself() throws Exception {
        Path log = directory.resolve("camera.log");
        Files.writeString(log, "before\n");

        ServiceProcess.start(new ServiceStart("camera", ChildProgram.command("die", "3"), Map.of(), log, true,
                pid -> false, pid -> false), directory);
        await().atMost(PATIENCE).until(() -> Files.readString(log).contains("shutter"));
        assertThat(log).content().startsWith("before");

        ServiceProcess.start(start("die", "3"), directory);
        await().atMost(PATIENCE).until(() -> Files.readString(log).contains("shutter"));
        assertThat(log).content().doesNotContain("before");
        assertThat(directory.resolve("camera.log.1")).content().startsWith("before");
    }

    @Test
    void aReadyFileCountsForTheProcessThatWroteIt() throws IOException {
        ReadyFile ready = new ReadyFile(directory.resolve("kafka.ready"));

        assertThat(ready.holds(7)).isFalse();
        Files.writeString(ready.file(), "7\n");
        assertThat(ready.holds(7)).isTrue();
        assertThat(ready.holds(8)).isFalse();
    }

    @Test
    void theNextStartReapsWhatAKilledLauncherLeft() throws Exception {
        // Given a child whose launcher has forgotten it
        ServiceProcess child = ready();

        // When leftovers are looked for
        List<String> others = Leftovers.reap(directory, part -> part.equals("kafka"), PATIENCE);
        List<String> reaped = Leftovers.reap(directory, part -> true, PATIENCE);

        // Then it is stopped, where its name is asked for
        assertThat(others).isEmpty();
        assertThat(reaped).containsExactly("camera");
        assertThat(child.isAlive()).isFalse();
        assertThat(Leftovers.reap(directory, part -> true, PATIENCE)).isEmpty();
    }

    @Test
    void aPidThatBelongsToAnotherProgramByNowIsLeftAlone() throws Exception {
        // Given a pid file that names a process which began at another time
        ServiceProcess child = ready();
        Path pidFile = directory.resolve("camera.pid");
        Files.write(pidFile, List.of(Files.readAllLines(pidFile).get(0), "2020-01-01T00:00:00Z"));

        // When leftovers are looked for
        List<String> reaped = Leftovers.reap(directory, part -> true, PATIENCE);

        // Then the process lives
        assertThat(reaped).isEmpty();
        assertThat(child.isAlive()).isTrue();
        child.stop(PATIENCE);
    }

    private ServiceProcess ready() throws IOException, InterruptedException {
        ServiceProcess child = ServiceProcess.start(start("serve", Integer.toString(FreePort.any())), directory);
        await().atMost(PATIENCE).until(child::isReady);
        return child;
    }

    private ServiceStart start(String mode, String argument) {
        URI ready = URI.create("http://localhost:" + (mode.equals("serve") ? argument : "1") + "/ready");
        return new ServiceStart("camera", ChildProgram.command(mode, argument), Map.of(),
                directory.resolve("camera.log"), false, pid -> Readiness.isReady(ready),
                pid -> Readiness.answers(ready));
    }
}
