package io.crossline.kafka;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics that are not there yet, and waits until the broker knows them all: it learns of a new topic a little after its
 * controller has made it. Safe to call from every service at every start.
 */
public final class TopicSetup {

    private static final int TIMEOUT_SECONDS = 60;
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private TopicSetup() {}

    /** @throws IllegalStateException if the broker does not answer within a minute or refuses */
    public static void ensure(Admin admin, TopicSettings settings) {
        Map<String, KafkaFuture<Void>> created = admin.createTopics(TopicCatalog.topics(settings)).values();
        created.forEach(TopicSetup::await);
        awaitKnown(admin, created.keySet());
    }

    private static void awaitKnown(Admin admin, Set<String> topics) {
        long began = System.nanoTime();
        while (true) {
            try {
                admin.describeTopics(topics).allTopicNames().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException e) {
                boolean isEarly = e.getCause() instanceof UnknownTopicOrPartitionException
                        && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
                if (!isEarly) {
                    throw new IllegalStateException("The broker does not know all topics: " + e.getMessage(), e);
                }
                pause();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while topics were created", e);
    }

    private static void await(String topic, KafkaFuture<Void> future) {
        try {
            future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Cannot create topic " + topic + ": " + e.getCause().getMessage(),
                        e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "Cannot create topic " + topic + ": the broker did not answer in " + TIMEOUT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }
}
