package io.crossline.evaluation.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

import io.crossline.evaluation.scoring.PlacedImage;

/** Several images side by side in one PNG. */
final class ContactSheet {

    private static final int COLUMNS = 6;
    private static final int MIN_TILE = 96;
    private static final int GAP = 4;
    private static final Color BACKGROUND = new Color(0xf2, 0xf4, 0xf7);

    private ContactSheet() {}

    /**
     * @param images at least one, grey or colour
     * @return PNG, six images a row, all as large as the first; small ones enlarged by a whole factor
     */
    static byte[] png(List<PlacedImage> images) {
        int columns = Math.min(COLUMNS, images.size());
        int rows = (images.size() + columns - 1) / columns;
        int firstWidth = images.get(0).shape().width();
        int factor = Math.max(1, (MIN_TILE + firstWidth - 1) / firstWidth);
        int width = firstWidth * factor;
        int height = images.get(0).shape().height() * factor;
        BufferedImage sheet = new BufferedImage(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(BACKGROUND);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        for (int i = 0; i < images.size(); i++) {
            graphics.drawImage(Png.image(images.get(i)), GAP + i % columns * (width + GAP),
                    GAP + i / columns * (height + GAP), width, height, null);
        }
        graphics.dispose();
        return Png.encode(sheet);
    }
}
