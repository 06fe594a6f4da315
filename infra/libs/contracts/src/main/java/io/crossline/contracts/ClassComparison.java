package io.crossline.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;

/**
 * The classes of a source and of a target, by their names: a target may lack some, have further ones, and have them in any order.
 *
 * @param common in the source's order; a model of the source is scored on the target's images of these
 * @param missing classes of the source that the target does not have
 * @param further classes of the target that the source does not have; a model of the source never answers with them
 * @param likely by a further class, the missing one that it is likely to mean, such as {@code good} for {@code Good}
 */
public record ClassComparison(List<String> common, List<String> missing, List<String> further,
        Map<String, String> likely) {

    public ClassComparison {
        common = List.copyOf(common);
        missing = List.copyOf(missing);
        further = List.copyOf(further);
        likely = new LinkedHashMap<>(likely);
    }

    public static ClassComparison of(List<String> source, List<String> target) {
        List<String> ours = ClassNames.normal(source);
        List<String> theirs = ClassNames.normal(target);
        List<String> missing = without(ours, theirs);
        List<String> further = without(theirs, ours);
        Map<String, String> likely = new LinkedHashMap<>();
        for (String name : further) {
            missing.stream().filter(other -> ClassNames.areAlike(name, other)).findFirst()
                    .ifPresent(other -> likely.put(name, other));
        }
        return new ClassComparison(without(ours, missing), missing, further, likely);
    }

    private static List<String> without(List<String> names, List<String> others) {
        List<String> left = new ArrayList<>(names);
        left.removeAll(others);
        return left;
    }

    /** Whether source and target have the same classes, in whatever order. */
    public boolean areSame() {
        return missing.isEmpty() && further.isEmpty();
    }

    /** What differs, and what follows from it, in sentences for people; null where nothing does. */
    @JsonProperty(access = Access.READ_ONLY)
    public String note() {
        if (areSame()) {
            return null;
        }
        List<String> sentences = new ArrayList<>();
        if (!missing.isEmpty()) {
            sentences.add("The target lacks " + quoted(missing) + ".");
        }
        if (!further.isEmpty()) {
            sentences.add("The target has " + quoted(further) + " besides, which no model of the source answers with.");
        }
        likely.forEach(
                (name, other) -> sentences.add("'%s' is likely to mean '%s': class names are compared letter by letter."
                        .formatted(name, other)));
        sentences.add(common.isEmpty()
                ? "No class is common to both."
                : "Accuracy on the target is measured on its images of " + quoted(common) + ".");
        return String.join(" ", sentences);
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }
}
