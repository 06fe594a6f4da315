package io.crossline.bench.report;

import java.util.List;

import io.crossline.bench.floor.Rates;
import io.crossline.bench.row.Result;

/**
 * All that a run gave.
 *
 * @param machine in words
 * @param peer PyTorch in words, or null where it is not installed
 * @param threads of the numerics on both sides
 * @param rates null where no row with floors was measured
 */
public record Report(String machine, String peer, int threads, int rounds, Rates rates, List<Result> results) {

    public Report {
        results = List.copyOf(results);
    }
}
