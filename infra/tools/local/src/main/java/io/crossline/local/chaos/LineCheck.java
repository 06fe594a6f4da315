package io.crossline.local.chaos;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.KafkaException;

import io.crossline.contracts.ModelPromoted;
import io.crossline.local.UserError;

/** Compares what the evaluation service and the topic say of each line. */
final class LineCheck {

    /** What is in the table may be on its way to the topic. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Operator operator;
    private final Readings readings;

    LineCheck(Operator operator, Readings readings) {
        this.operator = operator;
        this.readings = readings;
    }

    Map<String, LineFindings> of(List<String> lines) throws InterruptedException {
        Map<String, LineFindings> findings = new LinkedHashMap<>();
        for (String line : lines) {
            findings.put(line, await(line));
        }
        return findings;
    }

    private LineFindings await(String line) throws InterruptedException {
        RunClock clock = new RunClock();
        LineFindings found = look(line);
        while (!found.promotionsEqual() && clock.now().compareTo(PATIENCE) < 0) {
            new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            found = look(line);
        }
        return found;
    }

    private LineFindings look(String line) throws InterruptedException {
        try {
            List<ModelPromoted> topic = readings.promotions(line);
            Promotions promotions = Promotions.of(operator.promotions(line), topic);
            Set<String> champions = new LinkedHashSet<>(List.of(operator.champion(line)));
            champions.add(operator.serving(line));
            if (!topic.isEmpty()) {
                champions.add(topic.get(topic.size() - 1).modelVersion());
            }
            champions.remove("");
            return new LineFindings(champions, promotions.equal(), promotions.difference());
        } catch (UserError | KafkaException e) {
            return new LineFindings(Set.of(), false, String.valueOf(e.getMessage()));
        }
    }
}
