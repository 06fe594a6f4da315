package io.crossline.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The training methods, in the order in which a job runs and a table shows them. */
public enum Method {
    /** The classifier trained on the source line only. */
    SOURCE,
    /** The source classifier fine-tuned on source images translated to the target's look (Zhu et al. 2017). */
    CYCLEGAN,
    /** Domain-adversarial training (Ganin et al. 2016). */
    DANN,
    /** Correlation alignment of the features (Sun and Saenko 2016). */
    CORAL,
    /** Features that a set of kernels cannot tell apart (Long et al. 2015). */
    MMD,
    /** Alignment of the fixed features' covariances in closed form (Sun, Feng and Saenko 2016). */
    CORAL_LINEAR,
    /** Self-ensembling with a mean teacher (French, Mackiewicz and Fisher 2018). */
    TEACHER,
    /** The target's statistics of batch normalisation in place of the source's (Li et al. 2018). */
    ADABN,
    /** Rounds of learning from the classifier's own labels, which keep the line's mix of classes (Zou et al. 2018). */
    SELF_TRAINING;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it trains all of the classifier on labelled images as they are, so that examples of a further class are learnt with them. */
    public boolean learnsFurtherClasses() {
        return switch (this) {
            case SOURCE, DANN, CORAL, MMD, TEACHER, SELF_TRAINING -> true;
            case CYCLEGAN, CORAL_LINEAR, ADABN -> false;
        };
    }

    /** @throws InvalidFieldException if {@code id} names no method */
    @JsonCreator
    public static Method of(String id) {
        return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst()
                .orElseThrow(() -> new InvalidFieldException("method", "is '" + id + "', expected one of " + ids()));
    }

    public static String ids() {
        return Arrays.stream(values()).map(Method::id).collect(Collectors.joining(", "));
    }
}
