package io.crossline.contracts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What people know about how often each class occurs on a line, such as {@code good=0.98} or {@code good>=0.9,scratch<=0.05}.
 * Classes that it does not name may have any share that is left. In JSON it is that text.
 *
 * @param bounds of the named classes' shares, by class name, in the order in which they were named; at least one
 */
public record ExpectedMix(Map<String, Share> bounds) {

    /**
     * Bounds of a class's share of all images.
     *
     * @param least 0 to 1
     * @param most {@code least} to 1
     */
    public record Share(double least, double most) {

        private static final Share ANY = new Share(0, 1);

        public Share {
            Require.that(least >= 0 && least <= most && most <= 1, "expectedMix",
                    "has a share of " + least + " to " + most + ", expected 0 <= least <= most <= 1");
        }

        private Share and(Share other) {
            return new Share(Math.max(least, other.least), Math.min(most, other.most));
        }
    }

    private static final String FIELD = "expectedMix";
    private static final Pattern TERM = Pattern.compile("(?<name>.+?)\\s*(?<relation>>=|<=|=)\\s*(?<share>[0-9.eE-]+)");
    /** Shares that people round may miss 1 by so much. */
    private static final double ROUNDING = 1e-6;

    public ExpectedMix {
        bounds = normal(Require.present(FIELD, bounds));
        Require.that(!bounds.isEmpty(), FIELD, "is empty, expected a text such as good=0.98 or good>=0.9");
        double least = bounds.values().stream().mapToDouble(Share::least).sum();
        Require.that(least <= 1 + ROUNDING, FIELD, "has shares of at least " + least + " in all, expected at most 1");
    }

    /**
     * @param text terms {@code CLASS=SHARE}, {@code CLASS>=SHARE} or {@code CLASS<=SHARE}, separated by commas; a share is 0 to 1
     * @throws InvalidFieldException if it is no such text
     */
    @JsonCreator
    public static ExpectedMix parse(String text) {
        Map<String, Share> bounds = new LinkedHashMap<>();
        for (String term : Require.text(FIELD, text).split(",")) {
            Matcher matcher = TERM.matcher(term.strip());
            Require.that(matcher.matches(), FIELD,
                    "has the term '" + term.strip() + "', expected CLASS=SHARE, CLASS>=SHARE or CLASS<=SHARE");
            double share = share(matcher.group("share"), term);
            bounds.merge(matcher.group("name"), switch (matcher.group("relation")) {
                case ">=" -> new Share(share, 1);
                case "<=" -> new Share(0, share);
                default -> new Share(share, share);
            }, Share::and);
        }
        return new ExpectedMix(bounds);
    }

    private static Map<String, Share> normal(Map<String, Share> bounds) {
        Map<String, Share> normal = new LinkedHashMap<>();
        bounds.forEach((name, share) -> normal.merge(ClassNames.normal(name), share, Share::and));
        return normal;
    }

    private static double share(String text, String term) {
        try {
            double share = Double.parseDouble(text);
            Require.that(share >= 0 && share <= 1, FIELD,
                    "has the share " + text + " in '" + term.strip() + "', expected 0 to 1");
            return share;
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(FIELD, "has the share '" + text + "', expected a number from 0 to 1", e);
        }
    }

    /**
     * The bounds of each class, in the order of {@code classNames}, as narrow as all of them together make them.
     *
     * @throws InvalidFieldException if it names a class that is not among them, or no mix of these classes keeps the bounds
     */
    public List<Share> of(List<String> classNames) {
        for (String name : bounds.keySet()) {
            Require.that(classNames.contains(name), FIELD,
                    "names the class '" + name + "', expected one of " + classNames);
        }
        List<Share> told = classNames.stream().map(name -> bounds.getOrDefault(name, Share.ANY)).toList();
        double least = told.stream().mapToDouble(Share::least).sum();
        double most = told.stream().mapToDouble(Share::most).sum();
        Require.that(most >= 1 - ROUNDING, FIELD,
                "has shares of at most " + most + " in all, expected at least 1 together");
        return told.stream().map(share -> {
            double low = Math.max(share.least(), Math.min(share.most(), 1 - (most - share.most())));
            double high = Math.min(share.most(), Math.max(low, 1 - (least - share.least())));
            return new Share(low, high);
        }).toList();
    }

    /**
     * One mix within the bounds, for methods that need exact shares: the middle of each named class's bounds; what is left is divided
     * evenly among the classes that are not named.
     *
     * @return a share for each class, in the order of {@code classNames}; they sum to 1
     * @throws InvalidFieldException as {@link #of}
     */
    public double[] centre(List<String> classNames) {
        List<Share> shares = of(classNames);
        long others = classNames.stream().filter(name -> !bounds.containsKey(name)).count();
        double[] centre = new double[classNames.size()];
        for (int k = 0; k < centre.length; k++) {
            if (bounds.containsKey(classNames.get(k))) {
                centre[k] = (shares.get(k).least() + shares.get(k).most()) / 2;
            }
        }
        double left = Math.max(0, 1 - Arrays.stream(centre).sum());
        for (int k = 0; k < centre.length && others > 0; k++) {
            if (!bounds.containsKey(classNames.get(k))) {
                centre[k] = left / others;
            }
        }
        double sum = Arrays.stream(centre).sum();
        return Arrays.stream(centre).map(share -> share / sum).toArray();
    }

    /** The text that {@link #parse} reads. */
    @JsonValue
    @Override
    public String toString() {
        return bounds.entrySet().stream().map(bound -> text(bound.getKey(), bound.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String text(String name, Share share) {
        if (share.least() == share.most()) {
            return name + "=" + share.least();
        }
        String least = name + ">=" + share.least();
        String most = name + "<=" + share.most();
        return share.most() == 1 ? least : share.least() == 0 ? most : least + "," + most;
    }
}
