package io.crossline.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes small networks as ONNX files: the protocol buffers of <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 * by hand, with the few fields that a network needs.
 */
public final class OnnxWriter {

    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    /** Kind of an attribute that is a list. */
    private static final int INTS = 7;

    private final Message graph = new Message().text(2, "test");

    /** An input or output is a tensor of floats; a size of -1 is left open. */
    public OnnxWriter input(String name, long... shape) {
        graph.message(11, value(name, shape));
        return this;
    }

    /** As {@link #input}. */
    public OnnxWriter output(String name, long... shape) {
        graph.message(12, value(name, shape));
        return this;
    }

    /** A weight. */
    public OnnxWriter constant(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return constant(name, FLOAT, raw.array(), shape);
    }

    /** Whole numbers, such as the shape that {@code Reshape} takes. */
    public OnnxWriter constant(String name, long[] values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return constant(name, INT64, raw.array(), values.length);
    }

    private OnnxWriter constant(String name, int type, byte[] raw, long... shape) {
        Message tensor = new Message();
        for (long size : shape) {
            tensor.number(1, size);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
        return this;
    }

    /** An operation that has one output and no attributes. */
    public OnnxWriter node(String operation, String output, String... inputs) {
        graph.message(1, operation(operation, output, inputs));
        return this;
    }

    /** An operation with an attribute that is a list of whole numbers, such as the pads of a convolution. */
    public OnnxWriter node(String operation, String output, String attribute, long[] values, String... inputs) {
        Message list = new Message().text(1, attribute);
        for (long each : values) {
            list.number(8, each);
        }
        graph.message(1, operation(operation, output, inputs).message(5, list.number(20, INTS)));
        return this;
    }

    public byte[] bytes() {
        return new Message().number(1, IR_VERSION).message(7, graph)
                .message(8, new Message().text(1, "").number(2, OPSET)).toByteArray();
    }

    private static Message operation(String operation, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(3, output + "-" + operation).text(4, operation);
    }

    private static Message value(String name, long... shape) {
        Message sizes = new Message();
        for (int i = 0; i < shape.length; i++) {
            sizes.message(1, shape[i] < 0
                    ? new Message().text(2, name + i)
                    : new Message().number(1, shape[i]));
        }
        Message tensor = new Message().number(1, FLOAT).message(2, sizes);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A message of protocol buffers: fields by number, one after the other. */
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            variable((long) field << 3);
            variable(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.toByteArray());
        }

        Message bytes(int field, byte[] value) {
            variable((long) field << 3 | 2);
            variable(value.length);
            out.writeBytes(value);
            return this;
        }

        byte[] toByteArray() {
            return out.toByteArray();
        }

        private void variable(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
