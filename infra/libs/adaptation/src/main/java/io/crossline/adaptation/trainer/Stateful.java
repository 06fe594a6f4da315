package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A part of a training run that a checkpoint holds. */
public interface Stateful {

    void save(DataOutput out) throws IOException;

    /** Reads what {@link #save} wrote. */
    void load(DataInput in) throws IOException;
}
