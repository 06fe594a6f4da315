package io.crossline.ingest.rest;

import java.util.List;

import jakarta.ws.rs.core.Response.Status;

import io.crossline.datasets.ingestion.ImagesRefusedException;
import io.crossline.ingest.capture.ImageResult;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Problem JSON (RFC 9457) with the field at fault. */
final class Problems {

    /** RFC 4918. */
    private static final int INSUFFICIENT_STORAGE = 507;

    private Problems() {}

    static HttpProblem badRequest(String field, String detail) {
        return of(Status.BAD_REQUEST, detail).with("field", field).build();
    }

    static HttpProblem notFound(String field, String detail) {
        return of(Status.NOT_FOUND, detail).with("field", field).build();
    }

    /** None of the uploaded files can be used. */
    static HttpProblem noImage(List<ImageResult> results) {
        ImageResult first = results.get(0);
        return of(Status.BAD_REQUEST, "No image can be used: " + first.fileName() + " " + first.reason())
                .with("field", "image").with("results", results).build();
    }

    static HttpProblem kafkaUnavailable(Throwable cause) {
        if (cause instanceof ImagesRefusedException refused) {
            return HttpProblem.builder().withStatus(INSUFFICIENT_STORAGE)
                    .withTitle("Insufficient Storage").withDetail(refused.getMessage()).build();
        }
        return of(Status.SERVICE_UNAVAILABLE, "Kafka does not take the images: " + cause.getMessage()).build();
    }

    private static HttpProblem.Builder of(Status status, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(status.getReasonPhrase()).withDetail(detail);
    }
}
