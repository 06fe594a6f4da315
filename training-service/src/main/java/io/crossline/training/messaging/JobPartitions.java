package io.crossline.training.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.training.jobs.Ownership;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

/**
 * Which partitions of the jobs are this replica's. A partition that is taken away, because another replica joins or this one was silent for too
 * long, is lost for the job that runs from it even if it comes back: somebody else may have begun it.
 */
@ApplicationScoped
@Identifier(JobPartitions.GROUP)
public class JobPartitions implements KafkaConsumerRebalanceListener {

    /** Of the consumers of all replicas; the listener is found by it. */
    static final String GROUP = "training-service";
    private static final Logger LOG = LoggerFactory.getLogger(JobPartitions.class);
    private static final String CHANNEL = "jobs-requested";
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    /** As long as what is published is tried to be sent. */
    private static final Duration OUTAGE = Duration.ofHours(1);

    private final KafkaClientService clients;
    private final Map<TopicPartition, Assignment> assigned = new ConcurrentHashMap<>();

    @Inject
    JobPartitions(KafkaClientService clients) {
        this.clients = clients;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> assigned.put(partition, new Assignment()));
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            Assignment assignment = assigned.remove(partition);
            if (assignment != null) {
                assignment.lost = true;
            }
        });
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }

    /** Ownership of the job at that place, as long as the partition is not taken away. */
    Ownership of(TopicPartition partition, long offset) {
        Assignment assignment = assigned.getOrDefault(partition, Assignment.NONE);
        return new Ownership() {
            @Override
            public boolean isLost() {
                return assignment.lost;
            }

            @Override
            public boolean confirm() {
                if (!assignment.lost && !isAccepted(partition, offset, assignment)) {
                    assignment.lost = true;
                }
                return !assignment.lost;
            }
        };
    }

    /**
     * Commits the job as the partition's next one, as it is committed already: the broker takes that only of the member that has the partition now,
     * so that a replica that was frozen learns it before it publishes. A rebalance and a broker's outage are waited for.
     */
    private boolean isAccepted(TopicPartition partition, long offset, Assignment assignment) {
        try {
            Uni.createFrom()
                    .deferred(() -> clients.getConsumer(CHANNEL)
                            .commit(Map.of(partition, new OffsetAndMetadata(offset))))
                    .onFailure(failure -> isPassing(failure) && !assignment.lost).retry()
                    .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF).expireIn(OUTAGE.toMillis())
                    .await().indefinitely();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The broker does not confirm that {} is this replica's: {}", partition, e.getMessage());
            return false;
        }
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof RebalanceInProgressException || failure instanceof RetriableException;
    }

    /** One stay of a partition with this replica. */
    private static final class Assignment {

        private static final Assignment NONE = new Assignment();

        static {
            NONE.lost = true;
        }

        private volatile boolean lost;
    }
}
