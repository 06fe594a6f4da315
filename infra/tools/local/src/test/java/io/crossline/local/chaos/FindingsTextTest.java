package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.crossline.local.Output;
import io.crossline.local.chaos.ImageUpload.Answer;

class FindingsTextTest {

    private static final Place PLACE = new Place(2, 17);
    private static final Sent SENT = new Sent("line-a", PLACE, Duration.ofSeconds(75));

    private final Output output = new Output();

    @Test
    void aLostBatchIsListedWithTheKillsOrStopsBeforeAndAfterIt() {
        Journal journal = new Journal(output.pipe());
        journal.done(Duration.ofSeconds(30), StepKind.KILL, "ingest killed");
        journal.done(Duration.ofSeconds(70), StepKind.FREEZE, "kafka stopped for 12.0 s");
        journal.done(Duration.ofSeconds(74), StepKind.BAD_RECORD, "bad record for line-a: garbage");
        journal.done(Duration.ofSeconds(80), StepKind.KILL, "evaluation killed");

        Findings findings = findings(Counts.of(List.of(SENT), List.of(), List.of(PLACE), List.of()), journal);

        assertThat(FindingsText.of(findings)).contains("faults", "kill 2, freeze 1, bad record 1",
                "lost: line-a, record 2:17, sent at 1:15; before it, at 1:10: kafka stopped for 12.0 s; "
                        + "after it, at 1:20: evaluation killed",
                "1 bad records have none", "3 refused, 0 taken, 1 without an answer",
                "the table has 2 and ends with m-2");
        assertThat(output.text()).contains("  0:30  ingest killed");
        assertThat(findings.report().faults()).isEqualTo(4);
        assertThat(findings.report().championsPerLine()).containsEntry("line-a", 2);
        assertThat(findings.report().promotionsEqual()).isFalse();
        assertThat(findings.report().longestOutageSeconds()).isEqualTo(41.5);
    }

    @Test
    void aBatchWithPredictionsOfDifferentEventsIsListed() {
        List<Prediction> predictions = List.of(new Prediction(PLACE, "a"), new Prediction(PLACE, "b"));

        assertThat(FindingsText.of(findings(Counts.of(List.of(SENT), predictions, List.of(), List.of()),
                new Journal(output.pipe()))))
                .contains("predicted twice with different event ids: line-a, record 2:17, sent at 1:15")
                .doesNotContain("lost:");
    }

    private static Findings findings(Counts counts, Journal journal) {
        return new Findings(counts,
                Map.of("line-a", new LineFindings(Set.of("m-1", "m-2"), false, "the table has 2 and ends with m-2")),
                true, Duration.ofMillis(41_460), journal, 0, Map.of(Answer.REFUSED, 3, Answer.NONE, 1));
    }
}
