/**
 * Errors of the REST interfaces as problem JSON (RFC 9457), in one form for all services: {@code status}, {@code title},
 * {@code detail}, and, where a field of the request is at fault, {@code field} and {@code violations}. Resources throw
 * {@link io.crossline.service.problem.Problems}; the mappers of this package translate what the framework and the
 * contracts throw.
 */
package io.crossline.service.problem;
