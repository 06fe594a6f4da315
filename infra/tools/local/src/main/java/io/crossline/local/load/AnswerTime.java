package io.crossline.local.load;

import java.util.Arrays;

import io.crossline.local.rest.RestClient;

/**
 * How long a GET takes, with its whole body.
 *
 * @param name of service and path
 * @param seconds of each time it was asked
 */
record AnswerTime(String name, double[] seconds) {

    private static final int TIMES = 11;

    static AnswerTime of(String service, RestClient client, String path) throws InterruptedException {
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            client.get(path);
            seconds[i] = (System.nanoTime() - began) / 1e9;
        }
        return new AnswerTime(service + " GET " + path, seconds);
    }

    double median() {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    double longest() {
        return Arrays.stream(seconds).max().orElseThrow();
    }
}
