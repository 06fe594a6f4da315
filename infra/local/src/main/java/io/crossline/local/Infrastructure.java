package io.crossline.local;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.crossline.embedded.EmbeddedKafka;
import io.crossline.embedded.EmbeddedPostgres;
import io.crossline.local.console.Durations;
import io.crossline.local.console.ProgressRow;

/** Broker and database, started side by side. Either may be stopped while it is still starting. */
final class Infrastructure {

    private final CompletableFuture<EmbeddedKafka> broker;
    private final CompletableFuture<EmbeddedPostgres> database;

    /** Begins to start both; returns at once. */
    Infrastructure(Setup setup, Executor executor, ProgressRow kafkaRow, ProgressRow postgresRow) {
        Layout layout = setup.layout();
        Ports ports = setup.ports();
        broker = CompletableFuture.supplyAsync(() -> timed(kafkaRow, setup.bootstrapServers(),
                () -> EmbeddedKafka.start(layout.kafkaData(), ports.kafka())), executor);
        database = CompletableFuture.supplyAsync(() -> timed(postgresRow, "localhost:" + ports.postgresql(),
                () -> EmbeddedPostgres.start(layout.postgresData(), layout.postgresPrograms(), ports.postgresql())),
                executor);
    }

    private static <T> T timed(ProgressRow row, String address, Supplier<T> start) {
        long began = System.nanoTime();
        row.running("starting");
        try {
            T started = start.get();
            row.done("%s, ready in %s".formatted(address, Durations.since(began)));
            return started;
        } catch (RuntimeException e) {
            row.failed("did not start");
            throw e;
        }
    }

    /** Completes when both are ready, or with the exception of the one that did not start. */
    CompletableFuture<Void> ready() {
        return CompletableFuture.allOf(broker, database);
    }

    /** Completes when the database's process has ended, in order or not. Only when it is ready. */
    CompletableFuture<String> databaseDeath() throws IOException {
        return database.join().process().onExit()
                .thenApply(ended -> "%s (process %d) ended.".formatted(Ports.POSTGRESQL, ended.pid()));
    }

    void stopBroker() {
        stop(broker.thenAccept(EmbeddedKafka::close));
    }

    void stopDatabase() {
        stop(database.thenAccept(EmbeddedPostgres::close));
    }

    /** Waits for a start that is under way; what did not start needs no stop. */
    private static void stop(CompletableFuture<Void> stopped) {
        try {
            stopped.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof io.crossline.embedded.EmbeddedStartException)) {
                throw e;
            }
        }
    }
}
