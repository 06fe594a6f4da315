package io.crossline.contracts;

import java.util.Locale;

/**
 * How a line's images are made of the pictures that its camera sends as files. Batches that an outside producer writes are taken as they are.
 *
 * @param fit what becomes of another aspect ratio
 * @param region that the line looks at, or null for the whole picture
 * @param bits that a camera uses of 16, 8 to 16: 12 where its highest value is 4095; files of 8 bits are taken as they are
 * @param background colour behind transparent pixels and beside a letterboxed picture, as {@code #rrggbb}
 * @param upright whether a picture is turned as its EXIF orientation says
 * @param pages what becomes of files with several pages
 * @param tiles or null where the picture is one image
 */
public record PictureSettings(PictureFit fit, PictureRegion region, int bits, String background, boolean upright,
        PicturePages pages, PictureTiles tiles) {

    public static final int MOST_BITS = 16;
    private static final int LEAST_BITS = 8;
    private static final String BLACK = "#000000";

    /** Of a line for which nobody says otherwise. */
    public static final PictureSettings DEFAULT = new PictureSettings(PictureFit.LETTERBOX, null, MOST_BITS, BLACK,
            true,
            PicturePages.FIRST, null);
    /** Of lines that were registered before there were settings, and of models that were trained on them. */
    public static final PictureSettings STRETCHED = new PictureSettings(PictureFit.STRETCH, null, MOST_BITS, BLACK,
            false,
            PicturePages.FIRST, null);

    public PictureSettings {
        Require.present("fit", fit);
        Require.that(bits >= LEAST_BITS && bits <= MOST_BITS, "bits",
                "is " + bits + ", expected " + LEAST_BITS + " to " + MOST_BITS);
        background = Require.present("background", background).toLowerCase(Locale.ROOT);
        Require.that(background.matches("#[0-9a-f]{6}"), "background",
                "is '" + background + "', expected a colour such as #808080");
        Require.present("pages", pages);
    }

    /** Red, green or blue of the background, 0 to 255. */
    public int background(int channel) {
        return Integer.parseInt(background.substring(1 + 2 * channel, 3 + 2 * channel), 16);
    }

    /** Size to which a picture is brought before it is cut into tiles, {@code [C, H, W]}: that of the line's images where there are none. */
    public ImageShape whole(ImageShape images) {
        return tiles == null ? images : new ImageShape(images.channels(), tiles.height(), tiles.width());
    }

    /** Images that one picture makes. */
    public int imagesOfPicture() {
        return tiles == null ? 1 : tiles.count();
    }

    /** As a data set's spec says it: {@code fit=letterbox&bits=16}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("fit=" + fit.name().toLowerCase(Locale.ROOT));
        if (region != null) {
            text.append("&region=").append(region);
        }
        text.append("&bits=").append(bits).append("&background=").append(background).append("&upright=").append(upright)
                .append("&pages=").append(pages.name().toLowerCase(Locale.ROOT));
        if (tiles != null) {
            text.append("&tile=").append(tiles.side()).append("&overlap=").append(tiles.overlap()).append(" of ")
                    .append(tiles.height()).append("x").append(tiles.width());
        }
        return text.toString();
    }

    /** @throws InvalidFieldException unless tiles, where there are some, have the shape of the line's images */
    public void requireFits(ImageShape images) {
        Require.that(tiles == null || tiles.side() == images.height() && tiles.side() == images.width(), "tile",
                "is " + (tiles == null ? 0 : tiles.side()) + ", expected the size of the line's images, " + images);
    }
}
