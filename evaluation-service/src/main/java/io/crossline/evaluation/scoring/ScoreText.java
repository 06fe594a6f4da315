package io.crossline.evaluation.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.crossline.monitoring.metrics.ClassScore;
import io.crossline.monitoring.metrics.LineScore;

/** On how many images of which classes a model was scored, in sentences for people. */
final class ScoreText {

    private ScoreText() {}

    static String of(List<LineScore> scores) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Scored on "
                + scores.stream().map(ScoreText::images).collect(Collectors.joining(" and ")) + ".");
        scores.forEach(score -> addClasses(score, sentences));
        return String.join(" ", sentences);
    }

    private static String images(LineScore score) {
        boolean unlabelled = score.accuracy() == null && score.otherClasses().isEmpty();
        return score.images() + " " + score.role().id() + " images" + (unlabelled ? " (unlabelled)" : "");
    }

    private static void addClasses(LineScore score, List<String> sentences) {
        String role = score.role().id();
        if (!score.otherClasses().isEmpty()) {
            sentences.add("Left out of the " + role + " images are those of classes that the model does not know: "
                    + score.otherClasses().entrySet().stream()
                            .map(other -> other.getValue() + " of '" + other.getKey() + "'")
                            .collect(Collectors.joining(", "))
                    + (score.images() == 0 ? ", which are all." : "."));
        }
        List<ClassScore> measured = score.classes().stream().filter(one -> one.support() > 0).toList();
        if (score.accuracy() != null && measured.size() < score.classes().size()) {
            sentences.add("Accuracy on the " + role + " is measured on "
                    + measured.stream().map(one -> one.support() + " images of '" + one.className() + "'")
                            .collect(Collectors.joining(", "))
                    + " alone.");
        }
    }
}
