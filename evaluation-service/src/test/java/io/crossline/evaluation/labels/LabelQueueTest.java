package io.crossline.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.monitoring.drift.ImagePlace;

class LabelQueueTest {

    private static final PlacedImage PICTURE = new PlacedImage(new ImageShape(1, 1, 1), new byte[1]);

    private final List<ImagePlace> removed = new ArrayList<>();
    private final List<ImagePlace> read = new ArrayList<>();

    /** Given six images of which the first, third and fourth are gone, when three are wanted, then the other three come. */
    @Test
    void imagesThatAreNoLongerInKafkaLeaveTheQueue() {
        List<LabelCandidate> waiting = IntStream.range(0, 6).mapToObj(LabelQueueTest::candidate).toList();
        LabelQueue queue = new LabelQueue(book(waiting), bus(1, 4, 5), null);

        List<QueuedImage> images = queue.images("line", 3);

        assertThat(images).extracting(image -> image.candidate().place().image()).containsExactly(1, 4, 5);
        assertThat(removed).extracting(ImagePlace::image).containsExactly(0, 2, 3);
    }

    /** Given many images, when two are wanted, then no more than two pictures are read. */
    @Test
    void noMorePicturesAreReadThanAreWanted() {
        List<LabelCandidate> waiting = IntStream.range(0, 50).mapToObj(LabelQueueTest::candidate).toList();
        LabelQueue queue = new LabelQueue(book(waiting), bus(IntStream.range(0, 50).toArray()), null);

        assertThat(queue.images("line", 2)).hasSize(2);
        assertThat(read).extracting(ImagePlace::image).containsExactly(0, 1);
        assertThat(removed).isEmpty();
    }

    private LabelBook book(List<LabelCandidate> waiting) {
        return (LabelBook) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{LabelBook.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("waiting")) {
                        return waiting;
                    }
                    assertThat(method.getName()).isEqualTo("remove");
                    ((Collection<?>) arguments[0]).forEach(place -> removed.add((ImagePlace) place));
                    return null;
                });
    }

    private PlacedImages bus(int... there) {
        return (line, places) -> {
            read.addAll(places);
            Map<ImagePlace, PlacedImage> found = new HashMap<>();
            places.stream().filter(place -> IntStream.of(there).anyMatch(image -> image == place.image()))
                    .forEach(place -> found.put(place, PICTURE));
            return found;
        };
    }

    private static LabelCandidate candidate(int image) {
        return new LabelCandidate(new ImagePlace("images", 0, 3, image), "dann-1", "ring", 0.5, LabelReason.UNCERTAIN,
                Instant.EPOCH);
    }
}
