package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class DiskWatchTest {

    private static final long MEBIBYTE = 1L << 20;

    private final List<String> told = new ArrayList<>();
    private final DiskWatch disk = new DiskWatch(Path.of("/data"), told::add);

    @Test
    void tellsEachChangeOnce() {
        for (long free : new long[]{5000, 4000, 2000, 1000, 255, 200, 63, 10, 100, 5000}) {
            disk.measured(free * MEBIBYTE);
        }

        assertThat(told).hasSize(5).satisfiesExactly(
                text -> assertThat(text).startsWith("The disk is getting full: 2000 MB free at /data."),
                text -> assertThat(text).contains("255 MB free", "refuses new images until 256 MB are free"),
                text -> assertThat(text).startsWith("The disk is full: 63 MB free"),
                text -> assertThat(text).startsWith("The disk is nearly full: 100 MB free"),
                text -> assertThat(text).isEqualTo("The disk of /data has room again: 5000 MB free."));
        assertThat(disk.sentence()).isEmpty();
    }

    @Test
    void holdsBrokerAndDatabaseBackWhileItIsFull() {
        disk.measured(70 * MEBIBYTE);
        assertThat(disk.obstacle()).isEmpty();

        disk.measured(60 * MEBIBYTE);

        assertThat(disk.obstacle()).contains("waits for room on the disk of /data");
        assertThat(disk.sentence()).startsWith("The disk is full: 60 MB free");
    }
}
