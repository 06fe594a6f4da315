package io.crossline.networks.backbone;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

/**
 * One session of ONNX Runtime on the CPU. Takes one image at a time: what it gives for an image then cannot depend on the others of a batch,
 * and networks that were exported for one image work as well.
 */
final class OnnxNetwork implements AutoCloseable {

    private final String name;
    private final OrtSession session;
    private final NetworkInput input;
    private final String inputName;
    private final String outputName;
    private final Preprocessing preprocessing;

    /**
     * @param name of the file, for messages
     * @param threads that compute one image
     * @throws BackboneException if it is no network, or not one that the preprocessing fits
     */
    OnnxNetwork(String name, byte[] onnx, Preprocessing preprocessing, int threads) {
        this.name = name;
        this.preprocessing = preprocessing;
        this.input = new NetworkInput(preprocessing);
        this.session = open(name, onnx, threads);
        try {
            this.inputName = chosen("input", preprocessing.input(), session.getInputInfo());
            this.outputName = chosen("output", preprocessing.output(), session.getOutputInfo());
        } catch (OrtException e) {
            close();
            throw new BackboneException(name + " cannot be read by ONNX Runtime: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static OrtSession open(String name, byte[] onnx, int threads) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // idle threads sleep: the networks on top use the same cores
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment.createSession(onnx, options);
        } catch (OrtException e) {
            throw new BackboneException(name + " cannot be loaded by ONNX Runtime, which expects one file with all "
                    + "weights in it: " + e.getMessage(), e);
        }
    }

    private String chosen(String field, String wanted, Map<String, NodeInfo> all) {
        Set<String> names = all.keySet();
        if (wanted == null && names.size() > 1) {
            throw new BackboneException(name + " has the " + field + "s " + names + ": " + field
                    + " of the JSON file beside it must name one");
        }
        String chosen = wanted == null ? names.iterator().next() : wanted;
        if (!names.contains(chosen)) {
            throw new BackboneException(
                    name + " has no " + field + " '" + chosen + "', expected one of " + names);
        }
        if (!(all.get(chosen).getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw new BackboneException(name + " has an " + field + " '" + chosen + "' of type "
                    + all.get(chosen).getInfo() + ", expected a tensor of floats");
        }
        if (field.equals("input")) {
            requireFits(chosen, tensor.getShape());
        }
        return chosen;
    }

    /** Sizes that the file leaves open, such as the batch, are negative. */
    private void requireFits(String chosen, long[] declared) {
        long[] given = input.shape();
        boolean fits = declared.length == given.length;
        for (int i = 0; fits && i < given.length; i++) {
            fits = declared[i] < 0 || declared[i] == given[i];
        }
        if (!fits) {
            throw new BackboneException(name + " takes '" + chosen + "' of shape " + Arrays.toString(declared)
                    + ", but height, width, layout and channels of the JSON file beside it give "
                    + Arrays.toString(given));
        }
    }

    NetworkInput input() {
        return input;
    }

    /**
     * @param values of {@link #input()}
     * @return the image's features
     * @throws BackboneException if the output is not what the preprocessing expects, or holds values that are no numbers
     */
    float[] run(float[] values) {
        try (OnnxTensor images = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values),
                input.shape());
                OrtSession.Result result = session.run(Map.of(inputName, images), Set.of(outputName))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            float[] all = new float[output.getFloatBuffer().remaining()];
            output.getFloatBuffer().get(all);
            return pooled(all, output.getInfo().getShape());
        } catch (OrtException e) {
            throw new BackboneException(name + " failed on an image: " + e.getMessage(), e);
        }
    }

    private float[] pooled(float[] all, long[] shape) {
        boolean isMap = shape.length == 4;
        boolean isVector = shape.length == 2;
        boolean isChannelFirst = isMap && preprocessing.layout() == Layout.NCHW;
        if (!isMap && !isVector && shape.length != 3 || shape[0] != 1) {
            throw unexpected(shape, "a vector [1, F], a map or tokens [1, T, F]");
        }
        int length = (int) (isChannelFirst ? shape[1] : shape[shape.length - 1]);
        if (length < 1) {
            throw unexpected(shape, "at least 1 feature");
        }
        boolean isOnePlace = all.length == length;
        if (preprocessing.pooling() == Pooling.NONE && !isOnePlace) {
            throw unexpected(shape, "one vector, for pooling of the JSON file beside it is none; it can be mean, max "
                    + "and, for tokens, first");
        }
        if (preprocessing.pooling() == Pooling.FIRST && isMap) {
            throw unexpected(shape, "tokens [1, T, F], for pooling of the JSON file beside it is first");
        }
        float[] features = preprocessing.pooling().apply(all, length, !isChannelFirst);
        for (float feature : features) {
            if (!Float.isFinite(feature)) {
                throw new BackboneException(name + " gave an image features that are no finite numbers");
            }
        }
        return features;
    }

    private BackboneException unexpected(long[] shape, String expected) {
        return new BackboneException(name + " gives '" + outputName + "' of shape " + Arrays.toString(shape)
                + " for one image, expected " + expected);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
