package io.crossline.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;

import io.crossline.contracts.Json;

/** What is read of a file of COCO annotations (object detection). */
record CocoFile(List<Image> images, List<Annotation> annotations, List<Category> categories) {

    /** @param fileName relative to the folder of the pictures */
    record Image(Long id, @JsonProperty("file_name") String fileName) {}

    /**
     * @param area of the object, in pixels, or null
     * @param bbox its x, y, width and height, or null
     */
    record Annotation(@JsonProperty("image_id") Long imageId, @JsonProperty("category_id") Long categoryId, Double area,
            List<Double> bbox) {

        double pixels() {
            if (area != null) {
                return area;
            }
            return bbox == null || bbox.size() != 4 ? 0 : bbox.get(2) * bbox.get(3);
        }
    }

    record Category(Long id, String name) {}

    CocoFile {
        images = images == null ? List.of() : images;
        annotations = annotations == null ? List.of() : annotations;
        categories = categories == null ? List.of() : categories;
    }

    /** @throws DatasetException naming the file, and the line and column where it is no such JSON */
    static CocoFile read(Path file) {
        try (var in = Files.newInputStream(file)) {
            CocoFile coco = Json.mapper().readValue(in, CocoFile.class);
            if (coco == null || coco.images().isEmpty()) {
                throw new DatasetException(
                        file + " lists no images, expected COCO's JSON with images, annotations and categories");
            }
            return coco;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
            throw new DatasetException(file + where + ": is no COCO JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new DatasetException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
