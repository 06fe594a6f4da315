package io.crossline.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Several images side by side in one PNG. */
public final class ContactSheet {

    /** Colour between the images. */
    public static final Color BACKGROUND = new Color(0xf2, 0xf4, 0xf7);
    /** Pixels between two images. */
    public static final int GAP = 4;
    private static final int COLUMNS = 6;
    private static final int MIN_SIDE = 96;

    private ContactSheet() {}

    /**
     * @param images at least one
     * @return PNG, six images a row, all as large as the first; small ones enlarged by a whole factor
     */
    public static byte[] png(List<BufferedImage> images) {
        int columns = Math.min(COLUMNS, images.size());
        int rows = (images.size() + columns - 1) / columns;
        BufferedImage first = images.get(0);
        int factor = Math.max(1, (MIN_SIDE + first.getWidth() - 1) / first.getWidth());
        int width = first.getWidth() * factor;
        int height = first.getHeight() * factor;
        BufferedImage sheet = new BufferedImage(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(BACKGROUND);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        for (int i = 0; i < images.size(); i++) {
            graphics.drawImage(images.get(i), GAP + i % columns * (width + GAP), GAP + i / columns * (height + GAP),
                    width, height, null);
        }
        graphics.dispose();
        return ImageFile.encode(sheet, "png");
    }
}
