package io.crossline.datasets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.PictureTiles;

/** Makes a line's images of picture files, as the line's settings say. */
public final class PictureMaker {

    /** Size of a feature in camera pixels, of which a note says what is left of it. */
    private static final int FEATURE = 12;

    private final PictureSettings settings;
    private final ImageShape shape;
    private final ImageFitter fitter;

    /** @param shape of the images, that is of the tiles where the settings have some */
    public PictureMaker(PictureSettings settings, ImageShape shape) {
        settings.requireFits(shape);
        this.settings = settings;
        this.shape = shape;
        this.fitter = new ImageFitter(settings.whole(shape), settings);
    }

    public PictureSettings settings() {
        return settings;
    }

    public ImageShape shape() {
        return shape;
    }

    /**
     * @return a picture, or one a page where the settings take all of them
     * @throws DatasetException saying why the file is no picture that can be used
     */
    public List<MadePicture> make(Path file) {
        return PictureDecoder.decode(file, settings, this::made);
    }

    private MadePicture made(Picture picture, int page, List<PictureNote> notes) {
        List<PictureNote> all = new ArrayList<>(notes);
        double scale = fitter.scale(picture.camera());
        if (scale < 0.5) {
            all.add(new PictureNote(PictureNote.Kind.SHRUNK,
                    String.format(Locale.ROOT, "%d x %d pixels become %d x %d: a feature of %d px becomes %.1f px",
                            picture.camera().width(), picture.camera().height(),
                            Math.round(picture.camera().width() * scale), Math.round(picture.camera().height() * scale),
                            FEATURE, FEATURE * scale)));
        }
        return new MadePicture(picture.camera(), page, tiles(fitter.fit(picture)), all);
    }

    private List<byte[]> tiles(byte[] whole) {
        PictureTiles tiles = settings.tiles();
        if (tiles == null) {
            return List.of(whole);
        }
        List<byte[]> cut = new ArrayList<>();
        for (int row = 0; row < tiles.rows(); row++) {
            for (int column = 0; column < tiles.columns(); column++) {
                cut.add(tile(whole, tiles.top(row), tiles.left(column)));
            }
        }
        return cut;
    }

    private byte[] tile(byte[] whole, int top, int left) {
        int rowBytes = shape.width() * shape.channels();
        int stride = settings.whole(shape).width() * shape.channels();
        byte[] tile = new byte[shape.bytes()];
        for (int y = 0; y < shape.height(); y++) {
            System.arraycopy(whole, (top + y) * stride + left * shape.channels(), tile, y * rowBytes, rowBytes);
        }
        return tile;
    }
}
