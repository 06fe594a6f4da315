package io.crossline.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import io.crossline.embedded.KafkaProgram;

/** The broker's process: its log goes to a file of limited size. */
final class BrokerProgram {

    private BrokerProgram() {}

    /** @param arguments the log file, then those of {@link KafkaProgram} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LogFiles.ofBroker(Path.of(arguments[0]));
        KafkaProgram.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
