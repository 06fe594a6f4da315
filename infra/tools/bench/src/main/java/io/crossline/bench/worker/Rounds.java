package io.crossline.bench.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.function.DoubleSupplier;

/** The worker's end of the line protocol that {@link io.crossline.bench.process.Contestant} describes. */
final class Rounds {

    private final BufferedReader in;
    private final PrintStream out;

    Rounds(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** The first step is done. */
    void first() {
        say("first");
    }

    /** All is warm. */
    void ready() {
        say("ready");
    }

    /** Waits for the next round; false if there is none. */
    boolean next() {
        try {
            return "run".equals(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answer(double number) {
        say("= " + number);
    }

    /** Once to warm up, then for each round. */
    void each(DoubleSupplier round) {
        round.getAsDouble();
        first();
        ready();
        while (next()) {
            answer(round.getAsDouble());
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
