package io.crossline.networks;

import io.crossline.networks.tape.ParameterSet;

/** Finds the parameters of one layer by DL4J's key. */
@FunctionalInterface
interface LayerParameters {

    ParameterSet.Parameter get(String key);
}
