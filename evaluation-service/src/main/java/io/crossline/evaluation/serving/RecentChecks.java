package io.crossline.evaluation.serving;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.LineConfigured;
import io.crossline.evaluation.line.ConfiguredLines;

/** Checks of frames that lines do without, for those who ask at each batch: it is read anew every other second. */
@ApplicationScoped
public class RecentChecks {

    /** A change that another replica took is heard of by then. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final ConfiguredLines lines;
    private final Cache<String, Set<FrameCheck>> off = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    RecentChecks(ConfiguredLines lines) {
        this.lines = lines;
    }

    Set<FrameCheck> off(String line) {
        return off.get(line, this::read);
    }

    private Set<FrameCheck> read(String line) {
        return lines.settings(line).map(LineConfigured::checksOff).orElse(Set.of());
    }

    /** To be called where the line's settings changed. */
    public void forget(String line) {
        off.invalidate(line);
    }
}
