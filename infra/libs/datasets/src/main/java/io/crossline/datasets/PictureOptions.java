package io.crossline.datasets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.PictureFit;
import io.crossline.contracts.PicturePages;
import io.crossline.contracts.PictureRegion;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.PictureTiles;

/**
 * What a data set's spec says of its pictures after the {@code ?}: {@code fit=crop&bits=12&tile=64,overlap=16}. Options stand between
 * {@code &} or, as in the last one, {@code ,}.
 */
public final class PictureOptions {

    static final List<String> NAMES = List.of("fit", "region", "bits", "background", "upright", "pages", "tile",
            "overlap");

    private final Map<String, String> values;

    private PictureOptions(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param text null or empty where there is no {@code ?}
     * @throws InvalidFieldException if an option is not known
     */
    static PictureOptions parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String[] options = text == null || text.isBlank() ? new String[0] : text.split("&|,(?=[a-z])");
        for (String option : options) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!NAMES.contains(name)) {
                throw new InvalidFieldException("option",
                        "is '" + name + "', expected one of " + String.join(", ", NAMES));
            }
            values.put(name, equals < 0 ? "" : option.substring(equals + 1));
        }
        PictureOptions all = new PictureOptions(values);
        // says what is wrong with a value before the data set is opened; whether tiles fit is known when its size is
        all.with(null);
        all.number("tile", 0);
        all.number("overlap", 0);
        return all;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether pictures are cut into tiles. */
    public boolean hasTiles() {
        return values.containsKey("tile");
    }

    /**
     * @param whole size of a picture before it is cut into tiles
     * @return what the options say; for the rest, what holds where nobody says anything
     * @throws InvalidFieldException for the option that has no such value
     */
    public PictureSettings settings(ImageShape whole) {
        return with(tiles(whole));
    }

    private PictureSettings with(PictureTiles tiles) {
        PictureSettings otherwise = PictureSettings.DEFAULT;
        return new PictureSettings(
                values.containsKey("fit") ? PictureFit.of(values.get("fit")) : otherwise.fit(),
                values.containsKey("region") ? PictureRegion.parse(values.get("region")) : null,
                number("bits", otherwise.bits()), values.getOrDefault("background", otherwise.background()),
                upright(), values.containsKey("pages") ? PicturePages.of(values.get("pages")) : otherwise.pages(),
                tiles);
    }

    private boolean upright() {
        String value = values.getOrDefault("upright", "true");
        if (!List.of("true", "false").contains(value)) {
            throw new InvalidFieldException("upright", "is '" + value + "', expected true or false");
        }
        return Boolean.parseBoolean(value);
    }

    private PictureTiles tiles(ImageShape whole) {
        if (!hasTiles()) {
            if (values.containsKey("overlap")) {
                throw new InvalidFieldException("overlap",
                        "is given, but not tile: the side of a tile, such as tile=64");
            }
            return null;
        }
        int side = number("tile", 0);
        return new PictureTiles(side, number("overlap", Math.min(PictureTiles.DEFAULT_OVERLAP, side / 2)),
                whole.height(), whole.width());
    }

    private int number(String name, int otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(name, "is '" + value + "', expected a whole number", e);
        }
    }
}
