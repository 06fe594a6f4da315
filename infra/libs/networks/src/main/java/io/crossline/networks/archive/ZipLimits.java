package io.crossline.networks.archive;

import java.util.Map;
import java.util.TreeSet;

/**
 * What a zip file may hold.
 *
 * @param entries names of the entries that are allowed, with the most bytes of each when it is unpacked
 * @param zipBytes most bytes of the zip file
 * @param unpackedBytes most bytes of all entries together when they are unpacked
 */
record ZipLimits(Map<String, Integer> entries, int zipBytes, int unpackedBytes) {

    ZipLimits {
        entries = Map.copyOf(entries);
    }

    void requireSize(int bytes) {
        if (bytes > zipBytes) {
            throw new CorruptArchiveException("its zip has " + bytes + " bytes, expected at most " + zipBytes);
        }
    }

    /** @throws CorruptArchiveException unless an entry of this name is allowed */
    void requireAllowed(String name) {
        if (!entries.containsKey(name)) {
            throw new CorruptArchiveException(
                    "it has the entry '" + printable(name) + "', which is not read: expected only "
                            + new TreeSet<>(entries.keySet()));
        }
    }

    /** Most bytes that an entry may have after others that have so many together. */
    int most(String name, int unpackedBefore) {
        return Math.min(entries.get(name), unpackedBytes - unpackedBefore);
    }

    void requireWithin(String name, int bytes, int unpackedBefore) {
        if (bytes > entries.get(name)) {
            throw new CorruptArchiveException("its entry " + name + " unpacks to more than " + entries.get(name)
                    + " bytes, expected at most so many");
        }
        if (bytes > unpackedBytes - unpackedBefore) {
            throw new CorruptArchiveException("its entries unpack to more than " + unpackedBytes
                    + " bytes together, expected at most so many");
        }
    }

    /** A name that somebody else chose, fit for a log. */
    private static String printable(String name) {
        String shown = name.length() > 80 ? name.substring(0, 80) + "..." : name;
        return shown.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
