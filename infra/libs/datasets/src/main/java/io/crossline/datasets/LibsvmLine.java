package io.crossline.datasets;

import java.util.StringTokenizer;

/**
 * One image of USPS: {@code LABEL 1:VALUE ... 256:VALUE}.
 *
 * @param label index of the class, 0 to 9: the file's label 1 is digit 0
 * @param values {@code [16, 16]}, -1..1 in the file, 0 to 255 here
 */
record LibsvmLine(int label, float[] values) {

    static final int CLASSES = 10;
    static final Dimensions SIZE = new Dimensions(1, 16, 16);

    /** @throws DatasetException saying what is wrong with the line */
    static LibsvmLine parse(String line) {
        StringTokenizer tokens = new StringTokenizer(line);
        int label = label(tokens.nextToken());
        float[] values = new float[SIZE.height() * SIZE.width()];
        int count = tokens.countTokens();
        if (count != values.length) {
            throw new DatasetException("has " + count + " values, expected " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = value(tokens.nextToken(), i + 1);
        }
        return new LibsvmLine(label, values);
    }

    private static int label(String token) {
        try {
            double label = Double.parseDouble(token);
            if (label == Math.rint(label) && label >= 1 && label <= CLASSES) {
                return (int) label - 1;
            }
        } catch (NumberFormatException e) {
            throw new DatasetException("has label '" + token + "', expected 1 to " + CLASSES, e);
        }
        throw new DatasetException("has label '" + token + "', expected 1 to " + CLASSES);
    }

    private static float value(String token, int index) {
        String prefix = index + ":";
        if (!token.startsWith(prefix)) {
            throw new DatasetException("has '" + token + "' as value " + index + ", expected " + prefix + "VALUE");
        }
        float value;
        try {
            value = Float.parseFloat(token.substring(prefix.length()));
        } catch (NumberFormatException e) {
            throw new DatasetException("has '" + token + "', expected a number after " + prefix, e);
        }
        if (!(value >= -1 && value <= 1)) {
            throw new DatasetException("has '" + token + "', expected a value from -1 to 1");
        }
        return (value + 1) / 2 * 255;
    }
}
