package io.crossline.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.evaluation.labels.AuditBook.AuditedModel;

class AuditStatementTest {

    private static final List<String> CLASSES = List.of("scratch", "Good", "hole");
    private static final Instant SINCE = Instant.parse("2026-01-31T14:02:33Z");

    /** Given 100 parts of which the model is right on all, 20 of them defects, then the bounds are those of the sequences. */
    @Test
    void rightAnswersAndEscapesHaveBounds() {
        AuditStatement statement = of(CLASSES, parts(80, "Good", "Good", 20, "scratch", "scratch"), 110);

        assertThat(statement.accuracy()).isEqualTo(new AuditStatement.Rate(100, 1, 0.93));
        assertThat(statement.escapes().parts()).isEqualTo(20);
        assertThat(statement.escapes().observed()).isZero();
        assertThat(statement.escapes().bound()).isBetween(0.2, 0.35);
        assertThat(statement.sentence()).startsWith("Right on at least 93.0 % of the parts, escapes at most ")
                .endsWith(" % of the defects, 95 %, at any time since 2026-01-31 14:02 UTC, from 100 audited parts, "
                        + "20 of them defects.");
    }

    /** A hole that is called a scratch is wrong, and no escape. */
    @Test
    void onlyDefectsThatAreCalledGoodEscape() {
        AuditStatement statement = of(CLASSES, parts(3, "scratch", "hole", 2, "Good", "hole"), 5);

        assertThat(statement.accuracy().observed()).isZero();
        assertThat(statement.escapes().parts()).isEqualTo(5);
        assertThat(statement.escapes().observed()).isEqualTo(0.4);
    }

    @Test
    void withoutAGoodClassOrDefectsNothingIsSaidOfEscapes() {
        AuditStatement digits = of(List.of("0", "1"), parts(30, "0", "0", 10, "1", "1"), 40);
        AuditStatement noDefects = of(CLASSES, parts(40, "Good", "Good", 0, "hole", "hole"), 40);

        assertThat(digits.escapes()).isNull();
        assertThat(noDefects.escapes()).isNull();
        assertThat(noDefects.sentence()).matches("Right on at least \\d+\\.\\d % of the parts, 95 %, at any time since "
                + "2026-01-31 14:02 UTC, from 40 audited parts\\.");
    }

    @Test
    void theToldGoodClassCounts() {
        List<AuditedPart> parts = parts(2, "scratch", "hole", 3, "Good", "hole");

        AuditStatement told = AuditStatement.of(new AuditedModel("teacher-1", CLASSES, "scratch", SINCE, 5, parts));
        AuditStatement unknown = AuditStatement.of(new AuditedModel("teacher-1", CLASSES, "fine", SINCE, 5, parts));

        assertThat(told.escapes().observed()).isEqualTo(0.4);
        assertThat(unknown.escapes().observed()).isEqualTo(0.6);
    }

    @Test
    void withoutLabelsNothingIsProven() {
        AuditStatement statement = of(CLASSES, List.of(), 12);

        assertThat(statement.accuracy()).isNull();
        assertThat(statement.sentence()).isEqualTo("Nothing is proven yet: none of the 12 parts that were drawn at "
                + "random since 2026-01-31 14:02 UTC has a label.");
    }

    @Test
    void aShareThatChangedIsTold() {
        AuditStatement statement = of(CLASSES, parts(200, "Good", "Good", 200, "Good", "hole"), 400);

        assertThat(statement.accuracy()).isNull();
        assertThat(statement.sentence()).startsWith("The share of right answers has changed since");
    }

    /**
     * Given 400 models that are right on 95 % of the parts and let 10 % of the defects escape, when each of up to 200 labels is followed
     * by a look, then at most 5 % of the models are ever credited with too much, but for chance (three standard errors).
     */
    @Test
    void bothBoundsTogetherHoldWith95Percent() {
        Random random = new Random(5);
        int wrong = 0;
        for (int model = 0; model < 400; model++) {
            List<AuditedPart> parts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                boolean defect = random.nextInt(2) == 0;
                boolean right = random.nextDouble() < (defect ? 0.9 : 1);
                parts.add(new AuditedPart(defect && right ? "hole" : "Good", defect ? "hole" : "Good"));
            }
            AuditStatement statement = of(CLASSES, parts, 200); // bounds never widen: the last ones have been the boldest
            wrong += statement.accuracy() == null || statement.accuracy().bound() > 0.95
                    || statement.escapes() == null || statement.escapes().bound() < 0.1 ? 1 : 0;
        }
        assertThat(wrong / 400.0).isLessThan(0.05 + 0.033);
    }

    private static AuditStatement of(List<String> classNames, List<AuditedPart> parts, int drawn) {
        return AuditStatement.of(new AuditedModel("teacher-1", classNames, null, SINCE, drawn, parts));
    }

    private static List<AuditedPart> parts(int first, String predicted, String actual, int then, String nextPredicted,
            String nextActual) {
        List<AuditedPart> parts = new ArrayList<>(Collections.nCopies(first, new AuditedPart(predicted, actual)));
        parts.addAll(Collections.nCopies(then, new AuditedPart(nextPredicted, nextActual)));
        return parts;
    }
}
