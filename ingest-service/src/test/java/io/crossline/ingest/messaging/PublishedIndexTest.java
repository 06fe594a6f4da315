package io.crossline.ingest.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import io.crossline.ingest.messaging.PublishedIndex.Position;

class PublishedIndexTest {

    private final PublishedIndex index = new PublishedIndex(3);

    @Test
    void remembersTheFirstPlace() {
        assertThat(index.add(key(1), new Position(0, 5))).isTrue();
        assertThat(index.add(key(1), new Position(0, 9))).isFalse();

        assertThat(index.find(key(1))).contains(new Position(0, 5));
    }

    @Test
    void countsABatchOnceAtItsFirstPlace() {
        index.add(key(1), new Position(0, 5));

        assertThat(index.count(key(1), new Position(0, 9))).isFalse();
        assertThat(index.count(key(1), new Position(0, 5))).isTrue();
        assertThat(index.count(key(1), new Position(0, 5))).isFalse();
        assertThat(index.count(key(2), new Position(0, 6))).isTrue();
    }

    @Test
    void forgetsTheOldestBeyondItsCapacity() {
        for (int i = 0; i < 5; i++) {
            index.add(key(i), new Position(0, i));
        }

        assertThat(index.size()).isEqualTo(3);
        assertThat(index.find(key(1))).isEmpty();
        assertThat(index.find(key(2))).isPresent();
    }

    @Test
    void forgetsWhatTheTopicNoLongerHolds() {
        index.add(key(1), new Position(0, 5));
        index.add(key(2), new Position(0, 6));

        index.retain(Map.of(new TopicPartition("t", 0), 6L));

        assertThat(index.find(key(1))).isEmpty();
        assertThat(index.find(key(2))).isPresent();
    }

    @Test
    void takesOnlySha256AsKey() {
        assertThat(BatchKey.of("ab".repeat(32))).isPresent();
        assertThat(BatchKey.of("zz".repeat(32))).isEmpty();
        assertThat(BatchKey.of("1f1b2b3c-0000-4000-8000-000000000000")).isEmpty();
    }

    private static BatchKey key(long number) {
        return new BatchKey(0, 0, 0, number);
    }
}
