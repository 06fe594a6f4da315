package io.crossline.networks.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.ModelKind;
import io.crossline.networks.ClassifierNetworks;

/** A good archive, and what somebody who can write the topic may make of it. */
final class ArchiveTampering {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    private ArchiveTampering() {}

    static byte[] classifier() {
        try (ClassifierNetworks networks = ClassifierNetworks.create(SHAPE, 4, 1)) {
            return ModelArchive.write(
                    Manifests.of(ModelKind.CLASSIFIER, SHAPE, 4, ModelArchive.parametersSha256(networks)), networks);
        }
    }

    /** All entries of a zip file that is known to be small. */
    static Map<String, byte[]> entries(byte[] zip) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                entries.put(entry.getName(), stream.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** A good archive with other entries. */
    static byte[] archive(Consumer<Map<String, byte[]>> change) {
        return changed(classifier(), change);
    }

    /** A good archive whose label classifier has other entries. */
    static byte[] network(Consumer<Map<String, byte[]>> change) {
        return archive(entries -> entries.computeIfPresent("labelClassifier.zip", (name, zip) -> changed(zip, change)));
    }

    private static byte[] changed(byte[] zip, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> entries = entries(zip);
        change.accept(entries);
        return ZipEntries.write(entries);
    }

    /** Coefficients whose header declares so many values, and that have fewer. */
    static byte[] coefficients(long shapeValues, long parameters, String type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeUTF("MIXED_DATA_TYPES");
            data.writeLong(shapeValues);
            data.writeUTF("LONG");
            data.write(new byte[(int) Math.min(shapeValues, 6) * Long.BYTES]);
            data.writeUTF("MIXED_DATA_TYPES");
            data.writeLong(parameters);
            data.writeUTF(type);
            data.write(new byte[4 * Float.BYTES]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
