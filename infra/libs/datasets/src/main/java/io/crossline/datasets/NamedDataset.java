package io.crossline.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Data sets with a public home. */
public enum NamedDataset {

    MNIST(List.of(
            new RemoteFile("train-images-idx3-ubyte", ".gz",
                    Set.of("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")),
            new RemoteFile("train-labels-idx1-ubyte", ".gz",
                    Set.of("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")),
            new RemoteFile("t10k-images-idx3-ubyte", ".gz",
                    Set.of("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")),
            new RemoteFile("t10k-labels-idx1-ubyte", ".gz",
                    Set.of("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")))),

    /** The second checksum is the public file's own, as it is packed there. */
    USPS(List.of(
            new RemoteFile("usps", ".bz2",
                    Set.of("9a0edcd5b0ba3685318746f8e8fc945bc00e8cac60692e2cea60e4f1b47b49f1",
                            "3771e9dd6ba685185f89867b6e249233dd74652389f263963b3b741e994b034f")),
            new RemoteFile("usps.t", ".bz2",
                    Set.of("8d8b5579704b88819f3bde76ebc93e284ffee6ba3892c2146a649ff198972be4",
                            "a9c0164e797d60142a50604917f0baa604f326e9a689698763793fa5d12ffc4e"))));

    private final List<RemoteFile> files;

    NamedDataset(List<RemoteFile> files) {
        this.files = files;
    }

    List<RemoteFile> files() {
        return files;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param suffix of the packed file
     * @param sha256 accepted checksums, of the content or of the packed file: the content is what counts, and a copy that
     *        was packed anew is as good
     */
    record RemoteFile(String name, String suffix, Set<String> sha256) {

        String packedName() {
            return name + suffix;
        }
    }
}
