package io.crossline.networks.backend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong with CUDA, as part of a sentence for people. */
final class CudaFailure {

    /** cudaErrorInsufficientDriver: what CUDA says of an old driver, and of none. */
    private static final int INSUFFICIENT_DRIVER = 35;
    /** cudaErrorNoDevice. */
    private static final int NO_DEVICE = 100;
    private static final String DRIVER = "libcuda.so.1";
    private static final Pattern MISSING = Pattern.compile("([\\w.+-]+\\.so[\\w.]*): cannot open shared object file");

    private CudaFailure() {}

    /** @param text CUDA's own for the error */
    static String reason(int error, String text) {
        return switch (error) {
            case INSUFFICIENT_DRIVER -> "there is no NVIDIA driver, or one too old for CUDA 11.6";
            case NO_DEVICE -> "there is no GPU";
            default -> "CUDA reports error " + error + " (" + text + ")";
        };
    }

    /** Looks for the library that the system's loader missed. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            Matcher missing = MISSING.matcher(String.valueOf(cause.getMessage()));
            if (missing.find()) {
                return (missing.group(1).equals(DRIVER) ? "the NVIDIA driver's " : "the library ") + missing.group(1)
                        + " is not on this machine";
            }
        }
        return "CUDA's libraries cannot be loaded (" + root + ")";
    }
}
