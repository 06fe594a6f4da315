package io.crossline.bench.accuracy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.crossline.bench.report.Table;
import io.crossline.monitoring.gate.ValidatorScore;

/**
 * How often each validator was right about which of two models is better on the target, whose labels it did not see. Pairs whose balanced
 * accuracies differ by less than a point are left out: either vote would do.
 */
final class Votes {

    private static final double LEAST_DIFFERENCE = 0.01;

    private final Map<String, Tally> byValidator = new LinkedHashMap<>();

    /** Votes on so many pairs; those that are neither right nor wrong were for neither model. */
    private static final class Tally {

        private int pairs;
        private int right;
        private int wrong;
    }

    /**
     * @param scores of the validators on a champion and a candidate
     * @param champion true balanced accuracy on the target, 0 to 1
     * @param candidate likewise
     */
    void add(List<ValidatorScore> scores, double champion, double candidate) {
        if (Math.abs(champion - candidate) < LEAST_DIFFERENCE) {
            return;
        }
        ValidatorScore.Vote better = candidate > champion
                ? ValidatorScore.Vote.CANDIDATE
                : ValidatorScore.Vote.CHAMPION;
        for (ValidatorScore score : scores) {
            Tally tally = byValidator.computeIfAbsent(score.name(), name -> new Tally());
            tally.pairs++;
            tally.right += score.vote() == better ? 1 : 0;
            tally.wrong += score.vote() != better && score.vote() != ValidatorScore.Vote.NONE ? 1 : 0;
        }
    }

    /** Empty where no two models differ. */
    String table() {
        if (byValidator.isEmpty()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("validator", "pairs", "right", "wrong", "for neither"));
        byValidator.forEach(
                (name, tally) -> rows.add(List.of(name, Integer.toString(tally.pairs), share(tally.right, tally),
                        share(tally.wrong, tally), share(tally.pairs - tally.right - tally.wrong, tally))));
        return Table.of(rows);
    }

    private static String share(int part, Tally tally) {
        return "%.2f".formatted((double) part / tally.pairs);
    }

    List<Map<String, Object>> json() {
        List<Map<String, Object>> json = new ArrayList<>();
        byValidator.forEach((name, tally) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("validator", name);
            row.put("pairs", tally.pairs);
            row.put("right", tally.right);
            row.put("wrong", tally.wrong);
            json.add(row);
        });
        return json;
    }
}
