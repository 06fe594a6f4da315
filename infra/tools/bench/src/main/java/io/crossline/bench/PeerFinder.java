package io.crossline.bench;

import java.util.Optional;

import io.crossline.bench.process.PyTorch;

/** Looks for PyTorch on this machine. */
@FunctionalInterface
interface PeerFinder {

    Optional<PyTorch> find();
}
