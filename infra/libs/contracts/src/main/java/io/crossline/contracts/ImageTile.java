package io.crossline.contracts;

/**
 * Which piece of a part's picture an image is.
 *
 * @param index from 0, row by row
 * @param count tiles of the picture, 1 to 64
 */
public record ImageTile(int index, int count) {

    public static final int MOST = 64;

    public ImageTile {
        Require.that(count >= 1 && count <= MOST, "tile.count", "is " + count + ", expected 1 to " + MOST);
        Require.that(index >= 0 && index < count, "tile.index", "is " + index + ", expected 0 to " + (count - 1));
    }
}
