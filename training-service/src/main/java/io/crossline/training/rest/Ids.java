package io.crossline.training.rest;

import java.util.UUID;

/** Ids in paths and queries. */
final class Ids {

    private Ids() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem if {@code text} is no UUID */
    static UUID parse(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(field, "is '" + text + "', expected a UUID");
        }
    }
}
