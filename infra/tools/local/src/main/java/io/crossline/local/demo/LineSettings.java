package io.crossline.local.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.local.UserError;
import io.crossline.local.rest.RestClient;

/**
 * What the user knows of the target line.
 *
 * @param expectedMix how often each class occurs there, or null
 * @param goodClass the class of parts without a defect, or null
 * @param turns whether a part that is mirrored or turned is still of its class
 */
public record LineSettings(ExpectedMix expectedMix, String goodClass, boolean turns) {

    /** Of a line of which nothing is told. */
    public static final LineSettings NONE = new LineSettings(null, null, true);

    private static final String MIX = "--expected-mix";
    private static final String GOOD = "--good-class";
    private static final String NO_TURNS = "--no-turns";

    /**
     * @param expectedMix as given to {@code --expected-mix}, or null
     * @param goodClass as given to {@code --good-class}, or null
     * @param turns whether {@code --no-turns} is not given
     * @throws UserError if one is no such text
     */
    public static LineSettings parse(String expectedMix, String goodClass, boolean turns) {
        if (goodClass != null && goodClass.isBlank()) {
            throw new UserError(GOOD + " is empty: expected the name of a class.");
        }
        try {
            return new LineSettings(expectedMix == null ? null : ExpectedMix.parse(expectedMix),
                    goodClass == null ? null : goodClass.strip(), turns);
        } catch (InvalidFieldException e) {
            throw notPossible(MIX, expectedMix, e);
        }
    }

    /**
     * Sets for a line what is told of it; nothing where nothing is.
     *
     * @param classNames of the line, a JSON array of texts
     * @throws UserError if the settings name another class
     */
    public void tell(RestClient evaluation, String line, JsonNode classNames) throws InterruptedException {
        if (!equals(NONE)) {
            requireClasses(classNames);
            evaluation.put("/lines/" + line + "/settings", request());
        }
    }

    /** @throws UserError if the settings name a class that is not among {@code classNames}, a JSON array of texts */
    void requireClasses(JsonNode classNames) {
        List<String> names = StreamSupport.stream(classNames.spliterator(), false).map(JsonNode::asText).toList();
        if (goodClass != null && !names.contains(goodClass)) {
            throw new UserError("%s is '%s': the lines have the classes %s.".formatted(GOOD, goodClass, names));
        }
        try {
            if (expectedMix != null) {
                expectedMix.of(names);
            }
        } catch (InvalidFieldException e) {
            throw notPossible(MIX, expectedMix.toString(), e);
        }
    }

    /** The body of {@code PUT /lines/{line}/settings}. */
    ObjectNode request() {
        ObjectNode request = Json.mapper().createObjectNode();
        if (expectedMix != null) {
            request.put("expectedMix", expectedMix.toString());
        }
        if (goodClass != null) {
            request.put("goodClass", goodClass);
        }
        if (!turns) {
            request.put("turns", false);
        }
        String options = Stream
                .of(expectedMix == null ? "" : MIX, goodClass == null ? "" : GOOD, turns ? "" : NO_TURNS)
                .filter(option -> !option.isEmpty()).collect(Collectors.joining(" and "));
        return request.put("by", "demo").put("reason", "Told with " + options + ".");
    }

    private static UserError notPossible(String option, String text, InvalidFieldException reason) {
        return new UserError(
                "%s is '%s': %s; expected a text such as good=0.98 or 'good>=0.9'.".formatted(option, text,
                        reason.getMessage()),
                reason);
    }
}
