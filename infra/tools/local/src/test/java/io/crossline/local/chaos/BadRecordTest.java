package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;

class BadRecordTest {

    private final LineImages images = new LineImages("line-a", "plant", new ImageShape(1, 28, 28),
            List.of(new byte[28 * 28]), 1);
    private final ImageBatch good = images.batch();

    @Test
    void eachIsBadInItsOwnWay() {
        assertThatThrownBy(() -> ImageBatchCodec.decode(BadRecord.GARBAGE.value(good)))
                .isInstanceOf(InvalidFieldException.class).hasMessageContaining("is no image batch");
        assertThatThrownBy(() -> ImageBatchCodec.decode(BadRecord.WRONG_HASH.value(good)))
                .isInstanceOf(InvalidFieldException.class).hasMessageContaining("imageHashes[0]");
        assertThat(BadRecord.TOMBSTONE.value(good)).isNull();
        assertThat(BadRecord.WRONG_KEY.key("line-a", "line-b")).isEqualTo("line-b");
        assertThat(ImageBatchCodec.decode(BadRecord.OTHER_SHAPE.value(good)).images().shape())
                .isEqualTo(new ImageShape(1, 28, 56));
        assertThat(new String(BadRecord.CAPTURED_AT.value(good), java.nio.charset.StandardCharsets.ISO_8859_1))
                .isNotEqualTo(new String(ImageBatchCodec.encode(good), java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(BadRecord.GARBAGE.key("line-a", "line-b")).isEqualTo("line-a");
    }

    @Test
    void theGoodOnesAreGoodAndNoTwoAreAlike() {
        ImageBatch decoded = ImageBatchCodec.decode(ImageBatchCodec.encode(good));

        assertThat(decoded).isEqualTo(good);
        assertThat(images.batch().id()).isNotEqualTo(good.id());
    }
}
