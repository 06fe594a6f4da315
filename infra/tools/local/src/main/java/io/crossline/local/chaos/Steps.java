package io.crossline.local.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.crossline.local.UserError;
import io.crossline.local.chaos.ImageUpload.Answer;
import io.crossline.local.chaos.ImageUpload.Result;

/** Does what the schedule says, one step at a time or several at once. */
final class Steps {

    private final Plant plant;
    private final PartSignals signals;
    private final OutsideProducer producer;
    private final ImageUpload upload;
    private final Operator operator;
    private final Retention retention;
    private final Readings readings;
    private final RunClock clock;
    private final Journal journal;
    private final Queue<Sent> uploaded = new ConcurrentLinkedQueue<>();
    private final Map<Answer, Integer> badFiles = new EnumMap<>(Answer.class);

    Steps(Plant plant, PartSignals signals, OutsideProducer producer, ImageUpload upload, Operator operator,
            Retention retention, Readings readings, RunClock clock, Journal journal) {
        this.plant = plant;
        this.signals = signals;
        this.producer = producer;
        this.upload = upload;
        this.operator = operator;
        this.retention = retention;
        this.readings = readings;
        this.clock = clock;
        this.journal = journal;
    }

    /** Returns when the step is over; one that cannot be done is told and left out. */
    void take(Step step) {
        try {
            switch (step.kind()) {
                case KILL -> kill(step);
                case FREEZE -> freeze(step);
                case BAD_RECORD -> badRecord(step);
                case BAD_FILE -> badFile(step);
                case GOOD_FILE -> goodFile(step);
                case CUT_RETENTION -> cut(step);
                case PROMOTE -> promote(step);
                case ROLL_BACK -> rollBack(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException | RuntimeException e) {
            journal.skipped(clock.now(), "%s %s did not succeed: %s".formatted(
                    step.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), step.target(),
                    e instanceof UserError ? e.getMessage() : e.toString()));
        }
    }

    /** Images that were uploaded and taken. */
    List<Sent> uploaded() {
        return new ArrayList<>(uploaded);
    }

    /** How many bad files got which answer. */
    Map<Answer, Integer> badFiles() {
        synchronized (badFiles) {
            return new EnumMap<>(badFiles);
        }
    }

    private void kill(Step step) throws IOException {
        Duration at = clock.now();
        if (signals.kill(step.target())) {
            journal.done(at, step.kind(), step.target() + " killed");
        } else {
            journal.skipped(at, step.target() + " is not killed, as it does not run right now");
        }
    }

    private void freeze(Step step) throws IOException, InterruptedException {
        Duration at = clock.now();
        if (!signals.freeze(step.target())) {
            journal.skipped(at, step.target() + " is not stopped, as it does not run right now");
            return;
        }
        journal.done(at, step.kind(), "%s stopped for %.1f s".formatted(step.target(), step.length().toMillis() / 1e3));
        try {
            new CountDownLatch(1).await(step.length().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            signals.thaw(step.target());
        }
    }

    private void badRecord(Step step) {
        BadRecord kind = BadRecord.of(step.variant());
        journal.done(clock.now(), step.kind(), "bad record for %s: %s".formatted(step.target(), kind.text()));
        producer.send(kind, plant.images().get(step.target()).batch(), plant.other(step.target()));
    }

    private void badFile(Step step) throws InterruptedException {
        BadFile kind = BadFile.of(step.variant());
        journal.done(clock.now(), step.kind(), "bad file for %s: %s".formatted(step.target(), kind.text()));
        Answer answer = upload.upload(step.target(), "bad.png", kind.bytes(plant.images().get(step.target()).png()))
                .answer();
        synchronized (badFiles) {
            badFiles.merge(answer, 1, Integer::sum);
        }
    }

    private void goodFile(Step step) throws InterruptedException {
        Duration at = clock.now();
        Result result = upload.upload(step.target(), "part.png", plant.images().get(step.target()).png());
        result.place().ifPresent(place -> uploaded.add(new Sent(step.target(), place, at)));
        if (result.answer() == Answer.TAKEN) {
            journal.done(clock.now(), step.kind(), "image uploaded to " + step.target());
        } else {
            journal.skipped(clock.now(), "image for %s was not taken (%s)".formatted(step.target(),
                    result.answer() == Answer.REFUSED ? "refused" : "no answer"));
        }
    }

    private void cut(Step step) throws ExecutionException, InterruptedException, TimeoutException {
        int partition = plant.partitions().get(step.target());
        List<Sent> sent = new ArrayList<>(producer.good());
        sent.addAll(uploaded);
        OptionalLong first = retention.cut(partition, readings.firstUnpredicted(partition, sent));
        if (first.isPresent()) {
            journal.done(clock.now(), step.kind(),
                    "records of %s deleted before offset %d".formatted(step.target(), first.getAsLong()));
        }
    }

    private void promote(Step step) throws InterruptedException {
        String model = plant.model(step.variant());
        operator.promote(step.target(), model);
        journal.done(clock.now(), step.kind(), "%s promoted on %s".formatted(model, step.target()));
    }

    private void rollBack(Step step) throws InterruptedException {
        operator.rollBack(step.target());
        journal.done(clock.now(), step.kind(), step.target() + " rolled back");
    }
}
