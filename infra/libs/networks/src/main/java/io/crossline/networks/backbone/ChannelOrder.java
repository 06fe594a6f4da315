package io.crossline.networks.backbone;

/** The channels that a network takes. */
public enum ChannelOrder {
    RGB(3), BGR(3), GRAY(1);

    private final int count;

    ChannelOrder(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    /** Index, in an RGB image, of the network's channel; of no use for {@link #GRAY}. */
    int source(int channel) {
        return this == BGR ? 2 - channel : channel;
    }
}
