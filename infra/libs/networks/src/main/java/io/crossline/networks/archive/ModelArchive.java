package io.crossline.networks.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.Network;
import io.crossline.networks.Networks;
import io.crossline.networks.backbone.Backbone;
import io.crossline.networks.backbone.BackboneException;
import io.crossline.networks.backbone.Backbones;

/**
 * A trained model as one zip file: {@code manifest.json} and one DL4J {@code ModelSerializer} zip for each network, which
 * any DL4J program can open. A classifier's entries are {@code featureExtractor.zip} and {@code labelClassifier.zip}, a
 * generator's {@code sourceToTarget.zip} and {@code targetToSource.zip}.
 *
 * <p>
 * An archive comes from a topic that others may write to. Only these entries are read, and within them only declarations and parameters; one
 * that has any other entry, or more bytes than {@link ArchiveLimits} allows, is refused.
 */
public final class ModelArchive {

    private static final String MANIFEST = "manifest.json";
    private static final String FEATURE_EXTRACTOR = "featureExtractor";
    private static final String LABEL_CLASSIFIER = "labelClassifier";
    private static final String SOURCE_TO_TARGET = "sourceToTarget";
    private static final String TARGET_TO_SOURCE = "targetToSource";

    private static final Map<ModelKind, List<String>> NETWORKS = Map.of(ModelKind.CLASSIFIER,
            List.of(FEATURE_EXTRACTOR, LABEL_CLASSIFIER), ModelKind.GENERATOR,
            List.of(SOURCE_TO_TARGET, TARGET_TO_SOURCE));
    private static final ZipLimits LIMITS = ArchiveLimits.archive(MANIFEST,
            NETWORKS.values().stream().flatMap(List::stream).map(ModelArchive::entry).toList());

    private ModelArchive() {}

    /** SHA-256, in hex, over the parameters of both networks: what the manifest must say. */
    public static String parametersSha256(ClassifierNetworks networks) {
        return ParameterHash.of(parts(networks).values());
    }

    /** SHA-256, in hex, over the parameters of both networks: what the manifest must say. */
    public static String parametersSha256(GeneratorNetworks networks) {
        return ParameterHash.of(parts(networks).values());
    }

    /**
     * @return the archive's bytes
     * @throws IllegalArgumentException if the manifest is of another kind, shape or number of classes, or its SHA-256 is
     *         not the parameters'
     */
    public static byte[] write(ModelManifest manifest, ClassifierNetworks networks) {
        require(manifest.kind() == ModelKind.CLASSIFIER, "kind is " + manifest.kind() + ", expected CLASSIFIER");
        require(manifest.classNames().size() == networks.classes(), "classNames has " + manifest.classNames().size()
                + " names, the networks know " + networks.classes() + " classes");
        require(manifest.shape().equals(networks.shape()),
                "shape is " + manifest.shape() + ", the networks take " + networks.shape());
        require(manifest.pixelScaling() == networks.scaling(),
                "pixelScaling is " + manifest.pixelScaling() + ", the networks take " + networks.scaling());
        require(manifest.views() == networks.views(),
                "views is " + manifest.views() + ", the networks' are " + networks.views());
        require(Objects.equals(manifest.backbone(), networks.backboneFile()),
                "backbone is " + manifest.backbone() + ", the networks' is " + networks.backboneFile());
        return write(manifest, parts(networks));
    }

    /** As {@link #write(ModelManifest, ClassifierNetworks)}. */
    public static byte[] write(ModelManifest manifest, GeneratorNetworks networks) {
        require(manifest.kind() == ModelKind.GENERATOR, "kind is " + manifest.kind() + ", expected GENERATOR");
        require(manifest.shape().equals(networks.shape()),
                "shape is " + manifest.shape() + ", the networks take " + networks.shape());
        return write(manifest, parts(networks));
    }

    /** @throws CorruptArchiveException if the archive is damaged */
    public static ModelManifest readManifest(byte[] archive) {
        return manifest(entries(archive));
    }

    /**
     * A classifier without a backbone.
     *
     * @return the classifier; the caller closes it
     * @throws CorruptArchiveException if the archive is damaged, holds no classifier, or its parameters are not those of
     *         the manifest
     * @throws BackboneException if it has a backbone
     */
    public static ClassifierNetworks readClassifier(byte[] archive) {
        return readClassifier(archive, wanted -> {
            throw new BackboneException("The model needs the backbone " + wanted.name() + " with SHA-256 "
                    + wanted.sha256() + ", which cannot be given here");
        });
    }

    /**
     * @param backbones to find the classifier's in, if it has one
     * @return the classifier; the caller closes it
     * @throws CorruptArchiveException if the archive is damaged, holds no classifier, or its parameters are not those of
     *         the manifest
     * @throws BackboneException if its backbone is not there
     */
    public static ClassifierNetworks readClassifier(byte[] archive, Backbones backbones) {
        return readClassifier(archive, backbones::require);
    }

    private static ClassifierNetworks readClassifier(byte[] archive, Function<BackboneFile, Backbone> backbones) {
        Map<String, byte[]> entries = entries(archive);
        ModelManifest manifest = manifest(entries, ModelKind.CLASSIFIER);
        Backbone backbone = manifest.backbone() == null ? null : backbones.apply(manifest.backbone());
        Map<String, Network> networks = read(manifest, entries);
        int classes = manifest.classNames().size();
        long logits = networks.get(LABEL_CLASSIFIER).parameterCount() / (Networks.FEATURES + 1);
        if (logits != classes) {
            networks.values().forEach(Network::close);
            throw new CorruptArchiveException(
                    "its classifier knows " + logits + " classes, its manifest names " + classes);
        }
        return new ClassifierNetworks(manifest.shape(), classes, manifest.pixelScaling(), manifest.views(), backbone,
                networks.get(FEATURE_EXTRACTOR),
                networks.get(LABEL_CLASSIFIER));
    }

    /** As {@link #readClassifier(byte[])}, for a generator archive. */
    public static GeneratorNetworks readGenerators(byte[] archive) {
        Map<String, byte[]> entries = entries(archive);
        ModelManifest manifest = manifest(entries, ModelKind.GENERATOR);
        Map<String, Network> networks = read(manifest, entries);
        return new GeneratorNetworks(manifest.shape(), networks.get(SOURCE_TO_TARGET),
                networks.get(TARGET_TO_SOURCE));
    }

    private static Map<String, Network> parts(ClassifierNetworks networks) {
        Map<String, Network> parts = new LinkedHashMap<>();
        parts.put(FEATURE_EXTRACTOR, networks.featureExtractor());
        parts.put(LABEL_CLASSIFIER, networks.labelClassifier());
        return parts;
    }

    private static Map<String, Network> parts(GeneratorNetworks networks) {
        Map<String, Network> parts = new LinkedHashMap<>();
        parts.put(SOURCE_TO_TARGET, networks.sourceToTarget());
        parts.put(TARGET_TO_SOURCE, networks.targetToSource());
        return parts;
    }

    private static byte[] write(ModelManifest manifest, Map<String, Network> networks) {
        String hash = ParameterHash.of(networks.values());
        require(manifest.parametersSha256().equals(hash),
                "parametersSha256 is " + manifest.parametersSha256() + ", the parameters' is " + hash);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MANIFEST, Json.encode(manifest));
        networks.forEach((name, network) -> entries.put(entry(name), NetworkFiles.write(network)));
        return ZipEntries.write(entries);
    }

    private static String entry(String network) {
        return network + ".zip";
    }

    private static Map<String, byte[]> entries(byte[] archive) {
        return ZipEntries.read(archive, LIMITS);
    }

    private static Map<String, Network> read(ModelManifest manifest, Map<String, byte[]> entries) {
        Map<String, Network> networks = new LinkedHashMap<>();
        try {
            for (String name : NETWORKS.get(manifest.kind())) {
                networks.put(name, NetworkFiles.read(name, ZipEntries.get(entries, entry(name))));
            }
            String hash = ParameterHash.of(networks.values());
            if (!hash.equals(manifest.parametersSha256())) {
                throw new CorruptArchiveException("the SHA-256 of its parameters is " + hash
                        + ", its manifest says " + manifest.parametersSha256());
            }
            return networks;
        } catch (CorruptArchiveException e) {
            networks.values().forEach(Network::close);
            throw e;
        }
    }

    private static ModelManifest manifest(Map<String, byte[]> entries, ModelKind kind) {
        ModelManifest manifest = manifest(entries);
        if (manifest.kind() != kind) {
            throw new CorruptArchiveException("it holds a " + manifest.kind() + ", expected a " + kind);
        }
        return manifest;
    }

    private static ModelManifest manifest(Map<String, byte[]> entries) {
        ModelManifest manifest;
        try {
            manifest = Json.decode(ZipEntries.get(entries, MANIFEST), ModelManifest.class);
        } catch (IllegalArgumentException e) {
            throw new CorruptArchiveException("its manifest is invalid: " + e.getMessage(), e);
        }
        requireNoOthers(manifest.kind(), entries);
        return manifest;
    }

    private static void requireNoOthers(ModelKind kind, Map<String, byte[]> entries) {
        List<String> networks = NETWORKS.get(kind).stream().map(ModelArchive::entry).toList();
        for (String name : entries.keySet()) {
            if (!name.equals(MANIFEST) && !networks.contains(name)) {
                throw new CorruptArchiveException(
                        "it has the entry " + name + " beside a " + kind + ", expected only " + networks);
            }
        }
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException("The manifest does not fit the networks: " + reason);
        }
    }
}
