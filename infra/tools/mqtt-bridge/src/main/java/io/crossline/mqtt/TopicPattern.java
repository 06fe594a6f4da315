package io.crossline.mqtt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.crossline.contracts.InvalidFieldException;

/**
 * A topic whose levels {@code {line}}, {@code {partId}} and {@code {capturedAt}} say which picture it is, such as {@code plant/cameras/{line}/{partId}}; {@code +}
 * is a level that may be anything. Only {@code {line}} must be there.
 */
final class TopicPattern {

    private static final String LINE = "{line}";
    private static final String PART_ID = "{partId}";
    private static final String CAPTURED_AT = "{capturedAt}";
    private static final String ANY = "+";

    private final List<String> levels;

    private TopicPattern(List<String> levels) {
        this.levels = levels;
    }

    /** @throws InvalidFieldException for field {@code crossline.mqtt.topic} */
    static TopicPattern parse(String text) {
        List<String> levels = Arrays.asList(text.split("/", -1));
        for (String name : List.of(LINE, PART_ID, CAPTURED_AT)) {
            long times = levels.stream().filter(name::equals).count();
            if (times > 1 || times == 0 && name.equals(LINE)) {
                throw invalid(text);
            }
        }
        if (levels.stream().anyMatch(level -> !isPlace(level) && level.matches(".*[#+{}].*"))) {
            throw invalid(text);
        }
        return new TopicPattern(levels);
    }

    private static InvalidFieldException invalid(String text) {
        return new InvalidFieldException("crossline.mqtt.topic", "is '" + text
                + "', expected levels such as cameras/{line}/{partId}: {line} once, {partId} and {capturedAt} at most once, + for any level");
    }

    private static boolean isPlace(String level) {
        return level.equals(ANY) || isNamed(level);
    }

    private static boolean isNamed(String level) {
        return List.of(LINE, PART_ID, CAPTURED_AT).contains(level);
    }

    /** What to subscribe to. */
    String filter() {
        return String.join("/", levels.stream().map(level -> isNamed(level) ? ANY : level).toList());
    }

    /**
     * What a topic says.
     *
     * @param partId or null where the pattern has none, as {@code capturedAt}
     */
    record Names(String line, String partId, String capturedAt) {}

    /** Empty where the topic is of another pattern. */
    Optional<Names> names(String topic) {
        List<String> given = Arrays.asList(topic.split("/", -1));
        boolean fits = given.size() == levels.size() && IntStream.range(0, levels.size())
                .allMatch(i -> isPlace(levels.get(i)) || levels.get(i).equals(given.get(i)));
        return !fits ? Optional.empty() : Optional.of(names(given));
    }

    private Names names(List<String> given) {
        return new Names(level(given, LINE), level(given, PART_ID), level(given, CAPTURED_AT));
    }

    private String level(List<String> given, String name) {
        int index = levels.indexOf(name);
        return index < 0 ? null : given.get(index);
    }
}
