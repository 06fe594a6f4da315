package io.crossline.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a part is served as whose picture was cut into tiles: the verdict of its worst tile.
 *
 * @param part as its images name it, without a tile
 * @param image index in the batch of the worst tile
 * @param tile the worst tile
 * @param verdict what that tile is served as
 * @param probability of that tile's most probable class, 0 to 1
 */
public record PartVerdict(ImagePart part, int image, ImageTile tile, String verdict, double probability) {

    public PartVerdict {
        Require.present("part", part);
        Require.that(image >= 0, "image", "is " + image + ", expected 0 or more");
        Require.present("tile", tile);
        Require.text("verdict", verdict);
    }

    /**
     * The parts of a batch, in their order. A tile of an unknown kind is worse than one with a defect, and that is worse than a good one; of two
     * with a defect the one with the higher probability is worse, of two good ones the one with the lower. Where no class is good, as with
     * digits, the tile with the lowest probability is the worst.
     *
     * @param goodClass index of the class of parts without a defect; empty where there is none
     * @return empty where the batch has no tiles
     */
    static List<PartVerdict> of(BatchPredicted batch, OptionalInt goodClass) {
        List<PartVerdict> verdicts = new ArrayList<>();
        int worst = -1;
        for (int image = 0; image < batch.parts().size(); image++) {
            ImageTile tile = batch.part(image).tile();
            if (tile == null) {
                continue;
            }
            worst = worst < 0 || badness(batch, image, goodClass) > badness(batch, worst, goodClass) ? image : worst;
            if (tile.index() == tile.count() - 1 || !isSamePart(batch, image, image + 1)) {
                verdicts.add(of(batch, worst));
                worst = -1;
            }
        }
        return verdicts;
    }

    private static PartVerdict of(BatchPredicted batch, int image) {
        ImagePart part = batch.part(image);
        return new PartVerdict(new ImagePart(part.partId(), part.fileName(), part.capturedAt()), image, part.tile(),
                batch.verdict(image), batch.probabilities().get(image));
    }

    private static boolean isSamePart(BatchPredicted batch, int image, int next) {
        if (next >= batch.parts().size()) {
            return false;
        }
        ImageTile tile = batch.part(image).tile();
        ImageTile following = batch.part(next).tile();
        return following != null && following.index() == tile.index() + 1 && following.count() == tile.count();
    }

    private static double badness(BatchPredicted batch, int image, OptionalInt goodClass) {
        double probability = batch.probabilities().get(image);
        if (batch.isUnknown(image)) {
            return 2;
        }
        boolean defect = goodClass.isPresent() && batch.classes().get(image) != goodClass.getAsInt();
        return defect ? 1 + probability : 1 - probability;
    }
}
