package io.crossline.evaluation.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.monitoring.metrics.CommonestClass;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;

/**
 * Whether a classifier is of any use: a source-only one has to be clearly above always giving the commonest class on its own line's test images,
 * which takes labelled test images, enough of them, and at least two of each class. What is adapted from a classifier that was rejected is rejected with it; all others are compared
 * with the source-only one.
 */
final class AboveCommonestClass {

    /** One image is right or wrong by chance. */
    private static final int LEAST_IMAGES = 2;

    private final Rejections rejections;

    AboveCommonestClass(Rejections rejections) {
        this.rejections = rejections;
    }

    /** Why the classifier is rejected, one sentence; empty where it is not. */
    Optional<String> objection(ModelManifest model, List<LineScore> scores) {
        if (model.method() == Method.SOURCE) {
            return ofSource(model, scores);
        }
        return Optional.ofNullable(model.parentModel()).flatMap(rejections::reason).map(
                reason -> "It was adapted from %s, which was rejected: %s".formatted(model.parentModel(), reason));
    }

    private static Optional<String> ofSource(ModelManifest model, List<LineScore> scores) {
        Optional<LineScore> source = scores.stream()
                .filter(score -> score.role() == Role.SOURCE && score.accuracy() != null).findFirst();
        if (source.isEmpty()) {
            return Optional.of(
                    "The source classifier is not shown to be above the commonest class: its own line, %s, has no labelled test images."
                            .formatted(model.source().line()));
        }
        return CommonestClass.objection(source.get().line(), model.classNames(), source.get().confusion())
                .or(() -> unshown(source.get(), model.classNames()));
    }

    /** A class of which there is at most one test image. */
    private static Optional<String> unshown(LineScore score, List<String> classNames) {
        List<String> few = IntStream.range(0, classNames.size())
                .filter(k -> Arrays.stream(score.confusion()[k]).sum() < LEAST_IMAGES)
                .mapToObj(k -> "%d of '%s'".formatted(Arrays.stream(score.confusion()[k]).sum(), classNames.get(k)))
                .toList();
        return few.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The source classifier is not shown to know each of its classes: of the labelled test images of %s, %s, expected at least %d of each class."
                                .formatted(score.line(), String.join(" and ", few), LEAST_IMAGES));
    }
}
