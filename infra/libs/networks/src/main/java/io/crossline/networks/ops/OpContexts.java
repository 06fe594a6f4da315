package io.crossline.networks.ops;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's op contexts, one a thread for each op with its arguments. ND4J frees a context's native memory once the garbage
 * collector has found it: with a new one for each call, memory outside the heap grows until then.
 */
final class OpContexts {

    private static final ThreadLocal<Map<Call, OpContext>> CONTEXTS = ThreadLocal.withInitial(HashMap::new);

    private OpContexts() {}

    /** A context that holds the arguments and no arrays; the caller purges it after the call. */
    static OpContext of(String op, long[] integers, double[] numbers, boolean[] flags) {
        Call call = new Call(op, integers, numbers, flags);
        return CONTEXTS.get().computeIfAbsent(call, OpContexts::create);
    }

    private static OpContext create(Call call) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        // the outputs' shapes are taken as they are: ND4J would compute and compare them at every call
        context.shapeFunctionOverride(true);
        context.setIArguments(call.integers());
        context.setTArguments(call.numbers());
        context.setBArguments(call.flags());
        return context;
    }

    private record Call(String op, long[] integers, double[] numbers, boolean[] flags) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Call that && op.equals(that.op) && Arrays.equals(integers, that.integers)
                    && Arrays.equals(numbers, that.numbers) && Arrays.equals(flags, that.flags);
        }

        @Override
        public int hashCode() {
            return List.of(op, Arrays.hashCode(integers), Arrays.hashCode(numbers), Arrays.hashCode(flags)).hashCode();
        }
    }
}
