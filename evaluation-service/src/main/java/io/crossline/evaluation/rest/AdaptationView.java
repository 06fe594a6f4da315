package io.crossline.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.crossline.contracts.Method;
import io.crossline.evaluation.store.Adaptation;

/** What a client asked for. */
public record AdaptationView(UUID adaptationId, String source, String target, String sourceLine, String targetLine,
        String preset, long seed, List<Method> methods, Instant requestedAt) {

    static AdaptationView of(Adaptation adaptation) {
        return new AdaptationView(adaptation.adaptationId(), adaptation.sourceDataset(), adaptation.targetDataset(),
                adaptation.sourceLine(), adaptation.targetLine(), adaptation.preset(), adaptation.seed(),
                adaptation.methods(), adaptation.requestedAt());
    }
}
