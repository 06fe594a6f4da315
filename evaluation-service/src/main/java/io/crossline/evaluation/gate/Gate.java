package io.crossline.evaluation.gate;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.SelectionUnavailableException;
import io.crossline.evaluation.scoring.LineImages;
import io.crossline.evaluation.serving.RecentImages;
import io.crossline.evaluation.serving.ServingModel;

/** Lets candidate and champion predict the same images and asks the committee. */
@ApplicationScoped
public class Gate {

    private final LineImages images;
    private final RecentImages recent;
    private final LabelledTargets labels;
    private final GateConfig config;
    private final Committee committee = Committee.standard();

    Gate(LineImages images, RecentImages recent, LabelledTargets labels, GateConfig config) {
        this.images = images;
        this.recent = recent;
        this.labels = labels;
        this.config = config;
    }

    /** @throws SelectionUnavailableException if there is nothing on the bus to compare the models on */
    public GateVerdict judge(String line, ServingModel champion, ServingModel candidate) {
        DataSelection newest = recent.newest(line, config.images()).orElseThrow(
                () -> new SelectionUnavailableException("Line " + line + " has no captured images to compare on"));
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        images.read(newest, champion.manifest(), batch -> target.writeBytes(batch.images().pixels()));
        SourceImages source = source(champion);
        return committee.judge(evidence(champion, target.toByteArray(), source),
                evidence(candidate, target.toByteArray(), source),
                labels.compare(line, champion, candidate).orElse(null),
                candidate.manifest().seed());
    }

    private Evidence evidence(ServingModel model, byte[] target, SourceImages source) {
        return new Evidence(model.classifier().predict(target),
                SmallChanges.of(target, model.manifest().shape()).stream().map(model.classifier()::predict).toList(),
                model.classifier().predict(source.pixels()), source.labels());
    }

    private record SourceImages(byte[] pixels, int[] labels) {}

    private SourceImages source(ServingModel model) {
        DataSelection test = model.manifest().source().test();
        if (test == null) {
            throw new SelectionUnavailableException(
                    model.manifest().modelVersion() + " has no labelled test images of its source line");
        }
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        List<Integer> labels = new ArrayList<>();
        images.read(test, model.manifest(), batch -> {
            if (labels.size() < config.sourceImages() && batch instanceof LabelledBatch labelled) {
                pixels.writeBytes(batch.images().pixels());
                labels.addAll(classes(model, labelled));
            }
        });
        return new SourceImages(pixels.toByteArray(), labels.stream().mapToInt(Integer::intValue).toArray());
    }

    /** By the model's order of the classes. */
    private static List<Integer> classes(ServingModel model, LabelledBatch labelled) {
        List<Integer> classes = new ArrayList<>();
        for (int label : labelled.labels().values()) {
            classes.add(model.manifest().classNames().indexOf(labelled.labels().classNames().get(label)));
        }
        return classes;
    }
}
