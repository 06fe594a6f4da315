package io.crossline.evaluation.gate;

import java.io.ByteArrayOutputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.evaluation.metrics.AnswerCosts;
import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.scoring.LineImages;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.serving.LabelledTests;
import io.crossline.evaluation.serving.LabelledTests.LabelledPixels;
import io.crossline.evaluation.serving.RecentImages;
import io.crossline.evaluation.serving.ServingModel;
import io.crossline.kafka.SelectionUnavailableException;

/** Lets candidate and champion predict the same images and asks the committee. */
@ApplicationScoped
public class Gate {

    private final LineImages images;
    private final RecentImages recent;
    private final LabelledTests tests;
    private final LabelledTargets labels;
    private final ToldAims aims;
    private final GateConfig config;

    Gate(LineImages images, RecentImages recent, LabelledTests tests, LabelledTargets labels, ToldAims aims,
            GateConfig config) {
        this.images = images;
        this.recent = recent;
        this.tests = tests;
        this.labels = labels;
        this.aims = aims;
        this.config = config;
    }

    /** @throws SelectionUnavailableException if there is nothing on the bus to compare the models on */
    public GateVerdict judge(String line, ServingModel champion, ServingModel candidate) {
        DataSelection newest = recent.newest(line, config.images()).orElseThrow(
                () -> new SelectionUnavailableException("Line " + line + " has no captured images to compare on"));
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        images.read(newest, champion.manifest(), batch -> captured.writeBytes(batch.images().pixels()));
        byte[] target = captured.toByteArray();
        List<byte[]> changed = SmallChanges.of(target, champion.manifest().shape());
        LabelledPixels source = tests.of(champion, config.sourceImages()).orElseThrow(
                () -> new SelectionUnavailableException("There are no labelled test images of "
                        + champion.manifest().source().line() + " to compare on"));
        double[] mix = expectedMix(line, candidate);
        AnswerCosts costs = aims.of(line).answerCosts(champion.manifest().classNames()).orElse(null);
        // one of both may know a class more, after the others
        int classes = candidate.manifest().classNames().size();
        return Committee.standard(costs).judge(
                Evidence.of(champion.classifier(), target, changed, source).widened(classes).expecting(mix)
                        .costing(costs),
                Evidence.of(candidate.classifier(), target, changed, source).expecting(mix).costing(costs),
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
