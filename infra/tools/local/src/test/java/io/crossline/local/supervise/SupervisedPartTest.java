package io.crossline.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedPartTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final List<FakePart> started = new ArrayList<>();
    private final List<String> deaths = new ArrayList<>();
    private Optional<String> obstacle = Optional.empty();
    private final SupervisedPart part = part(List.of());
    private Instant now = START;

    @Test
    void isUpWhenItIsReady() throws Exception {
        pass(0);
        assertThat(part.status().state()).isEqualTo(PartState.STARTING);
        assertThat(part.settled()).isFalse();

        newest().ready = true;
        pass(1);

        assertThat(part.status()).isEqualTo(new PartStatus("camera", PartState.UP, 1L, 0, now, ""));
        assertThat(part.settled()).isTrue();
    }

    @Test
    void comesBackAfterItsPause() throws Exception {
        // Given a part that is up
        up();

        // When it dies
        newest().alive = false;
        pass(1);

        // Then it waits for a second, is started again, and says how often
        assertThat(part.status().state()).isEqualTo(PartState.RESTARTING);
        assertThat(part.status().pid()).isNull();
        assertThat(part.status().detail()).isEqualTo("camera ended with exit code 1.");
        assertThat(deaths).containsExactly(newest().death());
        pass(0);
        assertThat(started).hasSize(1);
        pass(1);
        newest().ready = true;
        pass(1);
        assertThat(part.status()).isEqualTo(new PartStatus("camera", PartState.UP, 2L, 1, now, ""));
    }

    @Test
    void staysDownAfterFiveRestartsInTenMinutes() throws Exception {
        // Given a part that dies at once each time
        for (int second = 0; second < 60; second++) {
            pass(1);
            started.forEach(each -> each.alive = false);
        }

        // Then it was started six times in all, and never again
        assertThat(started).hasSize(6);
        assertThat(part.status().state()).isEqualTo(PartState.DOWN);
        assertThat(part.status().restarts()).isEqualTo(5);
        assertThat(part.status().detail())
                .isEqualTo("ended 6 times in 10 minutes and stays down. camera ended with exit code 1.");
        pass(10_000);
        assertThat(started).hasSize(6);
        assertThat(part.settled()).isTrue();
    }

    @Test
    void aProgramThatCannotBeStartedIsTriedAgain() throws Exception {
        SupervisedPart broken = new SupervisedPart("camera", () -> {
            throw new IOException("no such program");
        }, List.of(), Optional::empty, Duration.ofSeconds(180), true, (status, death) -> deaths.add(death));

        broken.tick(now);

        assertThat(broken.status().state()).isEqualTo(PartState.RESTARTING);
        assertThat(broken.status().detail()).isEqualTo("camera could not be started: no such program");
    }

    @Test
    void oneThatIsNotReadyInTimeIsLateAndMayStillGetReady() throws Exception {
        pass(0);
        pass(180);
        assertThat(part.status().state()).isEqualTo(PartState.STARTING);
        pass(1);
        assertThat(part.status().state()).isEqualTo(PartState.LATE);
        assertThat(part.status().detail()).isEqualTo("runs, but was not ready within 180 s");
        assertThat(part.settled()).isTrue();

        newest().ready = true;
        pass(600);

        assertThat(part.status().state()).isEqualTo(PartState.UP);
        assertThat(started).hasSize(1);
    }

    @Test
    void waitsForWhatItNeedsWithoutUsingUpItsRestarts() throws Exception {
        // Given a part that needs another one
        SupervisedPart robot = part(List.of(part));
        robot.tick(now);
        assertThat(robot.status().detail()).isEqualTo("waits for camera");
        assertThat(robot.settled()).isFalse();

        // When that is up, then it starts
        up();
        robot.tick(now);
        assertThat(robot.status().state()).isEqualTo(PartState.STARTING);

        // When both die, then it waits for the other again
        started.forEach(each -> each.alive = false);
        pass(1);
        robot.tick(now);
        now = now.plusSeconds(5);
        robot.tick(now);
        assertThat(robot.status().state()).isEqualTo(PartState.WAITING);
        assertThat(robot.status().restarts()).isZero();
    }

    @Test
    void waitsForAnObstacleToGo() throws Exception {
        obstacle = Optional.of("waits for room on the disk of /data");
        pass(0);
        assertThat(part.status().state()).isEqualTo(PartState.WAITING);
        assertThat(part.status().detail()).isEqualTo("waits for room on the disk of /data");

        obstacle = Optional.empty();
        pass(1000);
        assertThat(part.status().state()).isEqualTo(PartState.STARTING);
    }

    @Test
    void oneThatDoesNotAnswerIsSilentThenEndedAndStartedAgain() throws Exception {
        // Given a part that is up
        up();

        // When it answers no more, then it is silent after a minute
        newest().answers = false;
        pass(50);
        assertThat(part.status().state()).isEqualTo(PartState.UP);
        ask(5);
        assertThat(part.status().state()).isEqualTo(PartState.SILENT);
        assertThat(part.status().detail()).isEqualTo("runs, but has not answered for 60 s");

        // And ended after three, to be started again
        ask(11);
        assertThat(newest().alive).isTrue();
        ask(1);
        assertThat(newest().alive).isFalse();
        assertThat(part.status().state()).isEqualTo(PartState.RESTARTING);
        assertThat(deaths).containsExactly("camera had not answered for 180 s and was ended.");
        pass(1);
        assertThat(started).hasSize(2);
    }

    @Test
    void oneThatAnswersAgainIsUp() throws Exception {
        // Given a part that is silent
        up();
        newest().answers = false;
        ask(7);
        assertThat(part.status().state()).isEqualTo(PartState.SILENT);

        // When it answers
        newest().answers = true;
        ask(1);

        // Then it is up, and the same process
        assertThat(part.status()).isEqualTo(new PartStatus("camera", PartState.UP, 1L, 0, now, "answers again"));
    }

    @Test
    void aSleepOfTheMachineMakesNoPartSilent() throws Exception {
        up();
        newest().answers = false;

        pass(100_000);

        assertThat(part.status().state()).isEqualTo(PartState.UP);
    }

    @Test
    void oneThatStaysDownIsStartedOnRequestAndItsRestartsAreCountedAnew() throws Exception {
        // Given a part that has ended too often
        for (int second = 0; second < 60; second++) {
            pass(1);
            started.forEach(each -> each.alive = false);
        }
        assertThat(part.status().state()).isEqualTo(PartState.DOWN);

        // When somebody asks for it
        part.restart(now, Duration.ofSeconds(1));
        up();

        // Then it is up, and an end is followed by a restart as ever
        assertThat(part.status().state()).isEqualTo(PartState.UP);
        newest().alive = false;
        pass(1);
        assertThat(part.status().state()).isEqualTo(PartState.RESTARTING);
    }

    @Test
    void oneThatRunsIsEndedAndStartedOnRequest() throws Exception {
        up();
        FakePart before = newest();

        part.restart(now, Duration.ofSeconds(1));
        up();

        assertThat(before.alive).isFalse();
        assertThat(part.status().pid()).isEqualTo(2L);
    }

    @Test
    void isNotStartedAgainOnceItIsStopped() throws Exception {
        up();

        part.stop(Duration.ofSeconds(1));
        pass(100);

        assertThat(newest().alive).isFalse();
        assertThat(started).hasSize(1);
        assertThat(part.status().state()).isEqualTo(PartState.STOPPED);
    }

    @Test
    void theStandingIsReadAsItWasWritten(@TempDir Path directory) throws Exception {
        up();
        Standing standing = new Standing(4711, START, "The disk is full.", List.of(part.status()));
        Path file = directory.resolve("parts.json");

        assertThat(Standing.read(file)).isEmpty();
        standing.write(file);

        assertThat(Standing.read(file)).contains(standing);
        assertThat(standing.of("camera")).contains(part.status());
        Standing.overwrite(file, "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("{}");
        standing.write(file);
        assertThat(file).content().contains("\"state\":\"up\"", "\"pid\":1", "\"restarts\":0", "\"launcher\":4711");
    }

    private void up() throws InterruptedException {
        pass(0);
        newest().ready = true;
        pass(1);
    }

    private void pass(long seconds) throws InterruptedException {
        now = now.plusSeconds(seconds);
        part.tick(now);
    }

    private FakePart newest() {
        return started.get(started.size() - 1);
    }

    private void ask(int questions) throws InterruptedException {
        for (int i = 0; i < questions; i++) {
            pass(Silence.PAUSE.toSeconds());
        }
    }

    private SupervisedPart part(List<SupervisedPart> needs) {
        return new SupervisedPart("camera", () -> {
            started.add(new FakePart(started.size() + 1L));
            return newest();
        }, needs, () -> obstacle, Duration.ofSeconds(180), true, (status, death) -> {
            if (!death.isEmpty()) {
                deaths.add(death);
            }
        });
    }
}
