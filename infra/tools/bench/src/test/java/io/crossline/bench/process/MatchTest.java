package io.crossline.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchTest {

    private static final int ENDLESS = 1000;

    @TempDir
    Path folder;

    @Test
    void givenTwoSides_whenTheyPlay_thenTheyTakeTurnsAndEnd() throws IOException {
        // given
        Path turns = folder.resolve("turns");
        Match.Sides sides;
        // when
        try (MeasuredProcess ours = start("ours", 10, turns, ENDLESS);
                MeasuredProcess peer = start("peer", 5, turns, ENDLESS)) {
            sides = Match.play(ours, peer, 3);
        }
        // then
        assertThat(Files.readAllLines(turns)).containsExactly("ours", "peer", "ours", "peer", "ours", "peer",
                "peer ends", "ours ends");
        assertThat(sides.ours().rounds()).containsExactly(10.0, 20.0, 30.0);
        assertThat(sides.ours().median()).isEqualTo(20);
        assertThat(sides.peer().median()).isEqualTo(10);
        assertThat(sides.ours().firstStepSeconds()).isPositive();
    }

    @Test
    void givenNoPeer_whenOursPlays_thenThereIsNoOtherSide() {
        // given
        try (MeasuredProcess ours = start("ours", 10, folder.resolve("turns"), ENDLESS)) {
            // when
            Match.Sides sides = Match.play(ours, null, 2);
            // then
            assertThat(sides.ours().median()).isEqualTo(15);
            assertThat(sides.peer()).isNull();
        }
    }

    @Test
    void givenASideThatFails_whenItIsAsked_thenItsErrorIsTold() {
        // given
        try (MeasuredProcess ours = start("Our side", 10, folder.resolve("turns"), 0)) {
            // when, then
            assertThatThrownBy(ours::run).isInstanceOf(ContestantException.class)
                    .hasMessageStartingWith("Our side ended before its time: ").hasMessageContaining("no more");
        }
    }

    @Test
    void givenAProgramThatIsNotThere_whenItStarts_thenThatIsTold() {
        // given
        List<String> command = List.of(folder.resolve("nothing").toString());
        // when, then
        assertThatThrownBy(() -> MeasuredProcess.start("The peer", command, Map.of(), folder))
                .isInstanceOf(ContestantException.class).hasMessageStartingWith("The peer did not start: ");
    }

    @Test
    void givenAStatusFile_whenItIsRead_thenThePeakIsInBytes() {
        // given
        List<String> status = List.of("Name:\tjava", "VmPeak:\t 9999 kB", "VmHWM:\t   2048 kB", "VmRSS:\t  1 kB");
        // when, then
        assertThat(PeakMemory.parse(status)).isEqualTo(2048L * 1024);
        assertThat(PeakMemory.parse(List.of("Name:\tjava"))).isNull();
    }

    private MeasuredProcess start(String name, double number, Path turns, int rounds) {
        return MeasuredProcess.start(name, FakeSide.command(name, number, turns, rounds), Map.of(), folder);
    }
}
