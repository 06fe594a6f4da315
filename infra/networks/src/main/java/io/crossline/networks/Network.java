package io.crossline.networks;

/** A network: its declaration, its parameters, and how it is run. */
public final class Network implements AutoCloseable {

    public long parameterCount() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
