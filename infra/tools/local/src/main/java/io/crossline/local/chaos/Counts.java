package io.crossline.local.chaos;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of what was sent.
 *
 * @param sent batches that Kafka acknowledged
 * @param predicted those with one prediction or more
 * @param doubled those with two predictions or more
 * @param contradicted those whose predictions have different event ids, so that a reader cannot tell that they are the same
 * @param lost those without a prediction
 * @param deadLetters records on the dead-letter topic
 * @param expectedDeadLetters bad records that Kafka acknowledged
 * @param withoutDeadLetter bad records that have none
 * @param manyDeadLetters bad records that have more than one
 * @param goodDeadLetters dead letters of good batches
 * @param badPredicted bad records with a prediction
 */
public record Counts(int sent, int predicted, int doubled, List<Sent> contradicted, List<Sent> lost, int deadLetters,
        int expectedDeadLetters, int withoutDeadLetter, int manyDeadLetters, int goodDeadLetters, int badPredicted) {

    /**
     * @param sent good batches
     * @param predictions all of the topic; those of other records do not count
     * @param bad where the bad records are
     * @param deadLetters a place for each dead letter: that of the record that it was
     */
    public static Counts of(Collection<Sent> sent, Collection<Prediction> predictions, Collection<Place> bad,
            Collection<Place> deadLetters) {
        Map<Place, List<String>> ids = predictions.stream().collect(
                Collectors.groupingBy(Prediction::of, Collectors.mapping(Prediction::eventId, Collectors.toList())));
        Map<Place, Long> letters = deadLetters.stream()
                .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        Set<Place> good = sent.stream().map(Sent::place).collect(Collectors.toSet());
        List<Sent> lost = sent.stream().filter(each -> !ids.containsKey(each.place())).toList();
        return new Counts(sent.size(), sent.size() - lost.size(), count(good, place -> all(ids, place).size() > 1),
                sent.stream().filter(each -> new HashSet<>(all(ids, each.place())).size() > 1).toList(), lost,
                deadLetters.size(), bad.size(),
                count(bad, place -> !letters.containsKey(place)),
                count(bad, place -> letters.getOrDefault(place, 0L) > 1),
                count(deadLetters, good::contains), count(bad, ids::containsKey));
    }

    /** Whether every batch is predicted and every bad record has a dead letter. */
    public boolean complete() {
        return lost.isEmpty() && withoutDeadLetter == 0;
    }

    private static List<String> all(Map<Place, List<String>> ids, Place place) {
        return ids.getOrDefault(place, List.of());
    }

    private static int count(Collection<Place> places, java.util.function.Predicate<Place> which) {
        return (int) places.stream().filter(which).count();
    }
}
