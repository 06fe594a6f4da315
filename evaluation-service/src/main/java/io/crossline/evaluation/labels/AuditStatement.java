package io.crossline.evaluation.labels;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.crossline.contracts.GoodClass;
import io.crossline.evaluation.labels.AuditBook.AuditedModel;
import io.crossline.monitoring.estimate.ConfidenceSequence;

/**
 * What labels of images that were drawn at random prove of a model. Both bounds together hold with 95 %, however often anybody looks:
 * each is wrong at any time with a probability of at most 2.5 % ({@link ConfidenceSequence}).
 *
 * @param since first moment of what the model is audited for
 * @param drawn images, labelled or not: the more of them wait, the more it matters which were labelled
 * @param audited labelled ones
 * @param accuracy share of right answers; {@code bound} is the least. Null without labels, or where no single share fits them
 * @param escapes share of defects that the model calls good; {@code bound} is the most. Null where none of the classes is known to be the
 *        good one, no labelled image shows a defect, or no single share fits them
 */
public record AuditStatement(String modelVersion, Instant since, int drawn, int audited, Rate accuracy,
        Rate escapes) {

    private static final double ALPHA = 0.05;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * @param parts that were counted
     * @param observed share among them, 0 to 1
     * @param bound 0 to 1
     */
    public record Rate(int parts, double observed, double bound) {}

    /** The same parts in the same order give the same statement. */
    public static AuditStatement of(AuditedModel model) {
        ConfidenceSequence right = new ConfidenceSequence(ALPHA);
        model.parts().forEach(part -> right.add(part.right() ? 1 : 0));
        return new AuditStatement(model.modelVersion(), model.since(), model.drawn(), model.parts().size(),
                right.count() == 0 || right.isEmpty() ? null : new Rate(right.count(), right.mean(), right.low()),
                escapes(model));
    }

    private static Rate escapes(AuditedModel model) {
        // a person may have told a class that this model does not have
        boolean told = model.goodClass() != null && model.classNames().contains(model.goodClass());
        OptionalInt index = GoodClass.of(model.classNames(), told ? model.goodClass() : null);
        if (index.isEmpty()) {
            return null;
        }
        String good = model.classNames().get(index.getAsInt());
        List<AuditedPart> defects = model.parts().stream().filter(part -> !part.actualClass().equals(good)).toList();
        if (defects.isEmpty()) {
            return null;
        }
        ConfidenceSequence escaped = new ConfidenceSequence(ALPHA);
        defects.forEach(part -> escaped.add(part.predictedClass().equals(good) ? 1 : 0));
        return escaped.isEmpty() ? null : new Rate(escaped.count(), escaped.mean(), escaped.high());
    }

    /** For people; bounds are rounded to the safe side. */
    @JsonProperty
    public String sentence() {
        String when = TIME.format(since);
        if (audited == 0) {
            return "Nothing is proven yet: none of the %d parts that were drawn at random since %s has a label."
                    .formatted(drawn, when);
        }
        if (accuracy == null) {
            return "The share of right answers has changed since %s: no single share fits the %d audited parts."
                    .formatted(when, audited);
        }
        return String.format(Locale.ROOT,
                "Right on at least %.1f %% of the parts%s, 95 %%, at any time since %s, from %d audited parts%s.",
                Math.floor(1000 * accuracy.bound() + 1e-9) / 10,
                escapes == null
                        ? ""
                        : String.format(Locale.ROOT, ", escapes at most %.1f %% of the defects",
                                Math.ceil(1000 * escapes.bound() - 1e-9) / 10),
                when, audited, escapes == null ? "" : ", %d of them defects".formatted(escapes.parts()));
    }
}
