package io.crossline.ingest.line;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;

/** Several images of a batch side by side in one PNG. */
public final class ContactSheet {

    private static final int COLUMNS = 6;
    private static final int MIN_TILE = 96;
    private static final int GAP = 4;
    private static final Color BACKGROUND = new Color(0xf2, 0xf4, 0xf7);

    private ContactSheet() {}

    /**
     * @param count most images shown; they are taken evenly from the whole batch
     * @return PNG, six images a row, small ones enlarged by a whole factor
     */
    public static byte[] png(Images images, int count) {
        int shown = Math.min(count, images.count());
        int columns = Math.min(COLUMNS, shown);
        int rows = (shown + columns - 1) / columns;
        ImageShape shape = images.shape();
        int factor = Math.max(1, (MIN_TILE + shape.width() - 1) / shape.width());
        int width = shape.width() * factor;
        int height = shape.height() * factor;
        BufferedImage sheet = new BufferedImage(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(BACKGROUND);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        for (int i = 0; i < shown; i++) {
            int x = GAP + i % columns * (width + GAP);
            int y = GAP + i / columns * (height + GAP);
            int index = (int) ((long) i * images.count() / shown);
            graphics.drawImage(PictureImages.image(shape, images.image(index)), x, y, width, height, null);
        }
        graphics.dispose();
        return PictureImages.encoded(sheet, "png");
    }
}
