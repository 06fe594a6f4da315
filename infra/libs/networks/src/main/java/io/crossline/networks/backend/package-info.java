/**
 * What the numerics compute on. A build with CUDA ({@code ./mvnw -Pcuda}) has two backends of ND4J on its class path; here
 * is decided which of them ND4J gets to see, before it looks. Neighbours: the services call
 * {@link io.crossline.networks.backend.Backends#choose} once at their start; everything else in this module computes on
 * whatever was chosen.
 */
package io.crossline.networks.backend;
