/** Losses as pure functions on a tape: formula, shapes and paper of each. They know no networks and no training. */
package io.crossline.adaptation.loss;
