package io.crossline.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.crossline.local.chaos.ImageUpload.Answer;
import io.crossline.local.console.Durations;
import io.crossline.local.console.Table;

/** A run's findings as a table for people, with what is needed to look for the cause of a loss. */
final class FindingsText {

    private static final int SHOWN = 20;

    private FindingsText() {}

    static String of(Findings findings) {
        Counts counts = findings.counts();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("what", "found", "detail"));
        row(rows, "faults", findings.journal().faults(), findings.journal().byKind().entrySet().stream()
                .map(kind -> "%s %d".formatted(kind.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        kind.getValue()))
                .collect(Collectors.joining(", ")));
        row(rows, "sent", counts.sent(), "acknowledged by Kafka; of %d more nobody knows"
                .formatted(findings.unacknowledged()));
        row(rows, "predicted", counts.predicted(), "");
        row(rows, "doubled", counts.doubled(), counts.contradicted().size() + " with different event ids");
        row(rows, "lost", counts.lost().size(), "");
        row(rows, "dead letters", counts.deadLetters(),
                "expected %d; %d bad records have none, %d more than one, %d were predicted; %d are of good batches"
                        .formatted(counts.expectedDeadLetters(), counts.withoutDeadLetter(),
                                counts.manyDeadLetters(), counts.badPredicted(), counts.goodDeadLetters()));
        row(rows, "bad files", findings.badFiles().values().stream().mapToInt(Integer::intValue).sum(),
                "%d refused, %d taken, %d without an answer".formatted(badFiles(findings, Answer.REFUSED),
                        badFiles(findings, Answer.TAKEN), badFiles(findings, Answer.NONE)));
        findings.lines().forEach((line, found) -> row(rows, "champions of " + line, found.champions().size(),
                found.promotionsEqual() ? "table and topic are equal" : found.difference()));
        rows.add(List.of("audit", findings.auditWhole() ? "whole" : "broken", ""));
        rows.add(List.of("longest outage", Durations.text(findings.outage()), "from a fault until all was ready"));
        return Table.of(3, rows) + batches("lost", counts.lost(), findings.journal())
                + batches("predicted twice with different event ids", counts.contradicted(), findings.journal());
    }

    private static void row(List<List<String>> rows, String what, int number, String detail) {
        rows.add(List.of(what, "%,d".formatted(number), detail));
    }

    private static int badFiles(Findings findings, Answer answer) {
        return findings.badFiles().getOrDefault(answer, 0);
    }

    /** Which batches these are, when they were sent, and which kills or stops were just before and after. */
    private static String batches(String what, List<Sent> batches, Journal journal) {
        StringBuilder text = new StringBuilder();
        batches.stream().limit(SHOWN)
                .forEach(sent -> text.append("%n  %s: %s, record %d:%d, sent at %s%s%s".formatted(what, sent.line(),
                        sent.place().partition(), sent.place().offset(), RunClock.text(sent.at()),
                        outage("before it", journal.outageBefore(sent.at())),
                        outage("after it", journal.outageAfter(sent.at())))));
        int rest = batches.size() - SHOWN;
        return rest > 0 ? text.append("%n  %s: %d more".formatted(what, rest)).toString() : text.toString();
    }

    private static String outage(String when, Optional<Journal.Entry> outage) {
        return outage.map(entry -> "; %s, at %s: %s".formatted(when, RunClock.text(entry.at()), entry.text()))
                .orElse("");
    }
}
