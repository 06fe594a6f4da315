package io.crossline.local.chaos;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

import io.crossline.contracts.ModelPromoted;

/**
 * One line's promotions in the two places that tell of them.
 *
 * @param table oldest first, as the evaluation service answers from its database
 * @param topic oldest first, as they stand on {@code models.promoted}
 */
public record Promotions(List<ModelPromoted> table, List<ModelPromoted> topic) {

    /** @param newestFirst as the evaluation service answers */
    public static Promotions of(List<ModelPromoted> newestFirst, List<ModelPromoted> topic) {
        List<ModelPromoted> table = new ArrayList<>(newestFirst);
        Collections.reverse(table);
        return new Promotions(List.copyOf(table), List.copyOf(topic));
    }

    /** Whether both have the same ones in the same order and end alike. On the topic, one may be told again. */
    public boolean equal() {
        List<ModelPromoted> told = topic.stream().map(Promotions::toMillis).toList();
        List<ModelPromoted> kept = table.stream().map(Promotions::toMillis).toList();
        return List.copyOf(new LinkedHashSet<>(told)).equals(kept) && last(told).equals(last(kept));
    }

    /** In words, for people; empty where they are equal. */
    public String difference() {
        if (equal()) {
            return "";
        }
        return "the table has %d and ends with %s, the topic has %d and ends with %s".formatted(table.size(),
                text(table), topic.size(), text(topic));
    }

    private static String text(List<ModelPromoted> promotions) {
        return promotions.isEmpty()
                ? "none"
                : "%s of %s".formatted(last(promotions).get(0).modelVersion(), last(promotions).get(0).at());
    }

    private static List<ModelPromoted> last(List<ModelPromoted> promotions) {
        return promotions.subList(Math.max(0, promotions.size() - 1), promotions.size());
    }

    private static ModelPromoted toMillis(ModelPromoted promoted) {
        return new ModelPromoted(promoted.line(), promoted.modelVersion(), promoted.previousModel(), promoted.by(),
                promoted.reason(), promoted.at().truncatedTo(ChronoUnit.MILLIS));
    }
}
