package io.crossline.evaluation.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.crossline.contracts.Method;
import io.crossline.contracts.Verdict;
import io.crossline.monitoring.gate.Recommendation;

/** Which models of an adaptation there are to compare, and what came of it, as the database remembers it. */
public interface Recommendations {

    /**
     * An evaluated classifier.
     *
     * @param reason of the verdict, one sentence
     */
    record Model(String modelVersion, Method method, Verdict verdict, String reason) {}

    /**
     * A recommendation that was made.
     *
     * @param compared versions of the models that it was made from, the source classifier among them
     */
    record Made(Recommendation recommendation, Set<String> compared) {}

    /** In the order of the methods. */
    List<Model> models(UUID adaptationId);

    Optional<Made> find(UUID adaptationId);

    /** In the place of an earlier one. */
    void save(UUID adaptationId, Made made);
}
