package io.crossline.service.problem;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.core.Response.Status;

import io.crossline.contracts.InvalidFieldException;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** The problems that a resource may answer with. Each detail is a sentence for people. */
public final class Problems {

    private Problems() {}

    /**
     * A value that cannot be used.
     *
     * @param message continues the sentence that begins with the field: {@code is 'x', expected a UUID}
     */
    public static HttpProblem invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /** @param violations at least one; {@code field} and {@code detail} name the first */
    public static HttpProblem invalid(List<Violation> violations) {
        Violation first = violations.get(0);
        return of(Status.BAD_REQUEST, first.field() + " " + first.message()).with("field", first.field())
                .with("violations", violations).build();
    }

    /** A value that a contract rejects. Its message begins with its field already. */
    public static HttpProblem invalid(InvalidFieldException rejected) {
        return invalid(rejected.field(), withoutField(rejected));
    }

    /** @param what the kind of thing, such as {@code job}: the detail is "There is no job '7'." */
    public static HttpProblem notFound(String field, Object value, String what) {
        return missing(field, "There is no " + what + " '" + value + "'");
    }

    /** Something that is not there, in other words than {@link #notFound}. */
    public static HttpProblem missing(String field, String detail) {
        return of(Status.NOT_FOUND, detail).with("field", field).build();
    }

    /** A request that is valid but does not fit the present state. */
    public static HttpProblem conflict(String field, String detail) {
        return of(Status.CONFLICT, detail).with("field", field).build();
    }

    public static HttpProblem kafkaUnavailable(Throwable cause) {
        return of(Status.SERVICE_UNAVAILABLE,
                "Kafka does not answer, so that nothing was done; try again later: " + cause.getMessage()).build();
    }

    /** @throws HttpProblem if {@code text} is not a UUID */
    public static UUID requireId(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid(field, "is '" + text + "', expected a UUID");
        }
    }

    /** For problems that only one service has. */
    public static HttpProblem.Builder of(Status status, String detail) {
        return HttpProblem.builder().withStatus(status).withTitle(status.getReasonPhrase())
                .withDetail(sentence(detail));
    }

    private static String sentence(String detail) {
        return detail.endsWith(".") ? detail : detail + ".";
    }

    static String withoutField(InvalidFieldException rejected) {
        String prefix = rejected.field() + " ";
        String message = rejected.getMessage();
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }
}
