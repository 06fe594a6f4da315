package io.crossline.evaluation.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.GivenLabel;
import io.crossline.evaluation.serving.LabelledAnswer;
import io.crossline.evaluation.serving.LabelledAnswers;
import io.crossline.evaluation.serving.ServingModel;

/** Both models on images that people labelled and neither of them learnt. */
@ApplicationScoped
public class ComparedOnLabels implements LabelledTargets {

    private final LabelledAnswers answers;

    ComparedOnLabels(LabelledAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Optional<PairedComparison> compare(String line, ServingModel champion, ServingModel candidate) {
        Map<GivenLabel, Boolean> before = answers.of(champion, line).stream()
                .collect(Collectors.toMap(LabelledAnswer::label, LabelledAnswer::correct));
        List<LabelledAnswer> after = answers.of(candidate, line).stream()
                .filter(answer -> before.containsKey(answer.label())).toList();
        if (after.isEmpty()) {
            return Optional.empty();
        }
        boolean[] championRight = new boolean[after.size()];
        boolean[] candidateRight = new boolean[after.size()];
        for (int i = 0; i < championRight.length; i++) {
            championRight[i] = before.get(after.get(i).label());
            candidateRight[i] = after.get(i).correct();
        }
        return Optional.of(PairedComparison.of(championRight, candidateRight));
    }
}
