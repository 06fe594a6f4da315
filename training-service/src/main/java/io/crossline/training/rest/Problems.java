package io.crossline.training.rest;

import java.util.List;

import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Errors as problem+json (RFC 9457). */
final class Problems {

    /** A field at fault and what is wrong with it. */
    record Violation(String field, String message) {}

    private Problems() {}

    static HttpProblem invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /** @param violations at least one; the first is the one that {@code field} and {@code detail} name */
    static HttpProblem invalid(List<Violation> violations) {
        Violation first = violations.get(0);
        return HttpProblem.builder().withStatus(Status.BAD_REQUEST).withTitle("The request is not valid")
                .withDetail(first.field() + " " + first.message()).with("field", first.field())
                .with("violations", violations).build();
    }

    static HttpProblem notFound(String field, Object value, String what) {
        return HttpProblem.builder().withStatus(Status.NOT_FOUND).withTitle("Not found")
                .withDetail("There is no " + what + " " + value).with("field", field).build();
    }

    static HttpProblem conflict(String field, String detail) {
        return HttpProblem.builder().withStatus(Status.CONFLICT).withTitle("Not possible any more").withDetail(detail)
                .with("field", field).build();
    }

    static HttpProblem kafkaUnavailable(Throwable cause) {
        return HttpProblem.builder().withStatus(Status.SERVICE_UNAVAILABLE).withTitle("Kafka does not answer")
                .withDetail("The request was not taken; try again later: " + cause.getMessage()).build();
    }
}
