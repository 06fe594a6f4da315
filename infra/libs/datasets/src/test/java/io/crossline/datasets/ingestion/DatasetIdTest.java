package io.crossline.datasets.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class DatasetIdTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @Test
    void slugIsReadable() {
        assertThat(DatasetId.slug("mnist")).isEqualTo("mnist");
        assertThat(DatasetId.slug("sim:clean?images=60&test=10")).isEqualTo("sim-clean");
        assertThat(DatasetId.slug("folder:/data/Line A/")).isEqualTo("folder-line-a");
        assertThat(DatasetId.slug("folder:C:\\data\\Line A")).isEqualTo("folder-line-a");
    }

    @Test
    void isTheSameForTheSameIngestionOnly() {
        String id = id("mnist", 0, "f");

        assertThat(id).isEqualTo(id("mnist", 0, "f")).matches("mnist-[0-9a-f]{8}");
        assertThat(id("mnist", 1, "f")).isNotEqualTo(id);
        assertThat(id("mnist", 0, "other data")).isNotEqualTo(id);
        assertThat(id("sim:clean?to=worn&at=0.3", 0, "f")).isNotEqualTo(id("sim:clean?to=worn&at=0.4", 0, "f"));
    }

    private static String id(String spec, long seed, String fingerprint) {
        return DatasetId.of(new IngestionRequest("line", spec, null, LabelPolicy.ALL, seed, null, 128, false), SHAPE,
                null, 128, fingerprint);
    }
}
