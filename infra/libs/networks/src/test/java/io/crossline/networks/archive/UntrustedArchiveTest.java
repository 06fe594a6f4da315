package io.crossline.networks.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of somebody who can write the topic of trained models. */
class UntrustedArchiveTest {

    private static final AtomicBoolean EXECUTED = new AtomicBoolean();

    /** Does something when it is read from a stream, as the objects of an attack do. */
    static final class Attack implements Serializable {

        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream stream) {
            EXECUTED.set(true);
        }
    }

    /** Given a Java object where DL4J looks for one, when the archive is read, then it is refused and no code of the object runs. */
    @Test
    void javaObjectsAreNeverRead() throws IOException {
        ByteArrayOutputStream attack = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(attack)) {
            objects.writeObject(new Attack());
        }

        refusal(ArchiveTampering.network(entries -> entries.put("preprocessor.bin", attack.toByteArray())))
                .hasMessageContaining("labelClassifier.zip: it has the entry 'preprocessor.bin', which is not read");
        assertThat(EXECUTED).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"normalizer.bin", "updaterState.bin", "preprocessor.bin", "../../etc/passwd"})
    void anEntryThatIsNotReadIsRefusedByItsName(String name) {
        refusal(ArchiveTampering.network(entries -> entries.put(name, new byte[1])))
                .hasMessageContaining("'" + name + "'");
        refusal(ArchiveTampering.archive(entries -> entries.put(name, new byte[1])))
                .hasMessageContaining("'" + name + "'");
        assertThatThrownBy(() -> ModelArchive
                .readManifest(ArchiveTampering.archive(entries -> entries.put(name, new byte[1]))))
                .isInstanceOf(CorruptArchiveException.class).hasMessageContaining("'" + name + "'");
    }

    @Test
    void aClassifierWithAGeneratorsEntryIsRefused() {
        refusal(ArchiveTampering.archive(entries -> entries.put("sourceToTarget.zip", new byte[1])))
                .hasMessageContaining("sourceToTarget.zip beside a CLASSIFIER");
    }

    /** Given entries of zeros, which a zip makes a thousandth of, when the archive is read, then it is refused with the figures. */
    @Test
    void zipBombsAreRefusedWithTheirFigures() {
        refusal(ArchiveTampering.archive(entries -> entries.put("manifest.json", new byte[9 << 20])))
                .hasMessageContaining("manifest.json unpacks to more than 8388608 bytes");
        refusal(ArchiveTampering.network(entries -> entries.put("configuration.json", new byte[2 << 20])))
                .hasMessageContaining("configuration.json unpacks to more than 1048576 bytes");
        refusal(ArchiveTampering.network(entries -> entries.put("coefficients.bin", new byte[65 << 20])))
                .hasMessageContaining("coefficients.bin unpacks to more than 67109888 bytes");
        refusal(ArchiveTampering.archive(entries -> {
            entries.put("featureExtractor.zip", new byte[40 << 20]);
            entries.put("labelClassifier.zip", new byte[40 << 20]);
        })).hasMessageContaining("unpack to more than 75497472 bytes together");
    }

    /** Given lengths without the bytes, when the archive is read, then no array of such a length is made. */
    @Test
    void declaredSizesThatAreNotThereAreRefused() {
        refusal(coefficients(6, Integer.MAX_VALUE, "FLOAT")).hasMessageContaining("declares 2147483647 parameters")
                .hasMessageContaining("16 bytes of them");
        refusal(coefficients(6, Long.MAX_VALUE / 2, "FLOAT")).hasMessageContaining("expected at most 16777216");
        refusal(coefficients(6, -4, "FLOAT")).hasMessageContaining("declares -4 parameters");
        refusal(coefficients(1 << 30, 4, "FLOAT")).hasMessageContaining("a shape of 1073741824 values");
        refusal(coefficients(6, 4, "UTF8")).hasMessageContaining("another type than expected, FLOAT");
        refusal(ArchiveTampering.network(entries -> entries.put("coefficients.bin", new byte[]{0, 40, 1})))
                .hasMessageContaining("ends within a header");
    }

    @Test
    void aDeclarationOfOtherSizesThanTheParametersIsRefused() {
        refusal(configuration("\"nout\" : 4", "\"nout\" : 2000000000")).hasMessageContaining("DL4J cannot make");
    }

    /** Given a declaration that names another class, also under another name or beside the right one, then it is refused. */
    @Test
    void aDeclarationOfOtherClassesIsRefused() {
        String layer = "\"@class\" : \"org.deeplearning4j.nn.conf.layers.OutputLayer\"";
        for (String other : new String[]{"\"@class\" : \"com.example.Evil\"",
                "\"@class\" : \"com.example.Evil\", " + layer, layer + ", \"com.example.Evil\" : {}"}) {
            refusal(configuration(layer, other)).hasMessageContaining("names the class 'com.example.Evil'");
        }
        refusal(ArchiveTampering.network(entries -> entries.put("configuration.json", "[".repeat(5000)
                .getBytes(StandardCharsets.UTF_8)))).hasMessageContaining("is no JSON");
    }

    private static byte[] coefficients(long shapeValues, long parameters, String type) {
        return ArchiveTampering.network(entries -> entries.put("coefficients.bin",
                ArchiveTampering.coefficients(shapeValues, parameters, type)));
    }

    private static byte[] configuration(String text, String other) {
        return ArchiveTampering.network(entries -> entries.computeIfPresent("configuration.json", (name, json) -> {
            String before = new String(json, StandardCharsets.UTF_8);
            assertThat(before).contains(text);
            return before.replace(text, other).getBytes(StandardCharsets.UTF_8);
        }));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(byte[] archive) {
        return assertThatThrownBy(() -> ModelArchive.readClassifier(archive))
                .isInstanceOf(CorruptArchiveException.class);
    }
}
