package io.crossline.evaluation.mix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.GoodClass;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.evaluation.mix.LineMix.ClassShare;
import io.crossline.networks.shift.MixEstimate;

/** What an estimated mix means beside the told one, in words. */
final class MixJudgement {

    /** People say a mix roughly: bounds that miss an interval by less contradict nothing. */
    private static final double ROUGHLY = 0.01;

    private MixJudgement() {}

    /**
     * @param within the most likely shares within what was told, {@code [K]}, or null where nothing was, or what does not go with the
     *        classes
     * @param told null where nothing was
     * @param goodClass null where nobody named it
     */
    static LineMix of(String line, String modelVersion, int images, List<String> classNames, MixEstimate estimate,
            double[] within, ExpectedMix told, String goodClass) {
        List<ClassShare> classes = new ArrayList<>();
        for (int k = 0; k < classNames.size(); k++) {
            classes.add(new ClassShare(classNames.get(k), estimate.shares()[k], estimate.least()[k],
                    estimate.most()[k], within == null ? null : within[k]));
        }
        boolean conflict = within != null && classes.stream().anyMatch(of -> contradicts(told, of));
        return new LineMix(line, modelVersion, images, told, List.copyOf(classes), estimate.agreed(), conflict,
                summary(images, classes, told, goodClass, estimate.agreed(), conflict, told != null && within == null));
    }

    private static boolean contradicts(ExpectedMix told, ClassShare estimated) {
        ExpectedMix.Share bounds = told.bounds().get(estimated.className());
        return bounds != null && (bounds.most() < estimated.least() - ROUGHLY
                || bounds.least() > estimated.most() + ROUGHLY);
    }

    private static String summary(int images, List<ClassShare> classes, ExpectedMix told, String goodClass,
            boolean agreed, boolean conflict, boolean unfit) {
        List<String> words = new ArrayList<>();
        if (told != null) {
            words.add("Told: " + told(told) + (unfit ? ", which does not go with the model's classes." : "."));
        }
        words.add("Estimated from the newest %,d images: %s.".formatted(images, estimated(classes, told, goodClass)));
        if (conflict) {
            words.add("One of the two is wrong.");
        }
        if (!agreed) {
            words.add("The estimate is not sure: two ways of making it contradict each other, which happens where the"
                    + " images look unlike those of the source line.");
        }
        return String.join(" ", words);
    }

    private static String told(ExpectedMix told) {
        return String.join(", ", told.bounds().entrySet().stream().map(bound -> {
            ExpectedMix.Share share = bound.getValue();
            String name = bound.getKey() + " ";
            if (share.least() == share.most()) {
                return name + percent(share.least()) + " %";
            }
            return share.most() == 1
                    ? name + "at least " + percent(share.least()) + " %"
                    : share.least() == 0
                            ? name + "at most " + percent(share.most()) + " %"
                            : name + percent(share.least()) + " to " + percent(share.most()) + " %";
        }).toList());
    }

    /** The classes that were told; for want of them the good one; for want of that the most frequent one. */
    private static String estimated(List<ClassShare> classes, ExpectedMix told, String goodClass) {
        List<ClassShare> named = classes.stream()
                .filter(of -> told != null && told.bounds().containsKey(of.className())).toList();
        if (named.isEmpty()) {
            named = List.of(good(classes, goodClass).orElseGet(
                    () -> classes.stream().max(Comparator.comparingDouble(ClassShare::share)).orElseThrow()));
        }
        return String.join(", ", named.stream().map(of -> "%s %s %% (%s to %s %%)".formatted(of.className(),
                percent(of.share()), percent(of.least()), percent(of.most()))).toList());
    }

    /** By the name that was told, if the model knows that; else by the usual names. */
    private static Optional<ClassShare> good(List<ClassShare> classes, String told) {
        List<String> names = classes.stream().map(ClassShare::className).toList();
        OptionalInt good = GoodClass.of(names, names.contains(told) ? told : null);
        return good.isPresent() ? Optional.of(classes.get(good.getAsInt())) : Optional.empty();
    }

    /** Whole, with a digit where it is near an end and counts: 71, 98.4, 0.3. */
    private static String percent(double share) {
        double percent = 100 * share;
        String text = String.format(Locale.ROOT, percent < 10 || percent > 90 ? "%.1f" : "%.0f", percent);
        return text.replaceFirst("\\.0$", "");
    }

    /** Null where what was told does not go with the model's classes. */
    static ExpectedMix fitting(ExpectedMix told, List<String> classNames) {
        try {
            if (told != null) {
                told.of(classNames);
            }
            return told;
        } catch (InvalidFieldException e) {
            return null;
        }
    }
}
