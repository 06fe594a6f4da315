package io.crossline.evaluation.store;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;
import io.crossline.evaluation.gate.LabelledTargets;
import io.crossline.evaluation.gate.PairedComparison;
import io.crossline.evaluation.loop.GivenLabels;
import io.crossline.evaluation.serving.ServingModel;

/** Nobody has given labels yet. */
@ApplicationScoped
public class NoLabels implements LabelledTargets, GivenLabels {

    @Override
    public Optional<PairedComparison> compare(String line, ServingModel champion, ServingModel candidate) {
        return Optional.empty();
    }

    @Override
    public List<GivenLabel> within(DataSelection selection) {
        return List.of();
    }
}
