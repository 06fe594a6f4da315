package io.crossline.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.crossline.contracts.Json;

/**
 * What a run has shown; the fields are those of the JSON file.
 *
 * @param faults that took place
 * @param sent batches that Kafka acknowledged
 * @param predicted those with one prediction or more
 * @param doubled those with two predictions or more
 * @param lost those without a prediction
 * @param deadLetters records on the dead-letter topic
 * @param expectedDeadLetters bad records that Kafka acknowledged
 * @param championsPerLine how many different models are named as a line's champion by the table, the topic and the service: 1 is right
 * @param auditWhole whether the audit was found whole
 * @param promotionsEqual whether table and topic have the same promotions in the same order
 * @param longestOutageSeconds longest time from a fault until all services were ready again
 */
public record ChaosReport(int faults, int sent, int predicted, int doubled, int lost, int deadLetters,
        int expectedDeadLetters, Map<String, Integer> championsPerLine, boolean auditWhole, boolean promotionsEqual,
        double longestOutageSeconds) {

    /** One sentence for each bar that was missed. */
    public List<String> missed(int contradicted) {
        List<String> missed = new ArrayList<>();
        if (lost > 0) {
            missed.add("%d of %d batches have no prediction.".formatted(lost, sent));
        }
        if (contradicted > 0) {
            missed.add("%d batches have predictions with different event ids.".formatted(contradicted));
        }
        championsPerLine.forEach((line, champions) -> {
            if (champions != 1) {
                missed.add("Line %s has %d champions, expected 1.".formatted(line, champions));
            }
        });
        if (!auditWhole) {
            missed.add("The audit is broken, or could not be verified.");
        }
        if (!promotionsEqual) {
            missed.add("Table and topic do not have the same promotions.");
        }
        return missed;
    }

    /** Indented, with a line break at the end. */
    public String toJson() {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report could not be written as JSON", e);
        }
    }
}
