package io.crossline.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;
import io.crossline.testing.DatasetFiles;

/** COCO and Pascal VOC. Given four pictures: one with a dent, one with a dent and a larger scratch, one without, and one that is not there. */
class AnnotatedDatasetTest {

    private static final ImageShape GREY = new ImageShape(1, 28, 28);
    private static final String COCO = """
            {"info": {"year": 2026},
             "images": [{"id": 1, "file_name": "a.png", "width": 28}, {"id": 2, "file_name": "b.png"},
                        {"id": 3, "file_name": "c.png"}, {"id": 4, "file_name": "d.png"}, {"id": 5, "file_name": "../e.png"},
                        {"id": 1, "file_name": "a.png"}, {"file_name": "a.png"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 7, "area": 4.0, "segmentation": [[1, 2]]},
                             {"id": 2, "image_id": 2, "category_id": 7, "bbox": [0, 0, 2, 2]},
                             {"id": 3, "image_id": 2, "category_id": 8, "bbox": [0, 0, 2, 9]},
                             {"id": 4, "image_id": 99, "category_id": 8}],
             "categories": [{"id": 7, "name": "dent"}, {"id": 8, "name": "scratch", "supercategory": "defect"}]}""";

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(root.resolve("set"));
        DatasetFiles.image(root.resolve("e.png"), 28, false, 5);
    }

    @Test
    void cocoPicturesHaveTheirOneCategory() throws IOException {
        Path file = coco(folder);

        CollectedSamples train = CollectedSamples.of(coco(file, Map.of()), Split.TRAIN, GREY);

        // Then one without annotations is unlabelled, and one with two categories is rejected
        assertThat(coco(file, Map.of()).classNames()).containsExactly("dent");
        assertThat(train.labels).containsExactly(0, SampleSink.UNLABELLED);
        assertThat(train.parts).containsExactly(new ImagePart(null, "a.png", null), new ImagePart(null, "c.png", null));
        assertThat(train.rejected).hasSize(6).containsEntry("train.json images[1]",
                "(b.png) has annotations of [dent, scratch], expected one category; with several=largest, the largest area decides");
        assertThat(train.rejected.get("train.json images[3]")).contains("(d.png) is 'd.png', which is not there");
        assertThat(train.rejected.get("train.json images[4]")).contains("leads out of");
        assertThat(train.rejected.get("train.json images[5]")).contains("has the id 1 as train.json images[0]");
        assertThat(train.rejected.get("train.json images[6]")).contains("lacks id or file_name");
        assertThat(train.rejected).containsKey("train.json annotations of image_id 99");
    }

    @Test
    void cocoOptionsNameGoodPicturesTheLargestAndTheTestSplit() throws IOException {
        coco(Files.createDirectory(root.resolve("held-out")));
        Dataset dataset = coco(coco(folder),
                Map.of("good", "ok", "several", "largest", "test", "../held-out/train.json"));

        assertThat(dataset.classNames()).containsExactly("dent", "ok", "scratch");
        assertThat(CollectedSamples.of(dataset, Split.TRAIN, GREY).labels).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(CollectedSamples.of(dataset, Split.TEST, GREY).labels).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void cocoThatIsNoneSaysWhere() throws IOException {
        Path file = Files.writeString(folder.resolve("train.json"), "{\"images\": [\n{\"id\": \"one\"}]}");

        assertThatThrownBy(() -> coco(file, Map.of())).isInstanceOf(DatasetException.class)
                .hasMessageContaining("train.json line 2, column");
    }

    @Test
    void vocPicturesHaveTheNameOfTheirObjects() throws IOException {
        voc();
        Files.createDirectories(folder.resolve("ImageSets/Main"));
        Files.writeString(folder.resolve("ImageSets/Main/train.txt"), "a\nb\n\nc\nd\n../e\n");
        Files.writeString(folder.resolve("ImageSets/Main/val.txt"), "a\nf\n");

        Dataset dataset = voc(Map.of("good", "ok"));
        CollectedSamples train = CollectedSamples.of(dataset, Split.TRAIN, GREY);

        // Then the name of an object's part is no class of the picture
        assertThat(dataset.classNames()).containsExactly("dent", "ok");
        assertThat(train.labels).containsExactlyInAnyOrder(0, 1);
        assertThat(train.parts).contains(new ImagePart(null, "a.png", null));
        assertThat(train.rejected).hasSize(4)
                .containsEntry("train.txt line 5", "is 'd', of which there is no picture in JPEGImages")
                .containsEntry("val.txt line 1", "is 'a' as train.txt line 1, expected each picture once");
        assertThat(train.rejected.get("train.txt line 2")).startsWith("has annotations of [dent, scratch]");
        assertThat(CollectedSamples.of(dataset, Split.TEST, GREY).labels).containsExactly(1);
    }

    @Test
    void vocWithoutListsIsTrainsAlone() throws IOException {
        voc();

        assertThat(CollectedSamples.of(voc(Map.of("several", "largest")), Split.TRAIN, GREY).labels)
                .containsExactlyInAnyOrder(0, 1, SampleSink.UNLABELLED, SampleSink.UNLABELLED);
    }

    /** Given XML that names a file of the machine, or is cut, then it is refused, and read no further. */
    @Test
    void vocTakesNoOtherFilesIn() throws IOException {
        voc();
        Files.writeString(folder.resolve("Annotations/c.xml"), """
                <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <annotation><object><name>&x;</name></object></annotation>""");
        Files.writeString(folder.resolve("Annotations/f.xml"), "<annotation>\n<object><name>dent</name>");

        CollectedSamples train = CollectedSamples.of(voc(Map.of()), Split.TRAIN, GREY);

        assertThat(train.rejected.get("c")).contains("c.xml, which is no annotation in line 1").contains("DOCTYPE");
        assertThat(train.rejected.get("f")).contains("f.xml, which is no annotation in line 2");
    }

    @Test
    void wrongOptionsAreNamed() throws IOException {
        DatasetCatalog catalog = new DatasetCatalog(null);
        String file = "coco:" + coco(folder);

        assertThatThrownBy(() -> catalog.check(file + "?several=both")).isInstanceOf(InvalidFieldException.class)
                .hasMessage("spec has several=both, expected one of reject, largest");
        assertThatThrownBy(() -> catalog.check(file + "?god=ok"))
                .hasMessageContaining("option is 'god', expected one of fit, ")
                .hasMessageContaining("good, several, test");
        assertThatThrownBy(() -> catalog.check(file + "?test=other.json")).hasMessageContaining("other.json, which is");
        assertThatThrownBy(() -> catalog.check("csv:" + folder)).hasMessageContaining("which is not there or no file");
        assertThatThrownBy(() -> catalog.check("folder:" + folder + "?name=(?<partId>.+"))
                .hasMessageContaining("which is no regular expression");
        assertThatThrownBy(() -> catalog.check("folder:" + folder + "?name=.+"))
                .hasMessageContaining("expected a group (?<partId>...)");
        assertThat(catalog.check("folder:" + folder + "?fit=crop&tile=64,overlap=16&name=(?<partId>[^&=]+)&.*"))
                .satisfies(spec -> assertThat(spec.location()).isEqualTo(folder + "?name=(?<partId>[^&=]+)&.*"))
                .satisfies(spec -> assertThat(spec.pictures().hasTiles()).isTrue());
    }

    private static Path coco(Path folder) throws IOException {
        for (String name : List.of("a", "b", "c")) {
            DatasetFiles.image(folder.resolve(name + ".png"), 28, false, name.charAt(0));
        }
        return Files.writeString(folder.resolve("train.json"), COCO);
    }

    private static Dataset coco(Path file, Map<String, String> options) {
        return CocoDataset.open(new SpecLocation(file, options), 0);
    }

    private void voc() throws IOException {
        for (String name : List.of("a", "b", "c", "f")) {
            DatasetFiles.image(folder.resolve("JPEGImages").resolve(name + ".png"), 28, false, name.charAt(0));
        }
        Files.createDirectories(folder.resolve("Annotations"));
        Files.writeString(folder.resolve("Annotations/a.xml"), """
                <annotation><filename>a.png</filename>
                <object><name> dent </name><part><name>edge</name></part></object>
                <object><name>dent</name></object></annotation>""");
        Files.writeString(folder.resolve("Annotations/b.xml"),
                """
                        <annotation>
                        <object><name>dent</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object>
                        <object><name>scratch</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>2</xmax><ymax>9</ymax></bndbox></object>
                        </annotation>""");
        Files.writeString(folder.resolve("Annotations/c.xml"), "<annotation/>");
    }

    private Dataset voc(Map<String, String> options) {
        return VocDataset.open(new SpecLocation(folder, options), 0);
    }
}
