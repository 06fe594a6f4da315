package io.crossline.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.crossline.bench.floor.Rates;
import io.crossline.bench.row.Result;
import io.crossline.bench.row.Side;

/** A report as JSON has it. What there is not, is null. */
public final class JsonReport {

    private JsonReport() {}

    public static Map<String, Object> of(Report report) {
        Rates rates = report.rates();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", report.machine());
        json.put("peer", report.peer());
        json.put("threads", report.threads());
        json.put("rounds", report.rounds());
        json.put("operationsPerSecond", rates == null ? null : rates.operationsPerSecond());
        json.put("bytesPerSecond", rates == null ? null : rates.bytesPerSecond());
        json.put("rows", report.results().stream().map(JsonReport::row).toList());
        return json;
    }

    private static Map<String, Object> row(Result result) {
        Side ours = result.ours();
        Side peer = result.peer();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", result.row().id());
        row.put("ours", ours.median());
        row.put("peer", peer == null ? null : peer.median());
        row.put("unit", result.row().unit().text());
        row.put("ratio", result.ratio());
        row.put("bar", result.row().bar());
        row.put("met", result.met());
        row.put("floorArithmetic", result.floors() == null ? null : result.floors().arithmetic());
        row.put("floorBytes", result.floors() == null ? null : result.floors().bytes());
        row.put("firstStepSeconds", ours.firstStepSeconds());
        row.put("peerFirstStepSeconds", peer == null ? null : peer.firstStepSeconds());
        row.put("peakMemoryBytes", ours.peakMemoryBytes());
        row.put("peerPeakMemoryBytes", peer == null ? null : peer.peakMemoryBytes());
        row.put("rounds", rounds(ours, peer));
        return row;
    }

    private static List<Map<String, Object>> rounds(Side ours, Side peer) {
        List<Map<String, Object>> rounds = new ArrayList<>();
        for (int i = 0; i < ours.rounds().size(); i++) {
            Map<String, Object> round = new LinkedHashMap<>();
            round.put("ours", ours.rounds().get(i));
            round.put("peer", peer == null ? null : peer.rounds().get(i));
            rounds.add(round);
        }
        return rounds;
    }
}
