package io.crossline.evaluation.store;

import io.crossline.contracts.Method;

/** The classifier that a method came to, and what its training took. */
public record MethodResult(RecordedEvaluation evaluation, double trainSeconds, double imagesPerSecond,
        String backend) {

    public Method method() {
        return evaluation.method();
    }
}
