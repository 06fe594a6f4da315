package io.crossline.networks.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip file as its entries in memory, within limits. */
final class ZipEntries {

    private ZipEntries() {}

    /** The same entries give the same bytes. */
    static byte[] write(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // the networks' zips are compressed already
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(0);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws CorruptArchiveException if it is damaged, or has other entries or more bytes than the limits allow */
    static Map<String, byte[]> read(byte[] archive, ZipLimits limits) {
        limits.requireSize(archive.length);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        int unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                limits.requireAllowed(name);
                // one byte more than allowed shows that there are more, however many
                byte[] bytes = zip.readNBytes(limits.most(name, unpacked) + 1);
                limits.requireWithin(name, bytes.length, unpacked);
                unpacked += bytes.length;
                if (entries.put(name, bytes) != null) {
                    throw new CorruptArchiveException("it has the entry " + name + " twice");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new CorruptArchiveException("its zip is damaged (" + e.getMessage() + ")", e);
        }
        if (entries.isEmpty()) {
            throw new CorruptArchiveException("it is no zip file");
        }
        return entries;
    }

    static byte[] get(Map<String, byte[]> entries, String name) {
        byte[] entry = entries.get(name);
        if (entry == null) {
            throw new CorruptArchiveException("it has no " + name + ", only " + entries.keySet());
        }
        return entry;
    }
}
