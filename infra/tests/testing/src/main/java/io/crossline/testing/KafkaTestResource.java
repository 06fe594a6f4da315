package io.crossline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

import io.crossline.embedded.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A broker with all of Crossline's topics for the tests of a module: {@code @QuarkusTestResource(KafkaTestResource.class)}.
 * <p>
 * Sets {@code kafka.bootstrap.servers}. One broker serves all test classes of the JVM, so tests tell their records apart
 * by line, dataset or job.
 */
public final class KafkaTestResource implements QuarkusTestResourceLifecycleManager {

    private Path directory;
    private EmbeddedKafka broker;
    private int port;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("crossline-kafka-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory for the broker", e);
        }
        broker = EmbeddedKafka.start(directory, 0);
        return Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "quarkus.kafka.devservices.enabled",
                "false");
    }

    /** Fields of type {@link Runnable} named {@code stopBroker} and {@code startBroker} get just that: the broker comes back with its data. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields((Runnable) this::stopBroker, named("stopBroker"));
        injector.injectIntoFields((Runnable) this::startBroker, named("startBroker"));
    }

    private static Predicate<Field> named(String name) {
        return field -> field.getType() == Runnable.class && field.getName().equals(name);
    }

    private void stopBroker() {
        port = broker.port();
        broker.close();
    }

    private void startBroker() {
        broker = EmbeddedKafka.start(directory, port);
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
        if (directory != null) {
            TemporaryFiles.delete(directory);
            directory = null;
        }
    }
}
