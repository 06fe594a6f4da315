package io.crossline.local.chaos;

import java.util.List;
import java.util.Map;

/**
 * The plant that is ready for a run.
 *
 * @param lines their names
 * @param models versions of the models that may be champion of each line
 * @param images new ones, by line
 * @param partitions of {@code images.captured}, by line
 */
record Plant(List<String> lines, List<String> models, Map<String, LineImages> images, Map<String, Integer> partitions) {

    /** The line whose key a record of this line must not have. */
    String other(String line) {
        return lines.get((lines.indexOf(line) + 1) % lines.size());
    }

    String model(int variant) {
        return models.get(variant % models.size());
    }
}
