package io.crossline.contracts;

/**
 * How a translated batch was made: by which generator, from which record.
 *
 * @param sourceOffset offset of the captured batch in its topic and partition
 */
public record Translation(String generatorVersion, String sourceTopic, int sourcePartition, long sourceOffset) {

    public Translation {
        Require.text("translation.generatorVersion", generatorVersion);
        Require.text("translation.sourceTopic", sourceTopic);
        Require.that(sourcePartition >= 0, "translation.sourcePartition",
                "is " + sourcePartition + ", expected 0 or more");
        Require.that(sourceOffset >= 0, "translation.sourceOffset", "is " + sourceOffset + ", expected 0 or more");
    }

    /** The record that the batch was made from, {@code topic:partition:offset}. */
    public String sourceRecord() {
        return sourceTopic + ":" + sourcePartition + ":" + sourceOffset;
    }
}
