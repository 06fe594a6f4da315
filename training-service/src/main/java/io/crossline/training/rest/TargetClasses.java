package io.crossline.training.rest;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.common.KafkaException;

import io.crossline.contracts.ClassComparison;
import io.crossline.contracts.LineRegistered;
import io.crossline.kafka.LineRegistry;
import io.crossline.service.problem.Problems;

/** What classes an adaptation's lines have in common, as they are registered. */
@ApplicationScoped
class TargetClasses {

    private final LineRegistry registry;

    @Inject
    TargetClasses(LineRegistry registry) {
        this.registry = registry;
    }

    /** Null where the target is not known to have classes: nothing of it was labelled. */
    ClassComparison compared(List<String> classNames, String targetLine) {
        List<String> target = classes(targetLine);
        return target.isEmpty() ? null : ClassComparison.of(classNames, target);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem if either line has classes, and none of those that the request names */
    void requireCommon(AdaptationRequest request) {
        try {
            registry.catchUp();
        } catch (KafkaException e) {
            throw Problems.kafkaUnavailable(e);
        }
        requireCommon(request.sourceLine(), request.classNames());
        requireCommon(request.targetLine(), request.classNames());
    }

    private void requireCommon(String line, List<String> classNames) {
        List<String> theirs = classes(line);
        if (!theirs.isEmpty() && ClassComparison.of(classNames, theirs).common().isEmpty()) {
            throw Problems.invalid("classNames", "has " + classNames + ", of which line " + line
                    + " has none: it is registered with " + theirs + ". Class names are compared letter by letter");
        }
    }

    private List<String> classes(String line) {
        return registry.find(line).map(LineRegistered::classNames).orElse(List.of());
    }
}
