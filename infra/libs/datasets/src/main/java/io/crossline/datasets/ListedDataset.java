package io.crossline.datasets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;

/**
 * Pictures in files of their own. Those of a split are mixed by the seed, the ones with a class before the ones without, as
 * a batch holds one kind alone. Broken files and files of unknown classes are rejected; the others go on.
 */
final class ListedDataset implements Dataset {

    private static final int NATURAL_SIDE = 64;

    private final Listing listing;
    private final Map<Split, List<ListedPicture>> splits = new TreeMap<>();
    private final String fingerprint;

    /** @throws DatasetException if there is no train picture */
    ListedDataset(Listing listing, long seed) {
        this.listing = listing;
        listing.pictures().forEach(
                picture -> splits.computeIfAbsent(picture.split(), split -> new ArrayList<>()).add(picture));
        if (!splits.containsKey(Split.TRAIN)) {
            throw new DatasetException(listing.source() + " holds no train images that can be used, "
                    + listing.rejected().size() + " items were rejected" + firstRejection());
        }
        Fingerprint found = new Fingerprint();
        splits.values().forEach(pictures -> pictures.forEach(picture -> add(picture, found)));
        fingerprint = found.hex();
        Random random = new Random(seed);
        splits.values().forEach(pictures -> {
            Collections.shuffle(pictures, random);
            pictures.sort((one, other) -> Boolean.compare(one.className() == null, other.className() == null));
        });
    }

    private String firstRejection() {
        return listing.rejected().entrySet().stream().findFirst()
                .map(first -> ", the first: " + first.getKey() + " " + first.getValue()).orElse("");
    }

    private static void add(ListedPicture picture, Fingerprint found) {
        found.text(String.valueOf(picture.className())).file(picture.file());
        if (!picture.part().isUnnamed()) {
            found.text(picture.part().toString());
        }
    }

    /** 64x64, grey or colour as the first image that can be read. */
    @Override
    public ImageShape naturalShape() {
        return splits.get(Split.TRAIN).stream().map(picture -> channels(picture.file()))
                .filter(OptionalInt::isPresent).findFirst()
                .map(channels -> new ImageShape(channels.getAsInt(), NATURAL_SIDE, NATURAL_SIDE))
                .orElseThrow(() -> new DatasetException(listing.source() + " holds no train image that can be read"));
    }

    private static OptionalInt channels(Path file) {
        try {
            return OptionalInt.of(PictureDecoder.decode(file, picture -> picture.size().channels()));
        } catch (DatasetException e) {
            // rejected with its reason when its turn to be read comes
            return OptionalInt.empty();
        }
    }

    @Override
    public List<String> classNames() {
        return listing.classNames();
    }

    @Override
    public List<Split> splits() {
        return List.copyOf(splits.keySet());
    }

    @Override
    public OptionalLong count(Split split) {
        return OptionalLong.of(splits.getOrDefault(split, List.of()).size());
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    /** What the listing rejects is handed on with the train images. */
    @Override
    public void read(Split split, ImageShape shape, PictureSettings pictures, SampleSink sink) {
        if (split == Split.TRAIN) {
            listing.rejected().forEach(sink::reject);
        }
        PictureMaker maker = new PictureMaker(pictures, shape);
        for (ListedPicture picture : splits.getOrDefault(split, List.of())) {
            if (!sink.wantsMore()) {
                return;
            }
            read(picture, maker, sink);
        }
    }

    private void read(ListedPicture picture, PictureMaker maker, SampleSink sink) {
        String className = picture.className();
        int label = className == null ? SampleSink.UNLABELLED : classNames().indexOf(className);
        if (className != null && label < 0) {
            sink.reject(picture.item(), "has class '" + className + "', expected one of train's: " + classNames());
            return;
        }
        try {
            for (MadePicture made : maker.make(picture.file())) {
                made.handOver(picture.file(), label, whole(made, picture), sink);
            }
        } catch (DatasetException e) {
            sink.reject(picture.item(), e.getMessage());
        }
    }

    /** Named where something is known of it, or its tiles have to be known as one part's; otherwise the same picture makes the same batch wherever its file lies. */
    private static ImagePart whole(MadePicture made, ListedPicture picture) {
        ImagePart part = picture.part();
        if (part.isUnnamed() && made.images().size() == 1) {
            return part;
        }
        String name = part.fileName() == null ? picture.item() : part.fileName();
        return new ImagePart(part.partId(), made.page() == 0 ? name : name + "#" + (made.page() + 1),
                part.capturedAt());
    }
}
