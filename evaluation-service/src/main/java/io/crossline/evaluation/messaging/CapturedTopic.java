package io.crossline.evaluation.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

import io.crossline.contracts.Topics;
import io.crossline.evaluation.store.CapturedTopicStore;
import io.crossline.evaluation.store.StoreException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;

/**
 * Sees whether the topic of captured images was made anew: where partitions are assigned, so before the first batch is predicted, and regularly, as a consumer may go on without a new
 * assignment.
 */
@ApplicationScoped
public class CapturedTopic {

    private static final Logger LOG = Logger.getLogger(CapturedTopic.class);
    private static final long TIMEOUT_SECONDS = 30;

    private final Map<String, Object> kafka;
    private final CapturedTopicStore store;
    private Admin admin;
    private volatile String known;

    CapturedTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka, CapturedTopicStore store) {
        this.kafka = kafka;
        this.store = store;
    }

    @Scheduled(every = "{crossline.captured-topic.interval:10s}", delayed = "{crossline.captured-topic.interval:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            String id = admin().describeTopics(List.of(Topics.IMAGES_CAPTURED)).allTopicNames()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS).get(Topics.IMAGES_CAPTURED).topicId().toString();
            if (id.equals(known)) {
                return;
            }
            if (store.is(Topics.IMAGES_CAPTURED, id)) {
                LOG.warnf("Topic %s was made anew: images of the earlier one are gone, and labels stay with them",
                        Topics.IMAGES_CAPTURED);
            }
            known = id;
        } catch (ExecutionException | TimeoutException | StoreException e) {
            LOG.warnf("Whether topic %s was made anew is looked at again later: %s",
                    Topics.IMAGES_CAPTURED, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(kafka);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
