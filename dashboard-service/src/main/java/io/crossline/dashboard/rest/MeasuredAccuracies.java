package io.crossline.dashboard.rest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.EvaluationClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.crossline.dashboard.upstream.UpstreamException;
import io.smallrye.mutiny.Uni;

/** How right models were on labelled test images when they were scored. That never changes, so each is asked for once. */
@ApplicationScoped
class MeasuredAccuracies {

    /** In one request for the list; the others follow with the next one, a few seconds later. */
    private static final int AT_ONCE = 32;
    private static final int MOST_REMEMBERED = 20_000;

    private final Upstream upstream;
    private final EvaluationClient evaluation;
    private final Map<String, OptionalDouble> known = new ConcurrentHashMap<>();

    MeasuredAccuracies(Upstream upstream, @RestClient EvaluationClient evaluation) {
        this.upstream = upstream;
        this.evaluation = evaluation;
    }

    /** Share of right answers by version, 0 to 1; a model that was not measured, or not yet asked for, is left out. Never fails. */
    Uni<Map<String, Double>> of(Collection<String> versions) {
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        List<Uni<Void>> asked = versions.stream().filter(version -> !known.containsKey(version)).distinct()
                .limit(AT_ONCE).map(this::ask).toList();
        Uni<Void> done = asked.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(asked).andFailFast().replaceWithVoid();
        return done.map(nothing -> found(versions));
    }

    private Map<String, Double> found(Collection<String> versions) {
        Map<String, Double> found = new TreeMap<>();
        versions.forEach(version -> known.getOrDefault(version, OptionalDouble.empty())
                .ifPresent(accuracy -> found.put(version, accuracy)));
        return found;
    }

    private Uni<Void> ask(String version) {
        return upstream.of(Service.EVALUATION, evaluation.evaluation(version))
                .invoke(scored -> known.put(version, measured(scored))).replaceWithVoid()
                .onFailure(UpstreamException.class).recoverWithItem(failure -> {
                    if (failure.kind() == UpstreamException.Kind.MISSING) {
                        known.put(version, OptionalDouble.empty());
                    }
                    return null;
                });
    }

    /** On the target's test images, for which the model was adapted; else on the source's. */
    private static OptionalDouble measured(JsonNode scored) {
        return Stream.of("target", "source").flatMap(role -> StreamSupport
                .stream(scored.path("scores").spliterator(), false)
                .filter(score -> score.path("role").asText().equals(role) && score.path("accuracy").isNumber()))
                .mapToDouble(score -> score.path("accuracy").asDouble()).findFirst();
    }
}
