package io.crossline.local.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.ClassComparison;
import io.crossline.local.UserError;

/** What classes both lines of a demo have in common. */
final class CommonClasses {

    private CommonClasses() {}

    /**
     * What differs, in sentences, to be said before training; empty where nothing does, or the target has no labels.
     *
     * @throws UserError if the lines have no class in common
     */
    static Optional<String> note(DemoJob job, Ingestions.Result images) {
        List<String> source = names(images.source());
        List<String> target = names(images.target());
        if (target.isEmpty()) {
            return Optional.empty();
        }
        ClassComparison compared = ClassComparison.of(source, target);
        if (compared.common().isEmpty()) {
            throw new UserError("%s has the classes %s, %s has %s: none is common to both. %s".formatted(
                    job.source().written(), source, job.target().written(), target,
                    "Class names are compared letter by letter."));
        }
        return Optional.ofNullable(compared.note());
    }

    private static List<String> names(JsonNode ingestion) {
        return StreamSupport.stream(ingestion.path("classNames").spliterator(), false).map(JsonNode::asText).toList();
    }
}
