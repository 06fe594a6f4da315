package io.crossline.evaluation.kept;

import java.util.List;
import java.util.function.Consumer;

/** The models that serve lines, or may serve them again. */
public interface ChampionModels {

    /**
     * Does work with all lines' newest champions, unless another replica is doing it.
     *
     * @param ofEachLine how many champions of each line, the present one among them
     * @param work takes the models' versions, none twice
     */
    void withNewest(int ofEachLine, Consumer<List<String>> work);
}
