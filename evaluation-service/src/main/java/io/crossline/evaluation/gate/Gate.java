package io.crossline.evaluation.gate;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.serving.LabelledTests;
import io.crossline.evaluation.serving.LabelledTests.LabelledPixels;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.evaluation.serving.UsableImages;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.monitoring.gate.Evidence;
import io.crossline.monitoring.gate.GateVerdict;
import io.crossline.monitoring.gate.SmallChanges;
import io.crossline.monitoring.gate.VotingGate;
import io.crossline.monitoring.metrics.AnswerCosts;

/** Lets candidate and champion predict the same images and asks the committee. */
@ApplicationScoped
public class Gate {

    private final UsableImages images;
    private final LabelledTests tests;
    private final LabelledTargets labels;
    private final ToldAims aims;
    private final GateConfig config;

    Gate(UsableImages images, LabelledTests tests, LabelledTargets labels, ToldAims aims,
            GateConfig config) {
        this.images = images;
        this.tests = tests;
        this.labels = labels;
        this.aims = aims;
        this.config = config;
    }

    /** @throws SelectionUnavailableException if there is nothing in Kafka to compare the models on */
    public GateVerdict judge(String line, ServingModel champion, ServingModel candidate) {
        byte[] target = images.newest(line, champion.manifest(), config.images())
                .filter(pixels -> pixels.length > 0).orElseThrow(() -> new SelectionUnavailableException(
                        "Line " + line + " has no captured images to compare on"));
        List<byte[]> changed = SmallChanges.of(target, champion.manifest().shape());
        LabelledPixels source = tests.of(champion, config.sourceImages()).orElseThrow(
                () -> new SelectionUnavailableException("There are no labelled test images of "
                        + champion.manifest().source().line() + " to compare on"));
        double[] mix = expectedMix(line, candidate);
        AnswerCosts costs = aims.of(line).answerCosts(champion.manifest().classNames()).orElse(null);
        // one of both may know a class more, after the others
        int classes = candidate.manifest().classNames().size();
        return VotingGate.standard(costs).judge(
                Evidence.of(champion.classifier(), target, changed, source.pixels(), source.labels()).widened(classes)
                        .expecting(mix)
                        .costing(costs),
                Evidence.of(candidate.classifier(), target, changed, source.pixels(), source.labels()).expecting(mix)
                        .costing(costs),
                labels.compare(line, champion, candidate).orElse(null),
                candidate.manifest().seed());
    }

    /** What people told of the line counts before what the candidate was trained for. */
    private double[] expectedMix(String line, ServingModel candidate) {
        LineAims told = aims.of(line);
        return LineAims.shares(
                told.expectedMix() == null ? candidate.manifest().expectedMix() : told.expectedMix(),
                candidate.manifest().classNames());
    }
}
