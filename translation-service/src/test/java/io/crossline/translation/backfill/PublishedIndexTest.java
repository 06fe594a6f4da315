package io.crossline.translation.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.Translation;

class PublishedIndexTest {

    private static final Translation FIRST = new Translation("generator-1", "captured", 2, 7);

    private final PublishedIndex index = new PublishedIndex();

    @Test
    void aRecordIsClaimedOncePerGenerator() {
        assertThat(index.claim(FIRST)).isTrue();
        assertThat(index.claim(FIRST)).isFalse();
        assertThat(index.claim(new Translation("generator-2", "captured", 2, 7))).isTrue();
        assertThat(index.claim(new Translation("generator-1", "captured", 3, 7))).isTrue();
    }

    @Test
    void whatFailedMayBeClaimedAgainAndWhatIsPublishedMayNot() {
        // Given
        index.claim(FIRST);

        // When
        index.release(FIRST);

        // Then
        assertThat(index.claim(FIRST)).isTrue();
        index.published(FIRST, 128);
        assertThat(index.claim(FIRST)).isFalse();
    }

    @Test
    void imagesOfARecordSeenTwiceCountOnce() {
        index.published(FIRST, 128);
        index.published("generator-1", "captured:2:7", 128);
        index.published("generator-1", "captured:2:8", 2);

        assertThat(index.images("generator-1")).isEqualTo(130);
        assertThat(index.images("generator-2")).isZero();
    }
}
