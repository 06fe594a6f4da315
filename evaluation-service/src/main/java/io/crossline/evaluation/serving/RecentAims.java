package io.crossline.evaluation.serving;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.evaluation.scoring.LineAims;
import io.crossline.evaluation.scoring.ToldAims;

/** What people told of the lines, for those who ask at each batch: it is read anew every other second. */
@ApplicationScoped
public class RecentAims {

    /** A change that another replica took is heard of by then. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final ToldAims aims;
    private final Cache<String, LineAims> told = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    RecentAims(ToldAims aims) {
        this.aims = aims;
    }

    LineAims of(String line) {
        return told.get(line, aims::of);
    }

    /** To be called where the line's settings changed. */
    public void forget(String line) {
        told.invalidate(line);
    }
}
