package io.crossline.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;

/** Asks a service whether it is ready, or there at all. */
public final class Readiness {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private Readiness() {}

    /** Whether the address answers 200 now. */
    public static boolean isReady(URI address) throws InterruptedException {
        return status(address).equals(OptionalInt.of(200));
    }

    /** Whether the address answers now, whatever it says. */
    public static boolean answers(URI address) throws InterruptedException {
        return status(address).isPresent();
    }

    private static OptionalInt status(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
        try {
            return OptionalInt.of(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return OptionalInt.empty(); // nobody listens, or answers in time
        }
    }
}
