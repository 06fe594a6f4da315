package io.crossline.ingest.rest;

import java.util.List;

import jakarta.ws.rs.core.Response.Status;

import io.crossline.datasets.ingestion.ImagesRefusedException;
import io.crossline.ingest.capture.ImageResult;
import io.crossline.service.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Problems that only the intake of images has. */
final class IntakeProblems {

    /** RFC 4918. */
    private static final int INSUFFICIENT_STORAGE = 507;

    private IntakeProblems() {}

    /** None of the uploaded files can be used. */
    static HttpProblem noImage(List<ImageResult> results) {
        ImageResult first = results.get(0);
        return Problems.of(Status.BAD_REQUEST, "No image can be used: " + first.fileName() + " " + first.reason())
                .with("field", "image").with("results", results).build();
    }

    static HttpProblem kafkaUnavailable(Throwable cause) {
        if (cause instanceof ImagesRefusedException refused) {
            return HttpProblem.builder().withStatus(INSUFFICIENT_STORAGE)
                    .withTitle("Insufficient Storage").withDetail(refused.getMessage()).build();
        }
        return Problems.kafkaUnavailable(cause);
    }
}
