package io.crossline.bench.worker;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.crossline.bench.row.Row;

/**
 * Measures one thing when asked, until its input ends. Arguments: what (a row's name, {@link #PRODUCT}, {@link #CONVOLUTION} or {@link #COPY}), the
 * steps of a round, and for the rows that stream Kafka's address, without which they do the same without Kafka.
 */
public final class Worker {

    /** Floating point operations a second of a matrix product. */
    public static final String PRODUCT = "rate-product";
    /** Floating point operations a second of a convolution. */
    public static final String CONVOLUTION = "rate-convolution";
    /** Bytes a second of a copy. */
    public static final String COPY = "rate-copy";

    private Worker() {}

    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        // whatever a library prints is no answer
        System.setOut(System.err);
        Logger.getLogger("").setLevel(Level.WARNING);
        int steps = Integer.parseInt(arguments[1]);
        Kafka kafka = new Kafka(arguments.length > 2 ? arguments[2] : "");
        task(arguments[0], steps, kafka)
                .run(new Rounds(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers));
        // threads of the libraries may go on
        System.exit(0);
    }

    private static Task task(String what, int steps, Kafka kafka) {
        if (what.equals(PRODUCT)) {
            return RateTask.PRODUCT;
        }
        if (what.equals(CONVOLUTION)) {
            return RateTask.CONVOLUTION;
        }
        if (what.equals(COPY)) {
            return RateTask.COPY;
        }
        Row row = Row.find(what).orElseThrow(() -> new IllegalArgumentException("There is no row " + what));
        return switch (row) {
            case SOURCE, DANN, CORAL, CYCLEGAN -> new TrainingTask(row, steps);
            case INFER_CLASSIFIER, INFER_GENERATOR -> new InferenceTask(row, steps);
            case STREAM_INGEST -> new IngestTask(steps, kafka);
            case STREAM_TRAIN -> new EpochTask(steps, kafka);
            case STREAM_PREDICT -> new PredictionTask(steps, kafka);
        };
    }
}
