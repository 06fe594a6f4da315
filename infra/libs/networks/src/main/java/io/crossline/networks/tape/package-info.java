/**
 * Reverse-mode differentiation over native arrays: variables, the tape that records what made them, and the pool that
 * their memory comes from. The differentiable operations are in the neighbouring package {@code ops}.
 */
package io.crossline.networks.tape;
