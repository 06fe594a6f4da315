package io.crossline.kafka;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.crossline.contracts.Topics;

/**
 * Who writes and reads a topic. Where nobody reads it, people do, with an account of their own.
 *
 * @param topic its name
 * @param writers accounts that may write to it
 * @param readers accounts that may read it
 */
public record TopicAccess(String topic, List<Account> writers, List<Account> readers) {

    private static final List<TopicAccess> CONSUMED = List.of(
            of(Topics.IMAGES_CAPTURED).by(Account.INGEST, Account.PRODUCER).to(Account.INGEST, Account.TRAINING,
                    Account.TRANSLATION, Account.EVALUATION, Account.DASHBOARD),
            of(Topics.IMAGES_CHECKED).by(Account.INGEST).to(Account.INGEST),
            of(Topics.LINES_REGISTERED).by(Account.INGEST).to(Account.INGEST, Account.TRAINING, Account.TRANSLATION,
                    Account.EVALUATION),
            of(Topics.IMAGES_TRANSLATED).by(Account.TRANSLATION).to(Account.TRANSLATION, Account.TRAINING),
            of(Topics.DATASETS_KEPT).by(Account.EVALUATION).to(Account.TRAINING, Account.TRANSLATION,
                    Account.EVALUATION),
            of(Topics.DATASETS_INDEX).by(Account.EVALUATION).to(Account.TRAINING, Account.TRANSLATION,
                    Account.EVALUATION),
            of(Topics.JOBS_REQUESTED).by(Account.TRAINING, Account.EVALUATION).to(Account.TRAINING, Account.EVALUATION),
            of(Topics.JOBS_CANCELLED).by(Account.TRAINING).to(Account.TRAINING),
            of(Topics.TRAINING_PROGRESS).by(Account.TRAINING).to(Account.TRAINING, Account.EVALUATION,
                    Account.DASHBOARD),
            of(Topics.MODELS_TRAINED).by(Account.TRAINING).to(Account.EVALUATION, Account.TRANSLATION,
                    Account.TRAINING, Account.DASHBOARD),
            of(Topics.MODELS_EVALUATED).by(Account.EVALUATION).to(Account.TRANSLATION, Account.TRAINING,
                    Account.DASHBOARD),
            of(Topics.MODELS_PROMOTED).by(Account.EVALUATION).to(Account.DASHBOARD, Account.CONSUMER),
            of(Topics.PREDICTIONS).by(Account.EVALUATION).to(Account.CONSUMER),
            of(Topics.DRIFT_DETECTED).by(Account.EVALUATION).to(Account.DASHBOARD, Account.CONSUMER),
            of(Topics.LINES_CONFIGURED).by(Account.EVALUATION).to(Account.TRAINING, Account.CONSUMER),
            of(Topics.AUDIT_HEADS).by(Account.EVALUATION).to(Account.CONSUMER));

    /** Nobody writes dead letters of the other topics. */
    private static final Map<String, Account> DEAD_LETTERS = Map.of(
            Topics.IMAGES_CAPTURED, Account.INGEST,
            Topics.JOBS_REQUESTED, Account.TRAINING,
            Topics.JOBS_CANCELLED, Account.TRAINING,
            Topics.MODELS_TRAINED, Account.EVALUATION,
            Topics.TRAINING_PROGRESS, Account.EVALUATION,
            Topics.MODELS_EVALUATED, Account.TRANSLATION);

    /** All topics, in the order of the catalogue, dead-letter topics last. */
    public static List<TopicAccess> all() {
        return Stream.concat(CONSUMED.stream(), CONSUMED.stream().map(TopicAccess::deadLetters)).toList();
    }

    /** Of the topic's dead letters, which people read. */
    private TopicAccess deadLetters() {
        Account writer = DEAD_LETTERS.get(topic);
        return new TopicAccess(Topics.deadLetter(topic), writer == null ? List.of() : List.of(writer), List.of());
    }

    private static TopicAccess of(String topic) {
        return new TopicAccess(topic, List.of(), List.of());
    }

    private TopicAccess by(Account... writing) {
        return new TopicAccess(topic, List.of(writing), readers);
    }

    private TopicAccess to(Account... reading) {
        return new TopicAccess(topic, writers, List.of(reading));
    }
}
