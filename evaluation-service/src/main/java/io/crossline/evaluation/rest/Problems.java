package io.crossline.evaluation.rest;

import java.util.UUID;

import jakarta.ws.rs.core.Response;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Errors as problem+json, with the field at fault. */
final class Problems {

    private Problems() {}

    static HttpProblem notFound(String field, Object id, String what) {
        return problem(Response.Status.NOT_FOUND, field, "There is no " + what + " '" + id + "'.");
    }

    static HttpProblem badRequest(String field, String detail) {
        return problem(Response.Status.BAD_REQUEST, field, detail + ".");
    }

    static HttpProblem conflict(String field, String detail) {
        return problem(Response.Status.CONFLICT, field, detail + ".");
    }

    static UUID requireId(String field, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw problem(Response.Status.BAD_REQUEST, field, field + " is '" + id + "', expected a UUID.");
        }
    }

    private static HttpProblem problem(Response.Status status, String field, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(status.getReasonPhrase()).withDetail(detail)
                .with("field", field).build();
    }
}
