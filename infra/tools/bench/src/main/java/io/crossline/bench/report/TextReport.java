package io.crossline.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.crossline.bench.floor.Rates;
import io.crossline.bench.row.Floors;
import io.crossline.bench.row.Result;
import io.crossline.bench.row.Side;

/** A report as text for people. */
public final class TextReport {

    private TextReport() {}

    /** The table, with a head that says how to read it. */
    public static String of(Report report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "ours", "peer", "unit", "ratio", "bar", "", "first step s", "peak MiB", "peer MiB"));
        report.results().forEach(result -> rows.add(row(result)));
        return """
                %s
                Threads: %d. Medians of %d rounds in turns.
                Peer: %s; for the rows stream-*, the same work without Kafka.
                Ratio: our time / the peer's time, also where the unit is images/s; smaller is better.

                %s""".formatted(report.machine(), report.threads(), report.rounds(),
                report.peer() == null ? "none" : report.peer(), Table.of(rows));
    }

    /** The second table: what the machine allows. */
    public static String floors(Report report) {
        Rates rates = report.rates();
        if (rates == null) {
            return "Floors: none; only training steps and inference have them.";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "ours", "arithmetic", "bytes", "unit", "ours / floor"));
        report.results().stream().filter(result -> result.floors() != null).forEach(result -> rows.add(floor(result)));
        return String.format(Locale.ROOT, """
                Floors: at %.1f GFLOP/s of a matrix product or convolution, and %.1f GB/s of a copy.

                %s""", rates.operationsPerSecond() / 1e9, rates.bytesPerSecond() / 1e9, Table.of(rows));
    }

    private static List<String> row(Result result) {
        Side ours = result.ours();
        Side peer = result.peer();
        return List.of(result.row().id(), Numbers.of(ours.median()), peer == null ? "-" : Numbers.of(peer.median()),
                result.row().unit().text(), Numbers.ratio(result.ratio()), Numbers.ratio(result.row().bar()),
                result.met() == null ? "" : result.met() ? "met" : "missed", Numbers.of(ours.firstStepSeconds()),
                Numbers.mebibytes(ours.peakMemoryBytes()),
                peer == null ? "-" : Numbers.mebibytes(peer.peakMemoryBytes()));
    }

    private static List<String> floor(Result result) {
        Floors floors = result.floors();
        double ours = result.ours().median();
        return List.of(result.row().id(), Numbers.of(ours), Numbers.of(floors.arithmetic()),
                Numbers.of(floors.bytes()), result.row().unit().text(),
                Numbers.ratio(floors.times(result.row().unit(), ours)));
    }
}
