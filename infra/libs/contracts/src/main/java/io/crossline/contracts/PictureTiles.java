package io.crossline.contracts;

/**
 * How a line's pictures are cut into square tiles, each of which is an image to the model. A picture is brought to {@code height x width}
 * first. Tiles are spread evenly, so that the first and the last lie at the edges and neighbours share at least {@code overlap} pixels.
 *
 * @param side of a tile in pixels, 28 or more
 * @param overlap in pixels, 0 to half the side
 * @param height of the picture that is cut, at least the side, at most 1024
 * @param width likewise
 */
public record PictureTiles(int side, int overlap, int height, int width) {

    /** Where nobody says so; a defect as large lies in one tile as a whole. */
    public static final int DEFAULT_OVERLAP = 16;
    private static final int LEAST_SIDE = 28;

    public PictureTiles {
        Require.that(side >= LEAST_SIDE && side <= ImageShape.MAX_SIDE, "tile",
                "is " + side + ", expected " + LEAST_SIDE + " to " + ImageShape.MAX_SIDE + " pixels");
        Require.that(overlap >= 0 && overlap <= side / 2, "overlap",
                "is " + overlap + ", expected 0 to " + side / 2 + ", half a tile");
        requireSide("height", height, side);
        requireSide("width", width, side);
        int count = along(height, side, overlap) * along(width, side, overlap);
        Require.that(count <= ImageTile.MOST, "tile", "is " + side + ", which makes " + count + " tiles of "
                + height + "x" + width + " pixels, expected at most " + ImageTile.MOST);
    }

    private static void requireSide(String name, int value, int least) {
        Require.that(value >= least && value <= ImageShape.MAX_SIDE, "tile",
                "is " + least + ", but the picture's " + name
                        + " is " + value + ": expected a tile that is not larger than the picture, and at most "
                        + ImageShape.MAX_SIDE + " pixels");
    }

    public int rows() {
        return along(height, side, overlap);
    }

    public int columns() {
        return along(width, side, overlap);
    }

    public int count() {
        return rows() * columns();
    }

    /** First row of pixels of the tiles in a row of tiles. */
    public int top(int row) {
        return start(row, rows(), height);
    }

    /** First column of pixels of the tiles in a column of tiles. */
    public int left(int column) {
        return start(column, columns(), width);
    }

    private int start(int index, int count, int length) {
        return count == 1 ? 0 : Math.round((float) index * (length - side) / (count - 1));
    }

    private static int along(int length, int side, int overlap) {
        return 1 + (length - side + side - overlap - 1) / (side - overlap);
    }
}
