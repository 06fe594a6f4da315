package io.crossline.local.chaos;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.local.chaos.ImageUpload.Answer;

/**
 * All that a run has shown.
 *
 * @param outage the longest time from a fault until all was ready again
 * @param unacknowledged records of which nobody knows whether Kafka has them
 * @param badFiles how many got which answer
 */
record Findings(Counts counts, Map<String, LineFindings> lines, boolean auditWhole, Duration outage, Journal journal,
        int unacknowledged, Map<Answer, Integer> badFiles) {

    ChaosReport report() {
        Map<String, Integer> champions = new TreeMap<>();
        lines.forEach((line, found) -> champions.put(line, found.champions().size()));
        return new ChaosReport(journal.faults(), counts.sent(), counts.predicted(), counts.doubled(),
                counts.lost().size(), counts.deadLetters(), counts.expectedDeadLetters(), champions, auditWhole,
                lines.values().stream().allMatch(LineFindings::promotionsEqual),
                Math.round(outage.toMillis() / 100.0) / 10.0);
    }
}
