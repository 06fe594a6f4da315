package io.crossline.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.local.Output;

class ProgressBoardTest {

    @Test
    void inAPipeARowIsALineWhenItStartsComesATenthFurtherAndEnds() {
        Output output = new Output();
        try (ProgressBoard board = new ProgressBoard(output.pipe(), "train dann")) {
            ProgressRow row = board.row("train dann");
            for (int percent = 0; percent <= 25; percent++) {
                row.running(percent / 100.0, "epoch 1/4");
            }
            row.done("dann-12345678 in 12 s");
        }

        assertThat(output.text().lines()).containsExactly("  train dann    0 %  epoch 1/4",
                "  train dann   10 %  epoch 1/4",
                "  train dann   20 %  epoch 1/4", "  train dann  dann-12345678 in 12 s");
    }

    @Test
    void onAScreenTheRowsAreRewrittenInPlaceWithBars() {
        Output output = new Output();
        try (ProgressBoard board = new ProgressBoard(output.screen(), "a", "b")) {
            board.row("a").running(0.5, "half");
            board.row("b").failed("broken");
        }

        assertThat(output.text()).contains("████████████").contains(" 50 %  half").contains("\u001B[1A")
                .contains("✘ broken");
    }

    @Test
    void aLineIsWrittenAboveTheRows() {
        Output output = new Output();
        try (ProgressBoard board = new ProgressBoard(output.screen(), "windows")) {
            board.row("windows").running(0.5, "12 of 24");
            board.line("window 12: the lamp is changed");
        }
        Output pipe = new Output();
        try (ProgressBoard board = new ProgressBoard(pipe.pipe(), "windows")) {
            board.line("window 12: the lamp is changed");
        }

        assertThat(output.text()).containsSubsequence("12 of 24", "\u001B[1A", "window 12: the lamp is changed",
                "12 of 24");
        assertThat(pipe.text().lines()).containsExactly("window 12: the lamp is changed");
    }

    @Test
    void noColorIsRespected() {
        Terminal terminal = Terminal.of(System.out, Map.of("CROSSLINE_TTY", "true", "TERM", "xterm", "NO_COLOR", "1"));

        assertThat(terminal.interactive()).isTrue();
        assertThat(terminal.red("text")).isEqualTo("text");
    }
}
