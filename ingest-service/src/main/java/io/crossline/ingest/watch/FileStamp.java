package io.crossline.ingest.watch;

import java.nio.file.attribute.BasicFileAttributes;

/** By which a file that was written on is told from one that was not. */
record FileStamp(long bytes, long modified) {

    static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
