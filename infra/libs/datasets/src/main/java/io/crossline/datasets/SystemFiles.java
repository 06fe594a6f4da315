package io.crossline.datasets;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What operating systems, archivers and storage devices leave in folders; nobody means it to be an image or a class. */
public final class SystemFiles {

    private static final Set<String> NAMES = Set.of("__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "@eadir",
            "$recycle.bin", "system volume information", "lost+found");

    private SystemFiles() {}

    /** Whether the entry is hidden, as those that begin with a dot, or one of theirs. */
    public static boolean include(Path entry) {
        String name = entry.getFileName().toString();
        return name.startsWith(".") || NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
