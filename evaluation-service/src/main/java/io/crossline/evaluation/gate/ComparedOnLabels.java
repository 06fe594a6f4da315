package io.crossline.evaluation.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.GivenLabel;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.serving.LabelledAnswer;
import io.crossline.evaluation.serving.LabelledAnswers;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.monitoring.gate.PairedComparison;
import io.crossline.monitoring.gate.PairedCosts;
import io.crossline.monitoring.metrics.AnswerCosts;

/** Both models on images that people labelled and neither of them learnt. */
@ApplicationScoped
public class ComparedOnLabels implements LabelledTargets {

    private final LabelledAnswers answers;
    private final ToldAims aims;

    ComparedOnLabels(LabelledAnswers answers, ToldAims aims) {
        this.aims = aims;
        this.answers = answers;
    }

    @Override
    public Optional<PairedComparison> compare(String line, ServingModel champion, ServingModel candidate) {
        Map<GivenLabel, LabelledAnswer> before = answers.of(champion, line).stream()
                .collect(Collectors.toMap(LabelledAnswer::label, Function.identity()));
        List<LabelledAnswer> after = answers.of(candidate, line).stream()
                .filter(answer -> before.containsKey(answer.label())).toList();
        if (after.isEmpty()) {
            return Optional.empty();
        }
        List<LabelledAnswer> first = after.stream().map(answer -> before.get(answer.label())).toList();
        PairedComparison compared = PairedComparison.of(right(first), right(after));
        List<String> classNames = champion.manifest().classNames();
        return Optional.of(aims.of(line).answerCosts(classNames).map(costs -> compared.by(PairedCosts
                .of(costs(first, costs, classNames), costs(after, costs, classNames)))).orElse(compared));
    }

    private static boolean[] right(List<LabelledAnswer> answers) {
        boolean[] right = new boolean[answers.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = answers.get(i).correct();
        }
        return right;
    }

    private static double[] costs(List<LabelledAnswer> answers, AnswerCosts costs, List<String> classNames) {
        return answers.stream().mapToDouble(answer -> costs.of(classNames.indexOf(answer.label().className()),
                classNames.indexOf(answer.predicted()))).toArray();
    }
}
