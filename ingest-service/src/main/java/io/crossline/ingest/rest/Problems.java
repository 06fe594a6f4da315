package io.crossline.ingest.rest;

import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Problem JSON (RFC 9457) with the field at fault. */
final class Problems {

    private Problems() {}

    static HttpProblem badRequest(String field, String detail) {
        return of(Status.BAD_REQUEST, field, detail);
    }

    static HttpProblem notFound(String field, String detail) {
        return of(Status.NOT_FOUND, field, detail);
    }

    private static HttpProblem of(Status status, String field, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(status.getReasonPhrase()).withDetail(detail)
                .with("field", field).build();
    }
}
