package io.crossline.datasets;

import java.util.List;
import java.util.OptionalLong;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;

/** A set of images that can be read any number of times, each time in the same order. */
public interface Dataset {

    /** Shape of the images where the client asks for none. */
    ImageShape naturalShape();

    /** Names of the classes in the order of their indices; empty where nothing is labelled. */
    List<String> classNames();

    /** The splits that are there, train first. */
    List<Split> splits();

    /** Number of images of the split, rejected ones included; empty where it is only known at the end. */
    OptionalLong count(Split split);

    /**
     * Changes when the data change: a hash over what was found, such as names, sizes and times of files. Part of the id
     * of the data set in Kafka.
     */
    String fingerprint();

    /**
     * Reads one split, image by image, until its end or until the sink wants no more.
     *
     * @param shape of every image handed over
     * @param pictures how images are made of picture files; data sets of other kinds pass over it
     * @throws DatasetException if the data cannot be read on; images handed over before are good
     */
    void read(Split split, ImageShape shape, PictureSettings pictures, SampleSink sink);
}
