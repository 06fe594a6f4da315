package io.crossline.bench.row;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that is measured, in the order of the table. */
public enum Row {
    SOURCE("source", Unit.MILLISECONDS, 1.0, 10), DANN("dann", Unit.MILLISECONDS, 0.75, 10), CORAL("coral",
            Unit.MILLISECONDS, 0.95, 10), CYCLEGAN("cyclegan", Unit.MILLISECONDS, 0.5, 3), INFER_CLASSIFIER(
                    "infer-classifier", Unit.IMAGES_PER_SECOND, 1.0, 20), INFER_GENERATOR("infer-generator",
                            Unit.IMAGES_PER_SECOND, 1.0, 5), STREAM_INGEST("stream-ingest", Unit.IMAGES_PER_SECOND,
                                    1.15, 80), STREAM_TRAIN("stream-train", Unit.SECONDS, 1.15,
                                            40), STREAM_PREDICT("stream-predict", Unit.IMAGES_PER_SECOND, 1.15, 80);

    /** Images of a step, of each line. */
    public static final int BATCH = 128;

    private final String id;
    private final Unit unit;
    private final double bar;
    private final int steps;

    Row(String id, Unit unit, double bar, int steps) {
        this.id = id;
        this.unit = unit;
        this.bar = bar;
        this.steps = steps;
    }

    public String id() {
        return id;
    }

    public Unit unit() {
        return unit;
    }

    /** Highest ratio that is good enough. */
    public double bar() {
        return bar;
    }

    /** Steps of a round, or batches of it, where the user asks for no other number. */
    public int steps() {
        return steps;
    }

    /** Whether Kafka is measured against the same work without it; otherwise Crossline against PyTorch. */
    public boolean streams() {
        return this == STREAM_INGEST || this == STREAM_TRAIN || this == STREAM_PREDICT;
    }

    public static Optional<Row> find(String id) {
        return Arrays.stream(values()).filter(row -> row.id.equals(id)).findFirst();
    }

    /** All names, as an error message lists them. */
    public static String ids() {
        return Arrays.stream(values()).map(Row::id).collect(Collectors.joining(", "));
    }
}
