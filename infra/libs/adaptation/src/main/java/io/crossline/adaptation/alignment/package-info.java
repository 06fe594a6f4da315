/**
 * Methods that train both networks against a classification loss and a distance between both lines' features. They differ in the distance
 * alone: {@code coral} and {@code mmd} are such methods. Implements {@link io.crossline.adaptation.trainer}.
 */
package io.crossline.adaptation.alignment;
