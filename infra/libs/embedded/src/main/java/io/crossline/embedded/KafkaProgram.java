package io.crossline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/**
 * A broker in a process of its own, so that nothing else dies with it: Kafka halts its JVM when the disk fails. Ends in
 * order when the process is asked to.
 */
public final class KafkaProgram {

    private KafkaProgram() {}

    /**
     * @param arguments data directory, port, most bytes that a topic of images keeps, bytes of the disk kept free, and the
     *        file that is written when the broker is ready, with this process's pid
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 5) {
            System.err.println("Usage: DATA PORT IMAGE_BYTES RESERVE_BYTES READY_FILE");
            System.exit(2);
        }
        EmbeddedKafka broker;
        try {
            broker = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
                    new BrokerStorage(Long.parseLong(arguments[2]), Long.parseLong(arguments[3])));
        } catch (EmbeddedStartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-stop"));
        tell(Path.of(arguments[4]));
        new CountDownLatch(1).await();
    }

    private static void tell(Path file) throws IOException {
        Path whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"),
                Long.toString(ProcessHandle.current().pid()));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
