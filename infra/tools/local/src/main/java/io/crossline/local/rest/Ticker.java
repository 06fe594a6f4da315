package io.crossline.local.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.crossline.local.UserError;

/** The pause between two looks at something, cut short when a part of Crossline stays down. */
public final class Ticker {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

    private final CompletableFuture<String> failure;

    /** @param failure completes with a description when a part stays down */
    public Ticker(CompletableFuture<String> failure) {
        this.failure = failure;
    }

    /** @throws UserError if a part stays down */
    public void pause() throws InterruptedException {
        pause(BETWEEN_LOOKS);
    }

    /** @throws UserError if a part stays down */
    public void pause(Duration pause) throws InterruptedException {
        try {
            throw new UserError(failure.get(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return; // all parts live, or come back
        } catch (ExecutionException e) {
            throw new IllegalStateException("Watching the parts failed", e.getCause());
        }
    }
}
