package io.crossline.translation.generator;

import java.util.List;

/** All accepted generators, as of now. */
public interface GeneratorCatalog {

    /** In the order in which they were accepted. */
    List<AcceptedGenerator> all();

    /** The newest generator of every line pair whose source is this line. */
    List<AcceptedGenerator> newestOf(String sourceLine);
}
