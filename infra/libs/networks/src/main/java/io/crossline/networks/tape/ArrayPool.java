package io.crossline.networks.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native memory in use again and again. The steps of a training run ask for the same sizes in the same order, so after the
 * first step nothing is allocated any more, and memory stays flat without the garbage collector's help. For one thread.
 */
public final class ArrayPool implements AutoCloseable {

    static {
        // The pool frees what it allocates; ND4J's forced collections every few seconds would only cost time.
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        if (Nd4j.getEnvironment().isCPU()) {
            // OpenBLAS has threads of its own, which spin for a while after each product and take the cores from the others'
            Nd4j.factory().blas().setMaxThreads(1);
        }
    }

    private final List<Block> all = new ArrayList<>();
    private final Map<Long, Deque<Block>> free = new HashMap<>();
    private long bytes;

    /** Memory for an array of floats with undefined content. Give it back with {@link #release}. */
    public Block take(long... shape) {
        long length = 1;
        for (long side : shape) {
            length *= side;
        }
        Deque<Block> blocks = free.get(length);
        if (blocks != null && !blocks.isEmpty()) {
            return blocks.pop();
        }
        bytes += length * Float.BYTES;
        Block block = new Block(Nd4j.createUninitializedDetached(DataType.FLOAT, length));
        all.add(block);
        return block;
    }

    public void release(Block block) {
        free.computeIfAbsent(block.length(), length -> new ArrayDeque<>()).push(block);
    }

    /** Bytes of native memory allocated so far, lent or not. */
    public long bytes() {
        return bytes;
    }

    /** Frees all memory, lent or not. */
    @Override
    public void close() {
        all.forEach(Block::free);
        all.clear();
        free.clear();
    }
}
