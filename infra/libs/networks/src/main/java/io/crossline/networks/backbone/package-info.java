/**
 * Frozen feature extractors: any ONNX image network, run by ONNX Runtime. A file {@code NAME.onnx} has a file {@code NAME.json} beside
 * it that says how an image becomes its input. A classifier on a backbone learns a small network on its features alone.
 */
package io.crossline.networks.backbone;
