package io.crossline.dashboard.stub;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Random;

import javax.imageio.ImageIO;

/** Small drawn parts, 28x28 grey, as PNG: a bright line and a dark one. */
final class Pictures {

    private static final int SIDE = 28;

    private Pictures() {}

    static String dataUri(int label, boolean dark, long seed) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(part(label, dark, seed)));
    }

    static byte[] contactSheet(int count, boolean dark, long seed) {
        int columns = Math.min(count, 6);
        int rows = (count + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(columns * SIDE, rows * SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = sheet.createGraphics();
        for (int i = 0; i < count; i++) {
            pen.drawImage(part(i, dark, seed + i), i % columns * SIDE, i / columns * SIDE, null);
        }
        pen.dispose();
        return png(sheet);
    }

    private static BufferedImage part(int label, boolean dark, long seed) {
        Random random = new Random(seed * 31 + label);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(grey(dark ? 40 : 60));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.translate(SIDE / 2 + random.nextInt(3) - 1, SIDE / 2 + random.nextInt(3) - 1);
        pen.rotate(random.nextGaussian() * 0.15);
        pen.setColor(grey(dark ? 110 : 210));
        pen.fillRoundRect(-10, -9, 20, 18, 5, 5);
        pen.setColor(grey(dark ? 60 : 90));
        pen.setStroke(new BasicStroke(1.5f));
        switch (label % 6) {
            case 1 -> pen.drawLine(-7, -5, 6, 4);
            case 2 -> pen.fillOval(-3, -3, 6, 6);
            case 3 -> pen.fillRect(5, -9, 5, 6);
            case 4 -> pen.drawOval(-4, -2, 9, 5);
            case 5 -> pen.fillOval(-8, 2, 3, 3);
            default -> pen.drawOval(-6, -6, 12, 12);
        }
        pen.dispose();
        return image;
    }

    private static Color grey(int level) {
        return new Color(level, level, level);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
