package io.crossline.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are not there yet. Safe to call from every service at every start. */
public final class TopicSetup {

    private static final int TIMEOUT_SECONDS = 60;

    private TopicSetup() {}

    /** @throws IllegalStateException if the broker does not answer within a minute or refuses */
    public static void ensure(Admin admin, TopicSettings settings) {
        Map<String, KafkaFuture<Void>> created = admin.createTopics(TopicCatalog.topics(settings)).values();
        created.forEach(TopicSetup::await);
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
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topic " + topic, e);
        }
    }
}
