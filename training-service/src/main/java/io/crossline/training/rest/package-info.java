/**
 * REST: requests adaptations, shows and cancels their jobs, names the presets. Resources map and delegate to {@code jobs} and
 * {@code messaging}; errors are problem+json that name the field at fault.
 */
package io.crossline.training.rest;
