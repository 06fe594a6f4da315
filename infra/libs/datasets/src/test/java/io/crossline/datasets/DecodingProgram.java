package io.crossline.datasets;

import java.io.PrintStream;
import java.nio.file.Path;

import io.crossline.contracts.ImageShape;

/** Decodes the files given and says of each whether it fits a training's shape, or why not: for a test that gives it little memory. */
final class DecodingProgram {

    private DecodingProgram() {}

    public static void main(String[] files) {
        PrintStream out = System.out;
        ImageFitter fitter = new ImageFitter(new ImageShape(3, 64, 64));
        for (String name : files) {
            Path file = Path.of(name);
            try {
                byte[] pixels = PictureDecoder.decode(file, fitter::fit);
                out.println(file.getFileName() + (pixels.length == fitter.shape().bytes() ? " fits" : " does not fit"));
            } catch (DatasetException e) {
                out.println(file.getFileName() + " " + e.getMessage());
            }
        }
    }
}
