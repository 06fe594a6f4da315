package io.crossline.datasets;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

/**
 * A row of a CSV list. Cells may be empty, but for the path.
 *
 * @param values cells by their column, without the empty ones
 */
record CsvRow(Map<String, String> values) {

    static final String PATH = "path";
    private static final String CLASS = "class";
    private static final String SPLIT = "split";
    private static final String PART_ID = "partId";
    private static final String CAPTURED_AT = "capturedAt";

    /** Path of the picture, its class (none: unlabelled), its split (none: train), part id and capture time. */
    static final List<String> COLUMNS = List.of(PATH, CLASS, SPLIT, PART_ID, CAPTURED_AT);

    /** @throws DatasetException if it has another number of cells, or one that goes over the end of a line */
    static CsvRow of(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new DatasetException("has " + cells.size() + " cells, expected one for each of " + columns);
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = cells.get(i).strip();
            if (cell.indexOf('\n') >= 0) {
                throw new DatasetException("column " + columns.get(i)
                        + ": goes over the end of the line, expected a quote that ends before it");
            }
            if (!cell.isEmpty()) {
                values.put(columns.get(i), cell);
            }
        }
        return new CsvRow(values);
    }

    /** @throws DatasetException naming the column that is wrong */
    ListedPicture picture(String item, PictureRoot root) {
        String path = column(PATH, Function.identity());
        if (path == null) {
            throw new DatasetException("column path: is empty, expected the path of a picture");
        }
        Split split = column(SPLIT, Split::of);
        Instant capturedAt = column(CAPTURED_AT, CaptureTime::parse);
        column(PART_ID, id -> new ImagePart(id, null, null));
        return new ListedPicture(item, column(PATH, root::file), split == null ? Split.TRAIN : split,
                column(CLASS, ClassNames::normal),
                column(PATH, name -> new ImagePart(values.get(PART_ID), ClassNames.normal(name), capturedAt)));
    }

    /** Null where the cell is empty. */
    private <T> T column(String name, Function<String, T> meaning) {
        try {
            return values.containsKey(name) ? meaning.apply(values.get(name)) : null;
        } catch (InvalidFieldException | DatasetException e) {
            throw new DatasetException("column " + name + ": " + e.getMessage(), e);
        }
    }
}
