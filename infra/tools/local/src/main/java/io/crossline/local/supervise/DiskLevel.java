package io.crossline.local.supervise;

/** How much room the disk of the data has. */
public enum DiskLevel {
    /** Enough. */
    ROOMY(2L << 30),
    /** Something must be done soon. */
    SHORT(256L << 20),
    /** The broker refuses images. */
    RESERVED(64L << 20),
    /** Neither broker nor database are started. */
    FULL(0);

    private final long least;

    DiskLevel(long least) {
        this.least = least;
    }

    /** Free bytes from which on the level holds. */
    public long least() {
        return least;
    }

    public static DiskLevel of(long freeBytes) {
        for (DiskLevel level : values()) {
            if (freeBytes >= level.least) {
                return level;
            }
        }
        return FULL;
    }
}
