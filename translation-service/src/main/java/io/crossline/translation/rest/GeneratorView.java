package io.crossline.translation.rest;

import io.crossline.translation.backfill.Progress;
import io.crossline.translation.backfill.TranslationState;
import io.crossline.translation.generator.AcceptedGenerator;

/**
 * An accepted generator and how far it is.
 *
 * @param translated images published
 * @param total images of its job's training selection and those that came later
 * @param message why it failed, else empty
 */
public record GeneratorView(String modelVersion, String sourceLine, String targetLine, TranslationState state,
        long translated, long total, double imagesPerSecond, String message) {

    static GeneratorView of(AcceptedGenerator generator, Progress progress) {
        return new GeneratorView(generator.modelVersion(), generator.sourceLine(), generator.targetLine(),
                progress.state(), progress.translated(), progress.total(), progress.imagesPerSecond(),
                progress.message());
    }
}
