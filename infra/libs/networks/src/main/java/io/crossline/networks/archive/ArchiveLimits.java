package io.crossline.networks.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model archive may hold at most, so that reading one takes bounded memory. The figures follow from the largest networks that can be
 * declared: the generator for images of 256x256x3 in the seed's width has 11.4 million parameters, 46 MB.
 */
final class ArchiveLimits {

    private static final int MIB = 1024 * 1024;

    /** Largest record that the topics take. */
    static final int ARCHIVE_BYTES = 64 * MIB;

    /** Parameters of a network, as floats. */
    static final int PARAMETERS = 16 * MIB;

    static final int MANIFEST_BYTES = 8 * MIB;
    static final int CONFIGURATION_BYTES = MIB;

    /** With room for the two headers of the parameters. */
    static final int COEFFICIENTS_BYTES = PARAMETERS * Float.BYTES + 1024;

    /** Networks are compressed in their zip already, so that the archive gains nothing by compressing them again. */
    static final int NETWORK_BYTES = ARCHIVE_BYTES;

    /** Entries of a network's zip, with the most bytes of each. */
    static final ZipLimits NETWORK = new ZipLimits(Map.of(NetworkFiles.CONFIGURATION, CONFIGURATION_BYTES,
            NetworkFiles.COEFFICIENTS, COEFFICIENTS_BYTES), NETWORK_BYTES, CONFIGURATION_BYTES + COEFFICIENTS_BYTES);

    private ArchiveLimits() {}

    /** Of an archive with these networks. */
    static ZipLimits archive(String manifest, List<String> networks) {
        Map<String, Integer> entries = new HashMap<>(Map.of(manifest, MANIFEST_BYTES));
        networks.forEach(network -> entries.put(network, NETWORK_BYTES));
        return new ZipLimits(entries, ARCHIVE_BYTES, ARCHIVE_BYTES + MANIFEST_BYTES);
    }
}
